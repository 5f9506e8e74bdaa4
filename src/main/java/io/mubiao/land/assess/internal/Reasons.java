package io.mubiao.land.assess.internal;

import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Test;
import io.mubiao.formula.internal.Truth;
import io.mubiao.land.assess.Followed;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.assess.Why;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.land.internal.CompiledRule.CompiledAgain;
import io.mubiao.land.internal.CompiledRule.CompiledGroup;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says why nobody can tell. */
public final class Reasons {
    private Reasons() {}

    public static Why of(Cohort cohort, int row) {
        RowFrame frame = cohort.frame(row);
        Titles titles = new Titles(cohort.rule);
        if (cohort.scope.standing(row) == Standing.UNDECIDED) {
            Optional<Value> absent = frame.absentInScope();
            return absent.isPresent() ? of(Why.Kind.NO_SCOPE, Why.Named.NOTHING, deepest(frame, absent.get()), titles)
                    : of(Why.Kind.NO_RANKING, Why.Named.NOTHING,
                            titles.named(cohort.rule.rule().ranking().orElseThrow().by().stream()
                                    .filter(name -> frame.text(cohort.rule.slot(name)) == null).toList().toString()));
        }
        Followed followed = cohort.followed(row);
        if (followed != null) {
            return of(followed);
        }
        Value total = frame.number(cohort.rule.slot("total"));
        if (!total.isNumber() && !cohort.rule.groups().isEmpty()) {
            Value lacking = deepest(frame, total);
            return of(lacking.is(Value.Absence.ZERO_DIVISOR) ? Why.Kind.ZERO_DIVISOR : Why.Kind.MISSING, Why.Named.NOTHING, lacking, titles);
        }
        return ofClass(cohort, frame, cohort.initial[row], cohort.byPlace(row));
    }

    private static Why of(Followed it) {
        List<String> path = it.path().stream().map(Followed.Firm::id).toList();
        return switch (it.state()) {
            case NOT_GIVEN -> of(Why.Kind.FOLLOWS_NOBODY, Why.Named.NOTHING, it.by());
            case CIRCLE -> of(Why.Kind.FOLLOWS_CIRCLE, it.by(), named(String.join(", ", path)));
            case NOT_THERE -> of(Why.Kind.FOLLOWS_ABSENT, it.by(), named(it.last().id()));
            case UNDECIDED, CLASS, NO_CLASS -> of(Why.Kind.FOLLOWS_UNDECIDED, it.by(), named(it.last().id()));
        };
    }

    private static Why.Named named(String id) {
        return new Why.Named(id, id);
    }

    /** Why a class, or an override of it, cannot be decided. */
    public static Why ofClass(Cohort cohort, RowFrame frame, int initial, int byPlace) {
        Classer classer = cohort.classer;
        Titles titles = new Titles(cohort.rule);
        if (classer == null) {
            return of(Why.Kind.NO_CLASS, Why.Named.NOTHING, Why.Named.NOTHING);
        }
        if (initial < 0) {
            List<Classer.Look> way = classer.way(frame, byPlace);
            Classer.Look last = way.get(way.size() - 1);
            String name = classer.names().get(last.index());
            return of(Why.Kind.NO_CLASS, new Why.Named(name, name), deepest(frame, last.test().orElseThrow().absent(frame)), titles);
        }
        List<Classer.Step> steps = classer.steps(frame, initial);
        Classer.Step last = steps.get(steps.size() - 1);
        Why.Named override = new Why.Named(last.override().id(), last.override().title());
        return last.holds() == Truth.UNKNOWN
                ? of(Why.Kind.NO_OVERRIDE, override, deepest(frame, cohort.rule.overrides().get(steps.size() - 1).orElseThrow().absent(frame)), titles)
                : of(Why.Kind.NO_OVERRIDE, override, Why.Named.NOTHING);
    }

    /** Between the parts that need something, from outside in. */
    private static final String JOINT = ": ";

    /** What is missing in the end, where a label, a group or a place in a further ranking is. */
    public static Value deepest(RowFrame frame, Value absent) {
        Value now = absent;
        for (int i = 0; i < frame.binding.rule.slots().size(); i++) {
            Optional<Value> next = deeper(frame, now);
            if (next.isEmpty()) {
                return now;
            }
            now = next.get();
        }
        return now;
    }

    private static Optional<Value> deeper(RowFrame frame, Value absent) {
        CompiledRule rule = frame.binding.rule;
        if (!absent.is(Value.Absence.MISSING)) {
            return Optional.empty();
        }
        Optional<CompiledAgain> again = rule.again().stream().filter(it -> it.ranking().id().equals(absent.about())).findFirst();
        if (again.isPresent()) {
            Truth concerned = again.get().when().map(frame::decided).orElse(Truth.TRUE);
            return concerned == Truth.UNKNOWN ? again.get().when().map(test -> test.absent(frame))
                    : concerned == Truth.FALSE ? Optional.empty() : Optional.of(again.get().on().value(frame)).filter(value -> !value.isNumber());
        }
        int joint = absent.about().lastIndexOf(JOINT);
        String name = joint < 0 ? absent.about() : absent.about().substring(joint + JOINT.length());
        Optional<Value> next = rule.slots().stream().filter(slot -> slot.symbol().name().equals(name)).findFirst().flatMap(slot -> switch (slot.role()) {
            case LABEL -> undecided(frame, rule.labels().get(slot.index()).stream());
            case GROUP -> undecided(frame, rule.groups().stream().map(CompiledGroup::when));
            default -> Optional.empty();
        });
        return joint < 0 ? next : next.map(it -> it.about(absent.about().substring(0, joint)));
    }

    /** What the first test that nobody can decide lacks. */
    private static Optional<Value> undecided(RowFrame frame, Stream<Optional<Test>> tests) {
        return tests.flatMap(Optional::stream).filter(test -> frame.decided(test) == Truth.UNKNOWN).findFirst().map(test -> test.absent(frame));
    }

    public static Why of(Why.Kind kind, Why.Named part, Why.Named what) {
        return new Why(kind, part, what, Value.Absence.MISSING);
    }

    public static Why of(Why.Kind kind, Why.Named part, Value absent, Titles titles) {
        return new Why(kind, part, titles.named(absent.about()), absent.absence().orElse(Value.Absence.MISSING));
    }
}
