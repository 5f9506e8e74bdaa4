package io.mubiao.bench.land;

import java.util.List;
import java.util.stream.Collectors;

/** The text of the rules. */
final class LandDrl {
    private static final List<Score> SCORES = List.of(
            new Score("taxPerLand", 30, "Tax", "Land"),
            new Score("addedPerLand", 20, "Added", "Land"),
            new Score("addedPerEnergy", 20, "Added", "Energy"),
            new Score("addedPerEmission", 10, "Added", "Emission"),
            new Score("addedPerEmployee", 10, "Added", "Employees"),
            new Score("rdPerRevenue", 10, "Rd", "Revenue"));

    private static final String BASELINES = """
            package io.mubiao.bench.land.rules

            import io.mubiao.bench.land.LandFact
            import java.math.BigDecimal
            import java.math.MathContext
            import java.math.RoundingMode

            declare Industry
                code : int
            end

            declare Baseline
                industry : int
                taxPerLand : BigDecimal
                addedPerLand : BigDecimal
                addedPerEnergy : BigDecimal
                addedPerEmission : BigDecimal
                addedPerEmployee : BigDecimal
                rdPerRevenue : BigDecimal
            end

            function BigDecimal ratio(BigDecimal over, BigDecimal under) {
                return over.divide(under, MathContext.DECIMAL128);
            }

            function BigDecimal score(int weight, BigDecimal value, BigDecimal base) {
                BigDecimal points = BigDecimal.valueOf(weight);
                return points.multiply(value).divide(base, MathContext.DECIMAL128).max(BigDecimal.ZERO)
                        .min(points.multiply(new BigDecimal("1.5")));
            }

            rule "industries"
            when
                accumulate(LandFact($industry : industry); $codes : collectSet($industry))
            then
                for (Object code : $codes) {
                    insert(new Industry((Integer) code));
                }
            end

            rule "baselines of an industry"
            when
                Industry($code : code)
                accumulate(
                    LandFact(industry == $code, $land : land, $tax : tax, $added : added, $revenue : revenue,
                        $rd : rd, $energy : energy, $emission : emission, $employees : employees);
                    $lands : sum($land), $taxes : sum($tax), $addeds : sum($added), $revenues : sum($revenue),
                    $rds : sum($rd), $energies : sum($energy), $emissions : sum($emission),
                    $heads : sum($employees))
            then
                insert(new Baseline($code, ratio($taxes, $lands), ratio($addeds, $lands), ratio($addeds, $energies),
                        ratio($addeds, $emissions), ratio($addeds, $heads), ratio($rds, $revenues)));
            end
            """;

    private static final String TOTAL = """
                $fact.setTotal($fact.getTotal().setScale(2, RoundingMode.HALF_UP));
            end
            """;

    private LandDrl() {}

    /** A rule for every indicator, which adds its score to the total, and one that rounds the total. */
    static String ruleEach() {
        return BASELINES + SCORES.stream().map(score -> rule(score.base, "") + score.text() + "end\n")
                .collect(Collectors.joining()) + rule("total", "salience -1") + TOTAL;
    }

    /** One rule for all six indicators and the total. */
    static String oneRule() {
        return BASELINES + rule("scores", "") + SCORES.stream().map(Score::text).collect(Collectors.joining()) + TOTAL;
    }

    private static String rule(String name, String attributes) {
        return """

                rule "%s" %s
                when
                    $base : Baseline($code : industry)
                    $fact : LandFact(industry == $code)
                then
                """.formatted(name, attributes);
    }

    private record Score(String base, int weight, String over, String under) {
        String text() {
            return "    $fact.add(score(%d, ratio($fact.get%s(), $fact.get%s()), $base.get%s()));%n".formatted(weight,
                    over, under, Character.toUpperCase(base.charAt(0)) + base.substring(1));
        }
    }
}
