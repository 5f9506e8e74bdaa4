package io.mubiao.land.question;

import com.google.common.collect.ImmutableSet;
import io.mubiao.formula.Value;
import io.mubiao.land.RankingRule;
import io.mubiao.land.Refill;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.Inside;
import io.mubiao.land.assess.internal.RankKey;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.land.assess.internal.RowFrame;
import io.mubiao.land.assess.internal.Scope;
import io.mubiao.land.assess.internal.Scoring;
import io.mubiao.land.assess.internal.Totals;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What moves when some enterprises change their totals and nothing else: their rankings are counted anew from the kept
 * tables, and only those whose class can have moved are looked up. Gives up (null) wherever more than that may move.
 */
final class QuickImpact {
    private static final ImmutableSet<Standing> UNRANKED = ImmutableSet.of(Standing.OUT, Standing.COLLECTED, Standing.UNGRADED);

    private final Evaluation evaluation;
    private final Inside inside;
    private final EvaluationWhatIf question;
    private final Cohort cohort;
    private final Map<Integer, RowFrame> frames = new LinkedHashMap<>();
    private final Map<Integer, Long> totals = new LinkedHashMap<>();

    QuickImpact(Evaluation evaluation, EvaluationWhatIf question) {
        this.evaluation = evaluation;
        this.inside = Inside.of(evaluation);
        this.question = question;
        this.cohort = inside.cohort();
    }

    @Nullable EvaluationImpact run() {
        RankingRule ranking = cohort.rule.rule().ranking().orElse(null);
        if (ranking == null || cohort.ranks == null || !ranking.breakTies().isEmpty() || cohort.rule.rule().refill() != Refill.NONE
                || cohort.rule.usesPlace() || cohort.scope.keepsPlaces() || cohort.follows() || question.changesTexts()) {
            return null;
        }
        Map<Integer, Map<Integer, Value>> slots = question.changedSlots();
        if (slots.keySet().stream().allMatch(row -> UNRANKED.contains(cohort.standing(row)))) {
            return unranked(slots);
        }
        if (!cohort.totals.isScaled()) {
            return near(slots);
        }
        if (!changed()) {
            return null;
        }
        Map<Integer, Map<Long, Integer>> deltas = new TreeMap<>();
        for (Map.Entry<Integer, Long> change : totals.entrySet()) {
            int row = change.getKey();
            int code = cohort.ranks.joined(cohort.scope.rankings.code(row));
            int direction = Scope.direction(cohort.rule, cohort.scope.group(row));
            Map<Long, Integer> delta = deltas.computeIfAbsent(code, it -> new TreeMap<>());
            delta.merge(-direction * cohort.totals.scaled(row), -1, Integer::sum);
            delta.merge(-direction * change.getValue(), 1, Integer::sum);
        }
        List<Move> moves = new ArrayList<>();
        List<RankShift> shifts = new ArrayList<>();
        for (Map.Entry<Integer, Map<Long, Integer>> delta : deltas.entrySet()) {
            new Recount(delta.getKey(), delta.getValue()).collect(moves, shifts);
        }
        return new EvaluationImpact(evaluation, moves, shifts, question::evaluate);
    }

    /** Enterprises that are not ranked, before or after: nobody else moves. */
    private @Nullable EvaluationImpact unranked(Map<Integer, Map<Integer, Value>> slots) {
        List<Move> moves = new ArrayList<>();
        for (Map.Entry<Integer, Map<Integer, Value>> change : slots.entrySet()) {
            int row = change.getKey();
            RowFrame before = cohort.frame(row);
            RowFrame frame = new RowFrame(cohort.binding, row, cohort.baselines, change.getValue());
            Standing standing = cohort.standing(row);
            if (frame.scope() != standing || frame.exclusion() != before.exclusion()
                    || (standing.isScored() && frame.group() != before.group())) {
                return null;
            }
            Value total = !standing.isScored() ? null : cohort.totals.isRounded() ? new Scoring(frame).total() : new Scoring(frame).unrounded();
            if (total != null && !total.isNumber()) {
                return null;
            }
            Move move = new MovedResult(cohort, inside, null).unranked(row, frame, Optional.ofNullable(total).map(Value::number));
            if (move.isMoved()) {
                moves.add(move);
            }
        }
        return new EvaluationImpact(evaluation, moves, List.of(), question::evaluate);
    }

