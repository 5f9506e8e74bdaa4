package io.mubiao.io.result;

import com.google.common.collect.ImmutableSet;
import io.mubiao.formula.Symbol;
import io.mubiao.io.internal.Fields;
import io.mubiao.land.Consequence;
import io.mubiao.land.assess.Charge;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.internal.ChargeColumn;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What stands under a column of results: exact, empty where there is nothing. */
final class ResultCells {
    private static final ImmutableSet<String> OF_RESULTS = ImmutableSet.of("id", "name", "status", "group", "total", "rank",
            "places", "initial_class", "class", "label", "reason");

    private ResultCells() {}

    /** @throws NoSuchIdException if the rule has no such profile; names those it has */
    static List<String> columns(Evaluation evaluation, String profile) {
        List<String> columns = evaluation.rule().exports().get(profile);
        if (columns == null) {
            throw new NoSuchIdException("rule '" + evaluation.rule().id() + "' has no export profile '" + profile + "'; it has "
                    + evaluation.rule().exports().keySet());
        }
        return columns;
    }

    /** @throws NoSuchIdException if there is no such column; names it */
    static void check(Evaluation evaluation, List<String> columns) {
        columns.stream().filter(column -> !OF_RESULTS.contains(column) && charge(evaluation, column).isEmpty()).forEach(evaluation::kind);
    }

    /** Whether it is a column of the results themselves, whatever the rule. */
    static boolean isOfResults(String column) {
        return OF_RESULTS.contains(column);
    }

    static String cell(Evaluation evaluation, EnterpriseResult it, String column) {
        return switch (column) {
            case "id" -> it.id();
            case "name" -> it.name().equals(it.id()) ? "" : it.name();
            case "status" -> Fields.word(it.standing());
            case "group" -> it.group();
            case "total" -> it.total().map(Rational::toString).orElse("");
            case "rank" -> value(it.place());
            case "places" -> value(it.places());
            case "initial_class" -> it.initialClass().orElse("");
            case "class" -> it.finalClass().orElse("");
            case "label" -> it.label();
            case "reason" -> it.reason();
            default -> charge(evaluation, column).isPresent() ? amount(evaluation, it, column).map(Rational::toString).orElse("")
                    : own(evaluation, it.id(), column);
        };
    }

    private static Optional<Consequence> charge(Evaluation evaluation, String column) {
        return ChargeColumn.find(evaluation.rule(), column);
    }

    private static String own(Evaluation evaluation, String id, String column) {
        return evaluation.kind(column) == Symbol.Kind.TEXT ? evaluation.text(id, column).orElse("")
                : evaluation.number(id, column).map(number -> TraceRows.value(evaluation.kind(column), number).toString()).orElse("");
    }

    static boolean isCharge(Evaluation evaluation, String column) {
        return charge(evaluation, column).isPresent();
    }

    /** The amount of a consequence; empty where it does not concern the enterprise, or cannot be said. */
    static Optional<Rational> amount(Evaluation evaluation, EnterpriseResult it, String column) {
        Optional<Consequence> of = charge(evaluation, column);
        return evaluation.charges(it.id()).stream().filter(charge -> of.filter(charge.consequence()::equals).isPresent()).findFirst()
                .flatMap(Charge::amount).map(Quantity::amount);
    }

    static String value(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "";
    }
}
