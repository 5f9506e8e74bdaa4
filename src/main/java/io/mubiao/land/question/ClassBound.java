package io.mubiao.land.question;

import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Test;
import io.mubiao.formula.internal.Truth;
import io.mubiao.land.ClassRule;
import io.mubiao.land.PostRule;
import io.mubiao.land.Refill;
import io.mubiao.land.assess.ManualChange;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.assess.internal.AgainBound;
import io.mubiao.land.assess.internal.Classer;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.OpenException;
import io.mubiao.land.assess.internal.RankKey;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.land.assess.internal.Ranker;
import io.mubiao.land.assess.internal.RowFrame;
import io.mubiao.land.assess.internal.Scope;
import io.mubiao.land.assess.internal.Scoring;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which classes an enterprise can possibly have while some of its slots lie in ranges and everybody else stays as he is.
 * A class that is not among them is proved to be out of reach for the whole range.
 */
final class ClassBound {
    private final Cohort cohort;
    private final Classer classer;
    private final int row;
    private final Ranker ranker;
    private final int own;
    private final RankTableOf tables;
    private final RefillBound refill;
    private final Map<Integer, AgainBound> again = new HashMap<>();
    /** Whether others can be moved by their places, so that vacated places are anywhere. */
    private final boolean placesMoveClasses;

    /** The table of a ranking, null where nobody is ranked. */
    private interface RankTableOf {
        @Nullable RankTable at(int ranking);
    }

    ClassBound(Cohort cohort, int row) {
        this.cohort = cohort;
        this.classer = java.util.Objects.requireNonNull(cohort.classer);
        this.row = row;
        this.ranker = new Ranker(cohort.binding, cohort.rule.rule().ranking().orElse(NO_RANKING), cohort.scope, cohort.totals,
                cohort.baselines);
        this.tables = ranking -> cohort.ranks == null ? null : cohort.ranks.table(ranking);
        this.refill = new RefillBound(cohort, classer, row);
        this.placesMoveClasses = cohort.rule.rule().refill() != Refill.NONE && cohort.rule.usesPlace();
        RankTable table = cohort.table(row);
        this.own = table == null ? -1 : table.find(cohort.key(cohort.frame(row),
                java.util.Objects.requireNonNull(cohort.totals.value(row))));
    }

    private static final io.mubiao.land.RankingRule NO_RANKING = new io.mubiao.land.RankingRule(List.of(), true, List.of(),
            io.mubiao.shape.Ties.BEST_PLACE, Optional.empty(), io.mubiao.rule.Cite.NONE);

    /** Whether a class at least as good as the goal is possible. */
    boolean reaches(Map<Integer, Value> slots, int goal) {
        boolean[] possible = possible(slots);
        for (int k = 0; k <= goal; k++) {
            if (possible[k]) {
                return true;
            }
        }
        return false;
    }

    /** Whether every class is possible with every number, as far as anybody can tell. */
    boolean isOpen() {
        return placesMoveClasses;
    }

    /** The one class that is possible; empty where there is none or more than one. */
    OptionalInt only(Map<Integer, Value> slots) {
        boolean[] possible = possible(slots);
        int[] found = IntStream.range(0, possible.length).filter(k -> possible[k]).toArray();
        return found.length == 1 ? OptionalInt.of(found[0]) : OptionalInt.empty();
    }

    private boolean[] possible(Map<Integer, Value> slots) {
        RowFrame frame = new RowFrame(cohort.binding, row, cohort.baselines, declared(slots)).withOpenPlace();
        boolean[] classes = new boolean[classer.names().size()];
        try {
            if (placesMoveClasses) {
                java.util.Arrays.fill(classes, true);
                return classes;
            }
            if (frame.scope() != Standing.GRADED || frame.key(Scope.slots(cohort.rule)) == null) {
                return classes;
            }
            OptionalInt refilled = refilled(frame, slots);
            if (refilled.isPresent()) {
                classes[Math.max(0, refilled.getAsInt())] = refilled.getAsInt() >= 0;
                return classes;
            }
            if (cohort.rule.usesPlace()) {
                places(frame, slots);
            }
            range(classes, frame, slots);
            requires(classes, frame);
            return overrides(classes, frame);
        } catch (OpenException e) {
            java.util.Arrays.fill(classes, true);
            return classes;
        }
    }