    /** One enterprise with another total that is not rounded. */
    private @Nullable EvaluationImpact near(Map<Integer, Map<Integer, Value>> slots) {
        if (slots.size() != 1) {
            return null;
        }
        int row = slots.keySet().iterator().next();
        RankTable table = cohort.table(row);
        Enclosure before = cohort.totals.value(row);
        RowFrame frame = new RowFrame(cohort.binding, row, cohort.baselines, java.util.Objects.requireNonNull(slots.get(row)));
        if (table == null || !table.hasRows() || before == null || !staysInRanking(frame, row)) {
            return null;
        }
        Value total = cohort.totals.isRounded() ? new Scoring(frame).total() : new Scoring(frame).unrounded();
        if (!total.isNumber()) {
            return null;
        }
        List<Move> moves = new ArrayList<>();
        List<RankShift> shifts = new ArrayList<>();
        RankKey key = cohort.key(frame, total.number());
        new NearImpact(evaluation, row, table, cohort.key(cohort.frame(row), before), key)
                .collect(frame, total.number(), key, moves, shifts);
        return new EvaluationImpact(evaluation, moves, shifts, question::evaluate);
    }

    private boolean staysInRanking(RowFrame frame, int row) {
        List<String> key = frame.key(Scope.slots(cohort.rule));
        return frame.scope() == Standing.GRADED && frame.group() == cohort.scope.group(row) && key != null
                && cohort.scope.rankings.code(key) == cohort.scope.rankings.code(row);
    }

    /** Works the changed totals out; false where a standing, a group or a ranking moves too. */
    private boolean changed() {
        for (Map.Entry<Integer, Map<Integer, Value>> change : question.changedSlots().entrySet()) {
            int row = change.getKey();
            RowFrame frame = new RowFrame(cohort.binding, row, cohort.baselines, change.getValue());
            Value total = new Scoring(frame).total();
            boolean same = cohort.table(row) != null && staysInRanking(frame, row) && total.isNumber() && total.number().isExact();
            OptionalLong scaled = same ? Totals.scaled(total.number().low(), cohort.totals.digits) : OptionalLong.empty();
            if (scaled.isEmpty()) {
                return false;
            }
            frames.put(row, frame);
            totals.put(row, scaled.getAsLong());
        }
        return true;
    }

    /** One ranking before and after. */
    private final class Recount {
        private final int code;
        private final RankTable before;
        private final RankTable after;
        /** Every key that somebody has before or after, as negated totals, rising: the better first. */
        private final long[] keys;
        private final long[] placesBefore;
        private final long[] placesAfter;
        /** How many of the changed have a key after. */
        private final Map<Long, Integer> own = new HashMap<>();
        /** Of the keys whose class by place moves: how many have it whose class does not move after all. */
        private final long[] inRankAlone;

        Recount(int code, Map<Long, Integer> delta) {
            this.code = code;
            before = java.util.Objects.requireNonNull(java.util.Objects.requireNonNull(cohort.ranks).table(code));
            long[] known = before.keys();
            int[] counts = before.counts();
            keys = LongStream.concat(Arrays.stream(known), delta.keySet().stream().mapToLong(Long::longValue)
                    .filter(key -> Arrays.binarySearch(known, key) < 0)).sorted().toArray();
            inRankAlone = new long[keys.length];
            int[] then = new int[keys.length];
            int[] now = new int[keys.length];
            for (int i = 0; i < known.length; i++) {
                int at = known.length == keys.length ? i : Arrays.binarySearch(keys, known[i]);
                then[at] = counts[i];
                now[at] = counts[i];
            }
            delta.forEach((key, more) -> now[Arrays.binarySearch(keys, key)] += more);
            placesBefore = table(then).places();
            after = table(now);
            placesAfter = after.places();
            totals.forEach((row, total) -> {
                if (isHere(row)) {
                    own.merge(key(row, total), 1, Integer::sum);
                }
            });
        }

