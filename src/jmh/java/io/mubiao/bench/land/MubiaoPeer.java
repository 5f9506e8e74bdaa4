package io.mubiao.bench.land;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.NumberColumn;
import io.mubiao.land.Roll;
import io.mubiao.land.TextColumn;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.value.Rational;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Mubiao, with the rule as data and the roll in columns. */
final class MubiaoPeer {
    private static final String ITEM = "      %s: {weight: %d, score: ratio, base: {kind: ratio-of-sums, by: [industry], "
            + "population: evaluated}, cap: 1.5 * w, floor: 0}\n";
    static final String RULE = """
            id: benchmark
            year: 2024
            columns:
              land: {unit: 亩}
              tax: {unit: 万元, negative: true}
              value_added: {unit: 万元, negative: true}
              revenue: {unit: 万元}
              rd: {unit: 万元}
              energy: {unit: tce}
              emission: {unit: t, decimals: 3}
              employees: {unit: 人, decimals: 0}
              industry: {kind: text}
            indicators:
              tax_land: {formula: tax / land, unit: 万元/亩}
              added_land: {formula: value_added / land, unit: 万元/亩}
              added_energy: {formula: value_added / energy, unit: 万元/tce}
              added_emission: {formula: value_added / emission, unit: 万元/t}
              added_employees: {formula: value_added / employees, unit: 万元/人}
              rd_revenue: {formula: rd / revenue}
            groups:
              - id: all
                weights-total: 100
                items:
            """ + item("tax_land", 30) + item("added_land", 20)
            + item("added_energy", 20) + item("added_emission", 10) + item("added_employees", 10) + item("rd_revenue", 10)
            + """
            total: {round: 2 half-up}
            ranking: {by: [industry], on: rounded, ties: best-place, small-groups: none}
            classes:
              order: [A, B, C, D]
              by: rank
              cuts: {A: 20 %, B: 70 %, C: 95 %, D: 100 %}
              quota-base: ranked
              quota-rounding: cumulative half-up
            """;

    private final Roll roll;
    private final LandAssessor assessor;

    MubiaoPeer(Cohort cohort, int threads) {
        EvaluationRule rule = RuleFile.parse(RULE, Format.YAML, "benchmark");
        assessor = LandAssessor.of(rule).threads(threads);
        Map<String, NumberColumn> numbers = new LinkedHashMap<>();
        numbers.put("land", NumberColumn.of(2, cohort.land()));
        numbers.put("tax", NumberColumn.of(2, cohort.tax()));
        numbers.put("value_added", NumberColumn.of(2, cohort.valueAdded()));
        numbers.put("revenue", NumberColumn.of(2, cohort.revenue()));
        numbers.put("rd", NumberColumn.of(2, cohort.rd()));
        numbers.put("energy", NumberColumn.of(2, cohort.energy()));
        numbers.put("emission", NumberColumn.of(3, cohort.emission()));
        numbers.put("employees", NumberColumn.of(0, cohort.employees()));
        List<String> industries = IntStream.range(0, Cohort.INDUSTRIES).mapToObj(i -> "I" + i).toList();
        roll = Roll.of(rule, cohort.rows(), row -> "E" + row, numbers,
                Map.of("industry", TextColumn.of(industries, cohort.industry())));
    }

    private static String item(String id, int weight) {
        return ITEM.formatted(id, weight);
    }

    Evaluation evaluate() {
        return assessor.evaluate(roll);
    }

    /** The same in the form of the other peers, for the comparison alone. */
    LandResult result() {
        LandResult result = LandResult.ofRows(roll.size());
        int row = 0;
        for (EnterpriseResult it : evaluate()) {
            result.totals()[row] = it.total().orElseThrow().times(Rational.HUNDRED).numerator().longValueExact();
            result.ranks()[row] = Math.toIntExact(it.place().orElseThrow());
            result.classes()[row] = (byte) "ABCD".indexOf(it.finalClass().orElseThrow());
            row++;
        }
        return result;
    }
}
