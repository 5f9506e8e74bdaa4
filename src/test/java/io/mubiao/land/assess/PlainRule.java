package io.mubiao.land.assess;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.shape.Ties;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A rule of ratios as the tests know it: item k scores weight × (nk ÷ dk) ÷ base. Written out as a rule file for the engine,
 * and followed by {@link PlainReference} by hand.
 *
 * @param digits digits of the total
 * @param mode its rounding
 * @param totalCap the most a total may be
 * @param byIndustry whether each industry is ranked by itself
 * @param cuts cumulative shares of the classes A to D, in percent
 * @param remainder the class that takes the rest where each class is rounded; -1 where cumulative cuts are
 */
record PlainRule(List<Item> items, int digits, RoundingMode mode, Optional<BigDecimal> totalCap, boolean byIndustry,
        Ties ties, List<BigDecimal> cuts, RoundingMode quotaMode, int remainder) {
    static final List<String> CLASSES = List.of("A", "B", "C", "D");

    /** What an item is held against. */
    enum Base {
        CONSTANT,
        SUMS_BY_INDUSTRY,
        SUMS_OF_ALL
    }

    /**
     * One item.
     *
     * @param base the constant; where sums are formed, about what they give
     * @param baseDigits digits the formed baseline is rounded to; -1 where it is not
     * @param capped whether its score is at most 1.5 × weight
     * @param floored whether its score is at least 0
     * @param negativeIsZero whether a negative indicator scores 0
     * @param digits digits its score is rounded to; -1 where it is not
     */
    record Item(int weight, Base kind, BigDecimal base, int baseDigits, boolean capped, boolean floored,
            boolean negativeIsZero, int digits) {
        private String yaml(int k) {
            String by = kind == Base.SUMS_BY_INDUSTRY ? ", by: [industry]" : "";
            String rounded = baseDigits < 0 ? "" : ", round: " + baseDigits + " half-up";
            return "      i" + k + ": {weight: " + weight + ", score: ratio, base: "
                    + (kind == Base.CONSTANT ? base.toPlainString()
                            : "{kind: ratio-of-sums, population: evaluated" + by + rounded + "}")
                    + (capped ? ", cap: 1.5 * w" : "") + (floored ? ", floor: 0" : "")
                    + (negativeIsZero ? ", negative: zero" : "")
                    + (digits < 0 ? "" : ", round: " + digits + " half-up") + "}\n";
        }
    }

    EvaluationRule engineRule() {
        return RuleFile.parse(yaml(), Format.YAML, "plain");
    }

    String yaml() {
        StringBuilder yaml = new StringBuilder("id: plain\nyear: 2022\ncolumns:\n  industry: {kind: text}\n");
        for (int k = 0; k < items.size(); k++) {
            yaml.append("  n").append(k).append(": {decimals: 6, negative: true}\n  d").append(k).append(": {decimals: 6}\n");
        }
        yaml.append("indicators:\n");
        for (int k = 0; k < items.size(); k++) {
            yaml.append("  i").append(k).append(": {formula: n").append(k).append(" / d").append(k).append("}\n");
        }
        yaml.append("groups:\n  - id: all\n    weights-total: ").append(items.stream().mapToInt(Item::weight).sum())
                .append("\n    items:\n");
        for (int k = 0; k < items.size(); k++) {
            yaml.append(items.get(k).yaml(k));
        }
        yaml.append("total: {round: ").append(digits).append(' ').append(word(mode));
        totalCap.ifPresent(cap -> yaml.append(", cap: ").append(cap.toPlainString()));
        yaml.append("}\nranking: {by: [").append(byIndustry ? "industry" : "").append("], on: rounded, ties: ")
                .append(word(ties)).append(", small-groups: none}\nclasses:\n  order: [A, B, C, D]\n  by: rank\n  cuts: {");
        for (int k = 0; k < CLASSES.size(); k++) {
            yaml.append(k == 0 ? "" : ", ").append(CLASSES.get(k)).append(": ").append(cuts.get(k).toPlainString()).append(" %");
        }
        yaml.append("}\n  quota-base: ranked\n  quota-rounding: ").append(remainder < 0 ? "cumulative " : "each ")
                .append(word(quotaMode)).append('\n');
        return remainder < 0 ? yaml.toString() : yaml.append("  remainder: ").append(CLASSES.get(remainder)).append('\n').toString();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
