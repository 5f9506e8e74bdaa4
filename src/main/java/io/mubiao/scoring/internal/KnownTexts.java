package io.mubiao.scoring.internal;

import io.mubiao.assess.Status;
import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.RuleInput;
import io.mubiao.target.Goal;
import io.mubiao.text.internal.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Readings that have one of a few texts, and what they are compared with. */
final class KnownTexts {
    private static final List<String> KINDS = Stream.of(Goal.class.getPermittedSubclasses()).map(Kinds::word).toList();
    private static final List<String> STATUSES = Stream.of(Status.values()).map(Status::name).toList();

    private final Function<String, Optional<RuleInput>> inputs;

    private KnownTexts(Function<String, Optional<RuleInput>> inputs) {
        this.inputs = inputs;
    }

    /**
     * Looks at what a formula compares kinds and statuses with.
     *
     * @param inputs those that a name may stand for in place of a reading
     * @throws IllegalArgumentException if one of the texts is none
     */
    static Formula check(Formula formula, Function<String, Optional<RuleInput>> inputs) {
        new KnownTexts(inputs).check(formula.expr());
        return formula;
    }

    private void check(Expr expr) {
        if (expr instanceof Expr.In in) {
            texts(in.value()).ifPresent(known -> in.ranges().stream().filter(range -> range.from().equals(range.through()))
                    .forEach(range -> require(in.value(), range.from(), known)));
        } else if (expr instanceof Expr.Call call) {
            if ((call.function().equals("==") || call.function().equals("!=")) && call.operands().size() == 2) {
                compared(call.operands().get(0), call.operands().get(1));
                compared(call.operands().get(1), call.operands().get(0));
            }
            call.operands().forEach(this::check);
        }
    }

    private void compared(Expr of, Expr with) {
        if (with instanceof Expr.Text text) {
            texts(of).ifPresent(known -> require(of, text.text(), known));
        }
    }

    private Optional<List<String>> texts(Expr expr) {
        if (!(expr instanceof Expr.Name name)) {
            return Optional.empty();
        }
        Optional<RuleInput> input = inputs.apply(name.name());
        Optional<Reading> reading = input.isPresent() ? input.get().reading() : Reading.find(name.name());
        return reading.map(it -> it == Reading.KIND ? KINDS : it == Reading.STATUS ? STATUSES : List.of());
    }

    private static void require(Expr of, String text, List<String> known) {
        if (!known.isEmpty() && !known.contains(text)) {
            throw new IllegalArgumentException("'" + of + "' is never '" + text + "'" + Spelling.hint(text, known) + "; it is one of "
                    + String.join(", ", known));
        }
    }
}