        private RankTable table(int[] counts) {
            return new RankTable.OfTotals(keys, counts, cohort.totals.digits,
                    java.util.Objects.requireNonNull(cohort.ranks).ties, before.population(), before.ends());
        }

        void collect(List<Move> moves, List<RankShift> shifts) {
            boolean[] looked = new boolean[keys.length];
            boolean any = false;
            for (int i = 0; i < looked.length; i++) {
                looked[i] = cohort.goesByRank() && countOf(i) > 0
                        && before.classAt(placesBefore[i]) != after.classAt(placesAfter[i]);
                any |= looked[i];
            }
            totals.keySet().stream().filter(this::isHere).forEach(row -> changedRow(row).ifPresent(moves::add));
            if (any) {
                others(looked, moves);
            }
            shifts.addAll(shifts(looked));
        }

        /** How many others have a key, before and after. */
        private long countOf(int i) {
            return after.equal(i) - own.getOrDefault(keys[i], 0);
        }

        private boolean isHere(int row) {
            return cohort.ranks != null && cohort.ranks.joined(cohort.scope.rankings.code(row)) == code;
        }

        private long key(int row, @Nullable Long total) {
            return -Scope.direction(cohort.rule, cohort.scope.group(row)) * java.util.Objects.requireNonNull(total);
        }

        private Optional<Move> changedRow(int row) {
            long total = java.util.Objects.requireNonNull(totals.get(row));
            RowFrame frame = java.util.Objects.requireNonNull(frames.get(row));
            Move move = move(row, frame, Enclosure.of(Rational.ofScaled(total, cohort.totals.digits)),
                    placesAfter[Arrays.binarySearch(keys, key(row, total))]);
            return move.isMoved() ? Optional.of(move) : Optional.empty();
        }

        private void others(boolean[] looked, List<Move> moves) {
            long first = Long.MAX_VALUE;
            long last = 0;
            for (int i = 0; i < looked.length; i++) {
                first = looked[i] ? Math.min(first, placesBefore[i]) : first;
                last = looked[i] ? Math.max(last, placesBefore[i]) : last;
            }
            int[] places = java.util.Objects.requireNonNull(cohort.ranks).places();
            for (int row = 0; row < places.length; row++) {
                if (places[row] >= first && places[row] <= last && isHere(row) && !totals.containsKey(row)) {
                    int at = Arrays.binarySearch(keys, key(row, cohort.totals.scaled(row)));
                    if (looked[at]) {
                        Move move = move(row, cohort.frame(row),
                                java.util.Objects.requireNonNull(cohort.totals.value(row)), placesAfter[at]);
                        if (move.inClass()) {
                            moves.add(move);
                        } else {
                            inRankAlone[at]++;
                        }
                    }
                }
            }
        }

        private Move move(int row, RowFrame frame, Enclosure total, long place) {
            return new MovedResult(cohort, inside, after).of(row, frame, total, place);
        }

        /** Runs of keys, best first, whose place moves by the same number and whose class does not move. */
        private List<RankShift> shifts(boolean[] looked) {
            RankShift.Runs runs = new RankShift.Runs();
            int direction = totals.keySet().stream().filter(this::isHere).findFirst()
                    .map(row -> Scope.direction(cohort.rule, cohort.scope.group(row))).orElse(1);
            for (int i = 0; i < looked.length; i++) {
                long by = placesAfter[i] - placesBefore[i];
                long others = looked[i] ? inRankAlone[i] : countOf(i);
                // A changed one that stays is no move, so no run may reach over it.
                if (others > 0 || (by == 0 && own.containsKey(keys[i]))) {
                    runs.add(cohort.scope.rankings.key(code), placesBefore[i], Rational.ofScaled(-keys[i] * direction, cohort.totals.digits), by,
                            others);
                }
            }
            return runs.moved();
        }
    }
}
