package io.mubiao.render;

import io.mubiao.assess.Assessment;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How an assessment came about, in words that can be pasted into a reply (评估说明). What was filed is printed in
 * full, percentages to two decimals, half up, with ≈, but none as what is required unless it is that; the verdict was reached on
 * the exact numbers.
 */
public final class Explainer {
    private static final int IDS = 5;

    private final Words words;
    private final RequirementWords requirement;
    private final List<String> lines = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private final Working working;

    private Explainer(Assessment assessment, Locale locale) {
        words = new Words(locale);
        working = new Working(words, RequirementWords.limits(assessment));
        requirement = new RequirementWords(words);
    }

    /** The explanation in Chinese, or for any other locale in English. */
    public static String explain(Assessment assessment, Locale locale) {
        Explainer explainer = new Explainer(assessment, locale);
        explainer.head(assessment);
        assessment.trace().forEach(explainer::tell);
        explainer.pace(assessment);
        explainer.beside(assessment);
        return Words.lines(explainer.lines);
    }

    private void head(Assessment it) {
        String title = it.target().title();
        lines.add(it.target().id() + (title.isEmpty() ? "" : " " + title) + words.either("：", ": ")
                + words.of(it.status()));
        lines.add("  " + words.either("判定：", "verdict: ") + words.of(it.verdict()) + verdictNote(it)
                + words.either("；进度：", "; pace: ") + words.of(it.pace()));
        lines.add("  " + words.either("要求：", "required: ") + requirement.of(it.goal())
                + words.either("；期限 ", "; due ") + it.due()
                + (it.due().equals(it.originalDue()) ? "" : words.either("(原期限 ", " (originally ")
                        + it.originalDue() + ")")
                + words.either("；考核时点 ", "; as of ") + it.asOf()
                + (it.version() == 0 ? "" : words.either("；第 " + it.version() + " 次调整后的目标",
                        "; version " + it.version() + " of the goal")));
    }

    private String verdictNote(Assessment it) {
        if (it.reason().isPresent()) {
            String detail = it.detail().isEmpty() ? "" : words.either("：", ": ") + words.said(it.detail());
            return words.either("(", " (") + words.of(it.reason().get()) + detail + ")";
        }
        return it.settled() ? "" : words.either("(可随后续数据变化)", " (later figures may change it)");
    }

    /** A step after the steps it was computed from, none told twice. */
    private void tell(Trace step) {
        if (step instanceof Trace.Calc calc) {
            calc.operands().stream().filter(operand -> !(operand instanceof Trace.Given)).forEach(this::tell);
        }
        String line = "  " + step(step);
        if (!saysNothing(step) && told.add(line)) {
            lines.add(line);
        }
    }

    /** Nobody left out, or a cap that caps nothing. */
    private static boolean saysNothing(Trace step) {
        if (step instanceof Trace.Input input) {
            return input.evidence().count() == 0 && input.value().amount().signum() == 0;
        }
        return step instanceof Trace.Calc calc && calc.op() == Trace.Op.CAP
                && calc.value().equals(calc.operands().get(0).value());
    }

    private String step(Trace step) {
        String name = words.of(step.term());
        if (step instanceof Trace.Input input) {
            return name + working.named(input) + evidence(input);
        } else if (step instanceof Trace.Given given) {
            return name + working.named(given);
        } else if (step instanceof Trace.Calc calc) {
            return name + " = " + working.of(calc);
        } else if (step instanceof Trace.Check check) {
            return name + working.named(check.left()) + " " + (check.holds()
                    ? words.either("符合", "satisfies") : words.either("不符合", "does not satisfy"))
                    + " " + RequirementWords.symbols(check.bound(), words);
        }
        return name + " " + words.said(((Trace.Fact) step).text());
    }

    private String evidence(Trace.Input input) {
        long count = input.evidence().count();
        if (count == 0) {
            return "";
        }
        String ids = input.evidence().ids().limit(IDS).collect(Collectors.joining(", "));
        String more = count > IDS ? ", …" : "";
        return words.either("(依据 " + count + " 条：", " (" + count + (count == 1 ? " observation: " : " observations: "))
                + ids + more + ")";
    }

    private void pace(Assessment it) {
        it.pointsAhead().ifPresent(points -> lines.add("  " + (points.signum() < 0
                ? words.either("比序时落后 ", "behind pace by ") : words.either("比序时超前 ", "ahead of pace by "))
                + Numbers.of(points.abs()) + words.either(" 个百分点", " percentage points") + daysText(it)));
        if (it.pointsAhead().isEmpty() && it.daysAhead().orElse(0) != 0) {
            lines.add("  " + daysText(it).strip());
        }
        it.ratePerDay().ifPresent(rate -> {
            Optional<List<String>> both = it.neededPerDay().map(need -> Numbers.apart(rate, need));
            lines.add("  " + words.either("目前每日 ", "so far a day: ") + both.map(numbers -> numbers.get(0)).orElseGet(() -> Numbers.of(rate))
                    + both.map(numbers -> words.either("，此后每日需 ", ", needed a day from here: ") + numbers.get(1)).orElse(""));
        });
    }

    private String daysText(Assessment it) {
        long days = it.daysAhead().orElse(0);
        if (days == 0) {
            return "";
        }
        String count = Long.toString(Math.abs(days));
        String text = days < 0
                ? words.either("，落后 " + count + " 天", ", " + count + " days behind")
                : words.either("，超前 " + count + " 天", ", " + count + " days ahead");
        return it.pointsAhead().isPresent() ? text : text.substring(1);
    }

