package io.mubiao.land.question;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.land.Column;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.internal.Inside;
import io.mubiao.land.internal.CellValue;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks what a change of inputs would move (模拟测算). Immutable:
 * {@code EvaluationWhatIf.of(evaluation).set("9133…", "land", "39.5").run()}.
 *
 * <p>Baselines stay as they are (frozen) unless {@link #recomputed} is asked for. With frozen baselines and rounded totals
 * only the rankings that are touched are looked at; otherwise the changed roll is evaluated in full.
 */
public final class EvaluationWhatIf {
    private final Evaluation evaluation;
    private final Inside inside;
    private final Map<String, Map<String, String>> changes;
    private final boolean frozen;

    private EvaluationWhatIf(Evaluation evaluation, Map<String, Map<String, String>> changes, boolean frozen) {
        this.evaluation = evaluation;
        this.inside = Inside.of(evaluation);
        this.changes = changes;
        this.frozen = frozen;
    }

    /** A question to an evaluation, with no change yet. */
    public static EvaluationWhatIf of(Evaluation evaluation) {
        return new EvaluationWhatIf(requireNonNull(evaluation, "evaluation"), Map.of(), true);
    }

    /**
     * With another value in a column of an enterprise; empty for missing.
     *
     * @throws IllegalArgumentException if there is no such enterprise or column, or the value does not fit
     */
    public EvaluationWhatIf with(String enterprise, String column, String value) {
        requireNonNull(value, "value");
        Column definition = column(column);
        inside.row(enterprise);
        if (!value.isBlank()) {
            CellValue.read(definition, value.strip());
        }
        Map<String, Map<String, String>> more = new LinkedHashMap<>(changes);
        Map<String, String> own = new LinkedHashMap<>(more.getOrDefault(enterprise, Map.of()));
        own.put(column, value.strip());
        more.put(enterprise, own);
        return new EvaluationWhatIf(evaluation, more, frozen);
    }

    @Override
    public String toString() {
        return Characters.shown("WhatIf[" + changes + (frozen ? ", baselines frozen]" : ", baselines recomputed]"));
    }

    private Column column(String name) {
        return evaluation.rule().columns().get(name);
    }

    /** With baselines formed anew from the changed inputs. */
    public EvaluationWhatIf recomputed() {
        return new EvaluationWhatIf(evaluation, changes, false);
    }

    /** What would move. */
    public EvaluationImpact run() {
        EvaluationImpact quick = frozen && !inside.isMerged() ? new QuickImpact(evaluation, this).run() : null;
        return quick != null ? quick : full();
    }

    Evaluation evaluate() {
        return inside.again(changed(), frozen);
    }

    private Roll changed() {
        Roll roll = inside.originals();
        Map<String, Map<Integer, @Nullable BigDecimal>> numbers = new LinkedHashMap<>();
        Map<String, Map<Integer, @Nullable String>> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, String>> change : changes.entrySet()) {
            int row = inside.isMerged() ? roll.get(change.getKey()).index() : inside.row(change.getKey());
            change.getValue().forEach((name, text) -> {
                Column column = column(name);
                if (column.kind() == Symbol.Kind.TEXT) {
                    texts.computeIfAbsent(name, it -> new LinkedHashMap<>()).put(row, text.isEmpty() ? null : text);
                } else {
                    numbers.computeIfAbsent(name, it -> new LinkedHashMap<>())
                            .put(row, text.isEmpty() ? null : (BigDecimal) CellValue.read(column, text));
                }
            });
        }
        for (Map.Entry<String, Map<Integer, @Nullable BigDecimal>> column : numbers.entrySet()) {
            roll = roll.with(column.getKey(), column.getValue());
        }
        for (Map.Entry<String, Map<Integer, @Nullable String>> column : texts.entrySet()) {
            roll = roll.withTexts(column.getKey(), column.getValue());
        }
        return roll;
    }

    private EvaluationImpact full() {
        Evaluation after = evaluate();
        List<Move> moves = new ArrayList<>();
        List<Move> others = new ArrayList<>();
        for (String id : evaluation.ids()) {
            Move move = Move.of(id, evaluation, after);
            boolean isListed = move.inScore() || move.inClass() || move.inCharges() || move.inOtherRanking()
                    || (move.inRank() && changes.containsKey(id));
            if (!isListed && isCountable(move)) {
                others.add(move);
            } else if (isListed || move.inRank()) {
                moves.add(move);
            }
        }
        return new EvaluationImpact(evaluation, moves, shifts(others), () -> after);
    }

    /** Whether a move in rank alone can be told by a total and a number of places. */
    private static boolean isCountable(Move move) {
        return move.before().total().isPresent() && move.before().place().isPresent() && move.after().place().isPresent();
    }

    private List<RankShift> shifts(List<Move> others) {
        Comparator<Move> byRanking = Comparator.comparing(move -> evaluation.ranking(move.id()).toString());
        RankShift.Runs runs = new RankShift.Runs();
        others.stream().sorted(byRanking.thenComparing(move -> move.before().place().orElseThrow())).forEach(move ->
                runs.add(evaluation.ranking(move.id()), move.before().place().orElseThrow(), move.before().total().orElseThrow(),
                        move.after().place().orElseThrow() - move.before().place().orElseThrow(), 1));
        return runs.moved();
    }

    /** The changed slots of a row. */
    Map<Integer, Map<Integer, Value>> changedSlots() {
        Map<Integer, Map<Integer, Value>> slots = new LinkedHashMap<>();
        changes.forEach((id, values) -> {
            Map<Integer, Value> own = new LinkedHashMap<>();
            values.forEach((name, text) -> {
                Column column = column(name);
                checkArgument(column.kind() != Symbol.Kind.TEXT, "texts change whole rankings");
                String value = text.isEmpty() ? column.otherwise() : text;
                own.put(inside.cohort().rule.slot(name), value.isEmpty() ? Value.missing(name)
                        : Value.of(Rational.of((BigDecimal) CellValue.read(column, value))));
            });
            slots.put(inside.row(id), own);
        });
        return slots;
    }

    boolean changesTexts() {
        return changes.values().stream().flatMap(own -> own.keySet().stream())
                .anyMatch(name -> column(name).kind() == Symbol.Kind.TEXT);
    }
}