    /** The places between those of the best and of the worst total of the range, in the ranking that the enterprise is in or comes into. */
    private void places(RowFrame frame, Map<Integer, Value> slots) {
        Value total = total(frame, slots);
        List<String> key = frame.key(Scope.slots(cohort.rule));
        int code = key == null ? -1 : cohort.scope.rankings.code(key);
        boolean stays = own >= 0 && code == cohort.scope.rankings.code(row);
        boolean joins = cohort.rule.rule().ranking().flatMap(io.mubiao.land.RankingRule::smallGroups).isPresent();
        if (!total.isNumber() || code < 0 || (stays ? !isInSameRanking(frame) : joins)) {
            return;
        }
        RankTable table = tables.at(code);
        boolean rising = Scope.direction(cohort.rule, frame.group()) > 0;
        RankKey best = end(frame, rising ? total.number().high() : total.number().low(), true);
        RankKey worst = end(frame, rising ? total.number().low() : total.number().high(), false);
        int instead = stays ? own : -1;
        frame.withPlaces(table == null ? 1 : table.placeInstead(best, instead), table == null ? 1 : table.placeInstead(worst, instead),
                (table == null ? 0 : table.ranked()) + (stays ? 0 : 1));
        if (!cohort.rule.again().isEmpty()) {
            again.computeIfAbsent(code, ranking -> new AgainBound(cohort, row, ranking, stays)).tell(frame, best, worst);
        }
    }

    private boolean isInSameRanking(RowFrame frame) {
        List<String> key = frame.key(Scope.slots(cohort.rule));
        return key != null && cohort.scope.rankings.code(key) == cohort.scope.rankings.code(row)
                && frame.group() == cohort.scope.group(row);
    }

    /** The best or the worst key that a total can have. */
    private RankKey end(RowFrame frame, Rational total, boolean best) {
        List<Enclosure> values = new ArrayList<>();
        for (Enclosure value : cohort.key(frame, Enclosure.of(total)).values()) {
            values.add(Enclosure.of(best ? value.high() : value.low()));
        }
        return new RankKey(values);
    }

    /** The class where vacated places are filled again, if the whole range is one case of that. */
    private OptionalInt refilled(RowFrame frame, Map<Integer, Value> slots) {
        RankTable table = cohort.table(row);
        if (cohort.rule.rule().refill() == Refill.NONE || !cohort.goesByRank() || table == null) {
            return OptionalInt.empty();
        }
        Value total = total(frame, slots);
        if (!total.isNumber() || !isInSameRanking(frame)) {
            return OptionalInt.empty();
        }
        boolean rising = Scope.direction(cohort.rule, frame.group()) > 0;
        Rational worst = rising ? total.number().low() : total.number().high();
        Rational best = rising ? total.number().high() : total.number().low();
        return refill.classOf(frame, worst, end(frame, worst, false), end(frame, best, true), table);
    }

    /** A total that is given ranks as it is; thresholds and tests see it rounded as declared. */
    private Map<Integer, Value> declared(Map<Integer, Value> slots) {
        int slot = cohort.rule.slot("total");
        Value total = slots.get(slot);
        Rounding rounding = cohort.rule.limits().rounding().orElse(null);
        if (total == null || rounding == null || cohort.totals.isRounded()) {
            return slots;
        }
        Map<Integer, Value> declared = new HashMap<>(slots);
        declared.put(slot, Value.of(total.number().rounded(rounding)));
        return declared;
    }

    private Value total(RowFrame frame, Map<Integer, Value> slots) {
        int slot = cohort.rule.slot("total");
        Value given = slots.get(slot);
        return given != null ? given : cohort.totals.isRounded() ? frame.number(slot) : new Scoring(frame).unrounded();
    }