    private void beside(Assessment it) {
        it.otherActual().ifPresent(other -> lines.add("  " + words.either("另一口径：", "on the other basis: ")
                + working.filed(other)));
        it.notes().forEach(note -> lines.add("  " + words.either("注：", "note: ") + words.of(note.kind())
                + words.either("：", ": ") + words.said(note.detail())));
        it.opinions().forEach(opinion -> lines.add("  " + words.either("评定(不影响判定)：", "judged (beside the verdict): ")
                + opinion.assessor() + " " + opinion.on() + " " + opinion.band()
                + (opinion.comment().isEmpty() ? "" : words.either("，", ", ") + opinion.comment())));
        if (it.attainment().filter(value -> value.compareTo(Rational.ONE) > 0).isPresent()) {
            lines.add("  " + capped(it.cappedAttainment().orElse(Rational.ONE)));
        }
    }

    /** What counts of an attainment above 100 %: less of one that is above it because there is too much. */
    private String capped(Rational counted) {
        if (counted.compareTo(Rational.ONE) >= 0) {
            return words.either("完成率超过 100%，封顶后按 100% 计；原值保留", "attainment is above 100 %; the raw value "
                    + "stands beside the capped one");
        }
        String share = Numbers.percent(counted);
        boolean inFull = Rational.parse(share.replace("%", "")).equals(counted.times(Rational.HUNDRED));
        return words.either("完成率超过 100%，超出要求与不足要求同样扣减，折算后按" + (inFull ? " " : "约 ") + share + " 计；原值保留",
                "attainment is above 100 %, and too much counts like too little: " + (inFull ? "" : "about ") + share
                        + " counts; the raw value stands beside it");
    }

    /**
     * The numbers of an assessment as they are printed (算式): what was filed in full where it has an end, and a computed step as
     * an equation that the numbers printed in it give.
     */
    private static final class Working {
        private static final int LEAST = 2;
        private static final int MOST = 10;
        /** Nobody works out a root again by hand. */
        private static final int OF_A_ROOT = 6;

        private final Words words;
        private final List<Quantity> limits;

        Working(Words words, List<Quantity> limits) {
            this.words = words;
            this.limits = limits;
        }

        /** The number of a step with the sign between its name and it: none where it is printed in full. */
        String named(Trace step) {
            return (isInFull(step) ? " " : " ≈ ") + number(step);
        }

        /** The number of a step in its unit. */
        String number(Trace step) {
            return text(step, LEAST);
        }

        /** A filed number in its unit. */
        String filed(Quantity value) {
            return Numbers.filed(value, limits);
        }

        /** The formula with its numbers, the sign and the result. */
        String of(Trace.Calc calc) {
            int decimals = calc.op() == Trace.Op.COMPOUND_RATE ? OF_A_ROOT : LEAST;
            while (decimals < MOST && !gives(calc, decimals)) {
                decimals++;
            }
            int enough = decimals;
            return formula(calc, calc.operands().stream().map(operand -> text(operand, enough)).toList())
                    + (isExact(calc) ? " = " : " ≈ ") + number(calc);
        }

        /** Whether what is printed of the operands gives what is printed of the result. */
        private boolean gives(Trace.Calc calc, int decimals) {
            if (calc.op() == Trace.Op.COMPOUND_RATE || calc.operands().stream().allMatch(this::isInFull)) {
                return true;
            }
            Quantity again = Trace.compute(calc.op(), calc.operands().stream()
                    .map(operand -> Quantity.of(Rational.of(shown(operand, decimals)), operand.value().unit())).toList());
            BigDecimal result = shown(calc, LEAST);
            return Numbers.rounded(again, result.scale(), limits).compareTo(result) == 0;
        }

        /** = where the result and all it is worked out from are printed in full, or where it is held at an end; else ≈. */
        private boolean isExact(Trace.Calc calc) {
            return switch (calc.op()) {
                case COMPOUND_RATE -> false;
                case CAP -> isInFull(calc);
                default -> isInFull(calc) && calc.operands().stream().allMatch(this::isInFull);
            };
        }

        private boolean isInFull(Trace step) {
            return Rational.of(shown(step, LEAST)).equals(step.value().amount());
        }

        private String text(Trace step, int decimals) {
            return shown(step, decimals).toPlainString() + " " + step.value().unit();
        }

        /** What was achieved, however it was worked out, is printed as what was filed. */
        private BigDecimal shown(Trace step, int decimals) {
            boolean shortened = step instanceof Trace.Calc && step.term() != Term.ACTUAL && decimals == LEAST;
            return shortened ? Numbers.shown(step.value(), limits) : Numbers.filed(step.value(), limits, decimals);
        }

        private String formula(Trace.Calc calc, List<String> parts) {
            return switch (calc.op()) {
                case MINUS -> String.join(" - ", parts);
                case TIMES_SHARE -> String.join(" × ", parts);
                case PER -> String.join(" ÷ ", parts);
                case RELATIVE_CHANGE -> "(" + parts.get(0) + " - " + parts.get(1) + ") ÷ |" + parts.get(1) + "|";
                case POINTS -> parts.get(0) + " - " + parts.get(1);
                case CAP -> words.either("0 至 100% 之间的 ", "between 0 and 100 %: ") + parts.get(0);
                case COMPOUND_RATE -> "(" + parts.get(0) + " ÷ " + parts.get(1) + ")^(1 ÷ " + parts.get(2) + ") - 1";
            };
        }
    }
}
