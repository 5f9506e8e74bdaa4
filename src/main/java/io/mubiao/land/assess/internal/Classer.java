package io.mubiao.land.assess.internal;

import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Test;
import io.mubiao.formula.internal.Truth;
import io.mubiao.land.ClassRule;
import io.mubiao.land.PostRule;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.ManualChange;
import io.mubiao.land.internal.CompiledRule.CompiledClasses;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stages 6 and 7 for one enterprise: the class found, and what changes it, in the rule's order. */
public final class Classer {
    /** No class. */
    public static final int NONE = -1;
    /** Nobody can tell: an input of a test is missing. */
    public static final int UNDECIDED = -2;

    private final CompiledRule rule;
    private final CompiledClasses classes;
    private final Map<String, ManualChange> manual;
    /** The class that takes all others. */
    private final int rest;

    Classer(CompiledRule rule, Map<String, ManualChange> manual) {
        this.rule = rule;
        this.classes = rule.classes().orElseThrow();
        this.manual = manual;
        this.rest = classes.rule().rest();
    }

    public List<String> names() {
        return classes.rule().classes();
    }

    /** Whether the class follows from the place alone. */
    public boolean isByPlaceAlone() {
        return classes.rule().method() == ClassRule.Method.RANK && classes.requires().isEmpty();
    }

    /**
     * The class before overrides.
     *
     * @param byPlace the class that the place gives; used where the rule goes by rank
     */
    public int initial(RowFrame frame, int byPlace) {
        int found = switch (classes.rule().method()) {
            case RANK -> byPlace;
            case SCORE -> byScore(frame);
            case TESTS -> byTests(frame);
        };
        while (found >= 0 && found < rest) {
            Test more = classes.requires().get(names().get(found));
            Truth truth = more == null ? Truth.TRUE : frame.decided(more);
            if (truth == Truth.TRUE) {
                return found;
            }
            found = truth == Truth.UNKNOWN ? UNDECIDED : classes.rule().next(found);
        }
        return found;
    }

    /**
     * One thing that was looked at on the way to the class before overrides.
     *
     * @param ground what it is
     * @param index the class it is about
     * @param holds whether it gives that class
     * @param test the test, where it is one
     */
    public record Look(Explanation.Ground ground, int index, Truth holds, Optional<Test> test) {
        public Look {
            java.util.Objects.requireNonNull(test, "test");
        }
    }

    /** What {@link #initial} looked at, in order, up to what nobody can decide. */
    public List<Look> way(RowFrame frame, int byPlace) {
        List<Look> way = new ArrayList<>();
        switch (classes.rule().method()) {
            case RANK -> way.add(new Look(Explanation.Ground.PLACE, byPlace, Truth.TRUE, Optional.empty()));
            case SCORE -> scores(frame, way);
            case TESTS -> tests(frame, way);
        }
        Look last = way.get(way.size() - 1);
        int found = last.holds() == Truth.TRUE ? last.index() : names().size();
        while (found >= 0 && found < rest) {
            Test more = classes.requires().get(names().get(found));
            Truth truth = more == null ? Truth.TRUE : frame.decided(more);
            if (more != null) {
                way.add(new Look(Explanation.Ground.REQUIREMENT, found, truth, Optional.of(more)));
            }
            found = truth == Truth.FALSE ? classes.rule().next(found) : names().size();
        }
        return way;
    }

    private void scores(RowFrame frame, List<Look> way) {
        int found = byScore(frame);
        for (int k = 0; k < rest && k <= found; k++) {
            if (classes.least().containsKey(names().get(k))) {
                way.add(new Look(Explanation.Ground.THRESHOLD, k, k == found ? Truth.TRUE : Truth.FALSE, Optional.empty()));
            }
        }
        if (found == rest || way.isEmpty()) {
            way.add(new Look(Explanation.Ground.REST, rest, Truth.TRUE, Optional.empty()));
        }
    }

    private void tests(RowFrame frame, List<Look> way) {
        for (int k = 0; k < rest; k++) {
            Test test = classes.tests().get(names().get(k));
            Truth truth = test == null ? Truth.FALSE : frame.decided(test);
            if (test != null) {
                way.add(new Look(Explanation.Ground.TEST, k, truth, Optional.of(test)));
            }
            if (truth != Truth.FALSE) {
                return;
            }
        }
        way.add(new Look(Explanation.Ground.REST, rest, Truth.TRUE, Optional.empty()));
    }

    private int byScore(RowFrame frame) {
        Value total = frame.number(rule.slot("total"));
        if (!total.isNumber()) {
            return NONE;
        }
        for (int k = 0; k < rest; k++) {
            Rational least = classes.least().get(names().get(k));
            if (least != null && total.number().order(Enclosure.of(least)).orElseThrow(OpenException::new) >= 0) {
                return k;
            }
        }
        return rest;
    }

    private int byTests(RowFrame frame) {
        for (int k = 0; k < rest; k++) {
            Test test = classes.tests().get(names().get(k));
            Truth truth = test == null ? Truth.FALSE : frame.decided(test);
            if (truth == Truth.TRUE) {
                return k;
            }
            if (truth == Truth.UNKNOWN) {
                return UNDECIDED;
            }
        }
        return rest;
    }

    /** One override that was looked at. */
    public record Step(PostRule override, Truth holds, int before, int after, Optional<ManualChange> manual) {
        public Step {
            java.util.Objects.requireNonNull(manual, "manual");
        }
    }

    /** What the overrides make of a class. */
    public int overridden(RowFrame frame, int initial) {
        if (rule.rule().overrides().isEmpty() || initial < 0) {
            return initial;
        }
        List<Step> steps = steps(frame, initial);
        Step last = steps.get(steps.size() - 1);
        return last.holds() == Truth.UNKNOWN ? UNDECIDED : last.after();
    }

    /** Every override in turn, up to one that nobody can decide. */
    public List<Step> steps(RowFrame frame, int initial) {
        List<Step> steps = new ArrayList<>();
        int now = initial;
        for (int i = 0; i < rule.rule().overrides().size(); i++) {
            PostRule it = rule.rule().overrides().get(i);
            ManualChange change = it.effect() == PostRule.Effect.MANUAL ? manual.get(frame.binding.roll.id(frame.row)) : null;
            Test test = rule.overrides().get(i).orElse(null);
            Truth holds = test == null ? (change == null ? Truth.FALSE : Truth.TRUE)
                    : frame.withClass(names().get(now)).decided(test);
            int after = holds == Truth.TRUE ? apply(it, now, change) : now;
            steps.add(new Step(it, holds, now, after, Optional.ofNullable(change)));
            if (holds == Truth.UNKNOWN) {
                return steps;
            }
            now = after;
        }
        return steps;
    }

    private int apply(PostRule it, int now, @Nullable ManualChange change) {
        return change == null ? apply(it, now, names()) : names().indexOf(change.to());
    }

    /** What an override that is not manual makes of a class. */
    public static int apply(PostRule it, int now, List<String> names) {
        int to = names.indexOf(it.to());
        return switch (it.effect()) {
            case SET, MANUAL -> to;
            case NOT_ABOVE -> Math.max(now, to);
            case NOT_BELOW -> Math.min(now, to);
            case SHIFT -> Math.max(0, Math.min(names.size() - 1, now - it.steps()));
        };
    }
}