    /** The classes between those of the best and of the worst total of the range. */
    private void range(boolean[] classes, RowFrame frame, Map<Integer, Value> slots) {
        int best = 0;
        int worst = classes.length - 1;
        int slot = cohort.rule.slot("total");
        Value total = total(frame, slots);
        if (!total.isNumber() && !total.is(Value.Absence.OPEN) && !cohort.rule.groups().isEmpty()) {
            return;
        }
        if (total.isNumber() && cohort.goesByRank()) {
            int code = cohort.scope.rankings.code(java.util.Objects.requireNonNull(frame.key(Scope.slots(cohort.rule))));
            boolean sameRanking = code == cohort.scope.rankings.code(row) && own >= 0;
            boolean open = code < 0 || (!sameRanking && cohort.rule.rule().ranking().orElseThrow().smallGroups().isPresent());
            if (!open) {
                boolean rising = Scope.direction(cohort.rule, frame.group()) > 0;
                Rational high = total.number().high();
                Rational low = total.number().low();
                best = byPlace(frame, code, rising ? high : low, true, sameRanking);
                worst = byPlace(frame, code, rising ? low : high, false, sameRanking);
            }
        } else if (total.isNumber() && cohort.rule.classes().orElseThrow().rule().method() == ClassRule.Method.SCORE) {
            Value rounded = frame.number(slot);
            best = rounded.isNumber() ? byScore(rounded.number().high()) : 0;
            worst = rounded.isNumber() ? byScore(rounded.number().low()) : worst;
        }
        for (int k = Math.min(best, worst); k <= Math.max(best, worst); k++) {
            classes[k] = cohort.rule.classes().orElseThrow().rule().method() != ClassRule.Method.TESTS || byTests(frame, k);
        }
    }

    private int byPlace(RowFrame frame, int code, Rational total, boolean best, boolean sameRanking) {
        RankTable table = tables.at(code);
        if (table == null) {
            return RankTable.classAt(ranker.ends(code, 1, 1), 1);
        }
        long place = table.placeInstead(end(frame, total, best), sameRanking ? own : -1);
        if (cohort.rule.rule().refill() != Refill.NONE) {
            long movable = refill.movable(code);
            place = best ? Math.max(1, place - movable) : place + movable;
        }
        List<Long> ends = sameRanking ? table.ends()
                : ranker.ends(code, table.ranked() + 1, table.population() + 1);
        return RankTable.classAt(ends, place);
    }

    private int byScore(Rational total) {
        List<String> names = classer.names();
        int rest = cohort.rule.classes().orElseThrow().rule().rest();
        for (int k = 0; k < rest; k++) {
            Rational least = cohort.rule.classes().orElseThrow().least().get(names.get(k));
            if (least != null && total.compareTo(least) >= 0) {
                return k;
            }
        }
        return rest;
    }

    private boolean byTests(RowFrame frame, int k) {
        Test test = cohort.rule.classes().orElseThrow().tests().get(classer.names().get(k));
        boolean last = k == cohort.rule.classes().orElseThrow().rule().rest();
        Truth truth = test == null ? (last ? Truth.TRUE : Truth.FALSE) : test.holds(frame);
        return truth == Truth.TRUE || truth == Truth.OPEN;
    }

    private void requires(boolean[] classes, RowFrame frame) {
        ClassRule rule = cohort.rule.classes().orElseThrow().rule();
        for (int k = 0; k < rule.rest(); k++) {
            Test more = cohort.rule.classes().orElseThrow().requires().get(classer.names().get(k));
            if (classes[k] && more != null) {
                Truth truth = more.holds(frame);
                classes[rule.next(k)] |= truth != Truth.TRUE;
                classes[k] = truth == Truth.TRUE || truth == Truth.OPEN;
            }
        }
    }

    private boolean[] overrides(boolean[] before, RowFrame frame) {
        boolean[] now = before;
        List<PostRule> rules = cohort.rule.rule().overrides();
        for (int i = 0; i < rules.size(); i++) {
            boolean[] next = new boolean[now.length];
            for (int k = 0; k < now.length; k++) {
                if (now[k]) {
                    step(rules.get(i), cohort.rule.overrides().get(i), frame.withClass(classer.names().get(k)), k, next);
                }
            }
            now = next;
        }
        return now;
    }

    private void step(PostRule it, Optional<Test> test, RowFrame frame, int k, boolean[] next) {
        ManualChange change = test.isPresent() ? null : cohort.manual.get(cohort.roll.id(row));
        Truth holds = test.isPresent() ? test.get().holds(frame) : Truth.FALSE;
        if (change != null) {
            next[classer.names().indexOf(change.to())] = true;
        } else if (holds == Truth.TRUE || holds == Truth.OPEN) {
            next[Classer.apply(it, k, classer.names())] = true;
            next[k] |= holds == Truth.OPEN;
        } else if (holds == Truth.FALSE) {
            next[k] = true;
        }
    }
}
