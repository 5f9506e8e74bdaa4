package io.mubiao.scoring.internal;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.formula.Value;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.RuleInput;
import io.mubiao.trace.Trace;
import io.mubiao.value.Rational;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Inputs of an item, read of assessments, given, or formed by its peers. */
public final class ItemInputs implements Inputs {
    private final CompiledItem item;
    private final @Nullable Assessment main;
    private final Map<String, Assessment> others;
    private final List<Assessments> history;
    private final Map<String, PeerNumbers> peers;

    /**
     * @param main the present assessment of the item's target; null for none
     * @param others the present assessments of its further targets
     * @param history the assessments of earlier periods, oldest first
     * @param peers by input, the numbers of the item's peers
     */
    public ItemInputs(CompiledItem item, @Nullable Assessment main, Map<String, Assessment> others, List<Assessments> history,
            Map<String, PeerNumbers> peers) {
        this.item = item;
        this.main = main;
        this.others = others;
        this.history = history;
        this.peers = peers;
    }

    @Override
    public Value number(Want want) {
        RuleInput input = want.input().orElseThrow();
        return switch (want.about()) {
            case SELF -> self(input, now(input));
            case PRIOR -> history.isEmpty() ? Value.missing(want.symbol().name()) : earlier(input, 1);
            case IN_A_ROW -> inARow(input, want);
            default -> {
                PeerNumbers numbers = peers.get(PeerNumbers.key(input));
                yield numbers == null ? Value.missing(want.symbol().name())
                        : numbers.get(want, self(input, now(input)));
            }
        };
    }

    private @Nullable Assessment now(RuleInput input) {
        String further = item.rule().targets().isEmpty() ? null : item.rule().targets().get(input.id());
        return further == null ? main : others.get(further);
    }

    /** The input as it stands now. */
    public Value self(RuleInput input) {
        return self(input, now(input));
    }

    private Value self(RuleInput input, @Nullable Assessment assessment) {
        Value derived = item.program().derived(this, item.full(), input.id());
        if (derived != null) {
            return derived;
        }
        SetFold fold = item.given().containsKey(input.id()) ? null : item.program().sets().get(input.id());
        if (fold != null) {
            return fold.of(set(others::get));
        }
        return read(input, assessment, item.given().get(input.id()));
    }

    /** An earlier period; what is given now says nothing of it. */
    private Value earlier(RuleInput input, int periods) {
        SetFold fold = item.program().sets().get(input.id());
        if (fold != null && !item.given().containsKey(input.id())) {
            Assessments then = history.get(history.size() - periods);
            return fold.of(set(id -> then.find(id).orElse(null)));
        }
        return item.given().containsKey(input.id()) ? Value.missing(input.id())
                : read(input, before(input, periods), null);
    }

    private Value read(RuleInput input, @Nullable Assessment assessment, @Nullable String given) {
        if (given != null) {
            return Value.of(GivenInputs.read(given, input, item.program().rule()));
        }
        if (assessment == null || input.reading().isEmpty()) {
            return Value.missing(input.id());
        }
        Reading reading = input.reading().get();
        return input.unit().filter(unit -> reading.hasUnit()).map(unit -> reading.number(assessment, unit))
                .orElseGet(() -> reading.number(assessment));
    }

    /** The assessment so many periods ago; null if there is none. */
    private @Nullable Assessment before(RuleInput input, int periods) {
        String target = item.targetOf(input);
        Assessments then = history.get(history.size() - periods);
        return target.isEmpty() || then.register().find(target).isEmpty() ? null : then.get(target);
    }

    /** For how many periods up to now a flag has held; missing where that cannot be told now. */
    private Value inARow(RuleInput input, Want want) {
        Value present = self(input, now(input));
        if (!present.isNumber()) {
            return Value.missing(want.symbol().name());
        }
        int row = 0;
        Value each = present;
        while (each.isNumber() && each.number().low().equals(Rational.ONE)) {
            row++;
            if (row > history.size()) {
                break;
            }
            each = earlier(input, row);
        }
        return Value.of(Rational.of(row));
    }

    /** The assessments of the item's set, by target. */
    private Map<String, @Nullable Assessment> set(Function<String, @Nullable Assessment> of) {
        Map<String, @Nullable Assessment> set = new LinkedHashMap<>();
        item.set().forEach(id -> set.put(id, of.apply(id)));
        return set;
    }

    @Override
    public Optional<Trace> trace(Want want, Value value) {
        SetFold fold = want.about() == Want.About.SELF ? item.program().sets().get(want.symbol().name()) : null;
        return fold == null || item.given().containsKey(want.symbol().name()) ? Optional.empty()
                : fold.trace(set(others::get), want.symbol().name(), value);
    }

    @Override
    public boolean isGiven(Want want) {
        return want.input().filter(input -> item.given().containsKey(input.id())).isPresent();
    }

    @Override
    public @Nullable String text(Want want) {
        RuleInput input = want.input().orElseThrow();
        String given = item.given().get(input.id());
        if (given != null || input.reading().isEmpty()) {
            return given;
        }
        Assessment assessment = now(input);
        return assessment == null ? null : input.reading().get().text(assessment, item.chapter(), item.owner()).orElse(null);
    }

    @Override
    public String why(Want want) {
        SetFold fold = item.program().sets().get(want.symbol().name());
        if (fold != null) {
            return String.join(", ", fold.lacking(set(others::get)));
        }
        Assessment assessment = want.input().map(this::now).orElse(null);
        if (assessment == null) {
            return "";
        }
        return assessment.reason().map(reason -> reason + (assessment.detail().isEmpty() ? "" : ": " + assessment.detail()))
                .orElse(assessment.status().name());
    }
}
