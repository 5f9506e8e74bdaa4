package io.mubiao.render;

import io.mubiao.formula.Formula;
import io.mubiao.scorecard.GradeQuota;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.Judgement;
import io.mubiao.scorecard.LightReason;
import io.mubiao.scorecard.ManualOverride;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.Score;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Banding;
import io.mubiao.shape.Interval;
import io.mubiao.shape.Ties;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells how points came about (计分说明), in Chinese or (for any other locale) English. */
public final class ScoreExplainer {
    private static final Pattern ASKED = Pattern.compile("([a-z_]+)\\(\"(.*)\"\\)");
    private static final Pattern ABSENCE = Pattern.compile("([A-Z_]+)\\((.*)\\)");

    private final Words words;
    private final List<String> lines = new ArrayList<>();
    private final Set<String> told = new LinkedHashSet<>();

    private ScoreExplainer(Locale locale) {
        words = new Words(locale);
    }

    /** How a scoring rule made its points. */
    public static String explain(Score score, Locale locale) {
        ScoreExplainer explainer = new ScoreExplainer(locale);
        explainer.score(score, explainer.words.said(score.why()));
        return explainer.text();
    }

    /** How an item got its points and light. */
    public static String explain(ItemScore item, Locale locale) {
        ScoreExplainer explainer = new ScoreExplainer(locale);
        explainer.item(item);
        return explainer.text();
    }

    /** How a node got its points, grade and place. */
    public static String explain(NodeScore node, Locale locale) {
        ScoreExplainer explainer = new ScoreExplainer(locale);
        explainer.node(node);
        return explainer.text();
    }

    private String text() {
        return Words.lines(lines);
    }

    private void item(ItemScore item) {
        lines.add(item.id() + " " + item.title() + words.either("：", ": ") + points(item.points(),
                item.full()) + item.light().map(light -> words.either("，灯 ", ", light ") + light).orElse(""));
        score(item.score(), item.assessment().flatMap(it -> it.reason().map(reason -> words.of(reason)
                + (it.detail().isEmpty() ? "" : words.either("(", " (") + words.said(it.detail()) + ")"))).orElseGet(() -> words.said(item.score().why())));
        item.lightReason().ifPresent(this::light);
        item.override().ifPresent(by -> override(by, item.score().points().map(Numbers::four).orElse("-")));
        item.judgements().forEach(this::judgement);
        item.vetoes().stream().filter(claim -> !item.score().vetoes().contains(claim)).forEach(this::claim);
        item.duties().stream().filter(claim -> !item.score().duties().contains(claim)).forEach(this::claim);
    }

    /** Why the light, with the readings of the test or number. */
    private void light(LightReason why) {
        List<Trace> readings = why.trace().operands();
        Formula asked = why.test().orElse(why.trace().formula());
        String rule = PlainFormula.titles(words, readings).whole(asked);
        String facts = why.test().isEmpty() ? "" : readings.stream().map(each -> (Trace.Leaf) each)
                .map(leaf -> PlainFormula.title(words, leaf) + " " + new FormulaWords(words).value(leaf))
                .collect(Collectors.joining(words.either("，", ", "), words.either("（", " ("), words.either("）", ")")));
        boolean plain = readings.size() == 1 && asked.expr() instanceof io.mubiao.formula.Expr.Name;
        lines.add("  " + words.either("亮灯依据：", "light by: ") + rule + facts
                + (why.test().isPresent() ? "" : plain ? Equation.sign(why.trace()) + PlainNumber.of(why.trace().value())
                        : withNumbers(why.trace())) + why.banding().map(it -> words.either("，", ", ") + new StandingWords(words).held(it, "")).orElse("") + words.either("，亮 ", ", shows ") + why.light());
        why.memory().ifPresent(memory -> lines.add("  " + words.either("连续 " + memory.periods() + " 期亮 "
                + String.join("、", memory.lights()) + "，改亮 ", memory.periods() + " periods in a row "
                + String.join(", ", memory.lights()) + ": shows ") + memory.becomes()));
    }

    private void score(Score score, String why) {
        ScoringRule rule = score.rule();
        String status = switch (rule.status()) {
            case PUBLISHED -> "";
            case UNVERIFIED -> words.either("，公式未经核实", ", formula unverified");
            case TEMPLATE -> words.either("，模板", ", template");
        };
        lines.add("  " + words.either("计分办法：", "scored by: ") + (rule.title().isEmpty() ? rule.id() : rule.title()) + status
                + source(rule));
        score.inputs().stream().filter(leaf -> !leaf.name().equals("w")).forEach(leaf ->
                lines.add("  " + PlainFormula.title(words, leaf) + (leaf.number().filter(it -> !PlainNumber.isExact(it.amount())).isPresent() ? " ≈ " : " ")
                        + new FormulaWords(words).value(leaf) + origin(leaf)));
        score.trace().ifPresent(this::worked);
        if (score.points().isEmpty()) {
            lines.add("  " + words.either("没有得分：", "no points: ") + absence(score.absence(), rule)
                    + (why.isEmpty() ? "" : words.either("，", ", ") + why));
        }
        score.raw().filter(raw -> !raw.equals(score.points().orElse(raw))).ifPresent(raw ->
                lines.add("  " + words.either("不计封顶、保底的得分 ", "without caps and floors ")
                        + Numbers.four(raw, score.points().orElse(raw))));
        score.vetoes().forEach(this::claim);
        score.duties().forEach(this::claim);
        score.undecided().forEach(claim -> lines.add("  " + words.either("不能判定：", "cannot be decided: ") + claim.title()));
    }

    /** Where a figure comes from; nowhere if it is missing. */
    private String origin(Trace.Leaf leaf) {
        return leaf.number().isEmpty() && leaf.text().isEmpty() ? "" : words.either("(", " (") + words.of(leaf.origin()) + ")";
    }

    private static String source(ScoringRule rule) {
        return rule.sources().isEmpty() ? "" : " [" + rule.sources().get(0).title() + "]";
    }

    private void worked(Trace.Worked step) {
        for (Trace operand : step.operands()) {
            if (operand instanceof Trace.Worked inner) {
                worked(inner);
            }
        }
        if (told.add(step.name())) {
            String title = step.name().endsWith("_uncapped") ? new FormulaWords(words).name(step.title()) + words.either("(限值前)", " (before limits)")
                    : new FormulaWords(words).name(step.title());
            lines.add("  " + title + withNumbers(step));
        }
    }

    private void node(NodeScore node) {
        String name = node.id().isEmpty() ? words.either("合计", "all") : words.node(node.title());
        lines.add(name + words.either("：", ": ") + points(node.points(), node.full())
                + node.grade().map(grade -> words.either("，等次 ", ", grade ") + grade).orElse("")
                + node.light().map(light -> words.either("，灯 ", ", light ") + light).orElse("")
                + (node.place().isPresent() ? words.either("，第 " + node.place().getAsLong() + " 名",
                        ", place " + node.place().getAsLong()) : ""));
        lines.add("  " + words.either("汇总方式：", "rolled up by: ") + words.of(node.rule().rollup())
                + node.rule().best().map(most -> words.either("，取最高的 " + most + " 项", ", the best " + most)).orElse("")
                + words.either("；完整度 ", "; complete to ") + Numbers.percent(node.completeness()));
        node.nodes().forEach(child -> lines.add("  " + words.node(child.title()) + " " + points(child.points(), child.full())));
        node.items().forEach(child -> lines.add("  " + child.item().id() + " " + child.item().title() + " "
                + points(child.item().points(), child.item().full())
                + (child.share().equals(Rational.ONE) ? "" : words.either("，计 ", ", counted ") + Numbers.percent(child.share()))));
        node.trace().ifPresent(step -> lines.add("  " + words.either("得分", "points") + withNumbers(step)));
        node.reason().ifPresent(reason -> lines.add("  " + words.either("没有得分：", "no points: ") + words.of(reason)
                + (node.detail().isEmpty() ? "" : words.either("：", ": ") + words.said(node.detail()))));
        new StandingWords(words).of(node).forEach(line -> lines.add("  " + line));
        node.vetoes().forEach(veto -> lines.add("  " + words.either("否决：", "veto: ") + veto.claim().title() + "("
                + veto.item() + ")" + words.either("，等次不高于 ", ", grade no better than ")
                + veto.claim().grade().orElse("")));
        if (!node.grade().equals(node.computedGrade()) && !node.gradeBanding().flatMap(Banding::band).map(it -> it.label()).equals(node.computedGrade())) {
            lines.add("  " + words.either("按得分的等次 ", "grade of the points alone ") + node.computedGrade().orElse("-"));
        }
        node.override().ifPresent(by -> override(by, node.computedPoints().map(Numbers::four).orElse("-")));
        node.judgements().forEach(this::judgement);
    }

    private void claim(Claim claim) {
        lines.add("  " + (claim.isVeto()
                ? words.either("否决：", "veto: ") + claim.title() + words.either("，等次不高于 ", ", grade no better than ")
                        + claim.grade().orElse("")
                : words.either("应作说明：", "to be explained: ") + claim.title()));
    }

    private void override(ManualOverride by, String computed) {
        lines.add("  " + words.either("人工调整：", "override: ") + by.reason() + words.either("(决定：", " (by ") + by.author()
                + words.either("，有效期 ", ", counts from ") + by.from() + words.either(" 至 ", " to ") + by.until() + ")"
                + words.either("；计算值 ", "; computed ") + computed);
    }

    private void judgement(Judgement by) {
        lines.add("  " + words.either("评定(不影响得分)：", "judged (beside the points): ") + by.assessor() + " " + by.on() + " "
                + by.band() + (by.comment().isEmpty() ? "" : words.either("，", ", ") + by.comment()));
    }

    private static String points(java.util.Optional<Rational> points, Rational full) {
        return points.map(value -> Numbers.four(value, full)).orElse("-") + "/" + Numbers.four(full);
    }

    /** An input by its title, also what is asked of its peers or earlier periods. */
    private String about(String name, ScoringRule rule) {
        Matcher asked = ASKED.matcher(name);
        String input = asked.matches() ? asked.group(2) : name;
        String title = rule.inputs().stream().filter(it -> it.id().equals(input)).map(RuleInput::title).findFirst()
                .orElseGet(() -> new FormulaWords(words).name(input));
        return !asked.matches() ? title : switch (asked.group(1)) {
            case "lowest" -> words.either("同组最低的" + title, "lowest " + title + " of the peers");
            case "highest" -> words.either("同组最高的" + title, "highest " + title + " of the peers");
            case "mean" -> words.either("同组平均的" + title, "mean " + title + " of the peers");
            case "place" -> words.either(title + "的同组名次", "place of " + title + " among the peers");
            case "peers" -> words.either("有" + title + "的同组对象数", "number of peers with " + title);
            case "prior" -> words.either("上期" + title, title + " of the period before");
            default -> words.either(title + "连续期数", "periods in a row of " + title);
        };
    }

    /** {@code MISSING(met)} in words. */
    private String absence(String text, ScoringRule rule) {
        Matcher matcher = ABSENCE.matcher(text);
        if (!matcher.matches()) {
            return text;
        }
        String about = about(matcher.group(2), rule);
        return switch (matcher.group(1)) {
            case "MISSING" -> words.either("缺少", "missing: ") + about;
            case "ZERO_DIVISOR" -> words.either("分母为零：", "zero divisor: ") + about;
            default -> about;
        };
    }

    /** = or ≈, the formula with numbers, the result, and what held or rounded it. */
    private String withNumbers(Trace.Worked worked) {
        Equation equation = new Equation(words, worked);
        List<String> why = equation.whole();
        String notes = why.isEmpty() ? "" : words.either("【", " [") + String.join(words.either("，", ", "), why) + words.either("】", "]");
        return (worked.number().isPresent() ? equation.leading() + equation.forward() : " = " + equation.core() + " = " + words.either("无数值", "no number"))
                + notes;
    }

    /** Why a node has its grade, its light and its place, in words. */
    private static final class StandingWords {
        private static final int NAMED = 5;

        private final Words words;

        StandingWords(Words words) {
            this.words = words;
        }

        List<String> of(NodeScore node) {
            List<String> lines = new ArrayList<>();
            boolean byHand = node.override().flatMap(it -> it.grade()).isPresent();
            if (node.isOffScale() && !byHand) {
                lines.add((node.grade().isPresent() ? words.either("不按得分评等次：", "no grade by points: ") : words.either("不评等次：", "no grade: "))
                        + offScale(node));
            }
            node.gradeBanding().filter(it -> !byHand).ifPresent(it -> lines.add(words.either("等次依据：得分", "grade by: points") + number(it, "") + held(it, "")
                    + it.band().map(band -> earned(band.label(), node.grade().equals(Optional.of(band.label())))).orElse("")));
            node.allotted().ifPresent(it -> lines.add(allotted(node, it)));
            node.lightBanding().filter(it -> node.override().flatMap(by -> by.light()).isEmpty()).ifPresent(it -> lines.add(
                    words.either("亮灯依据：得分占满分的比例", "light by: share of the full points") + number(it, " %") + held(it, " %")
                            + it.band().map(band -> words.either("，亮 ", ", shows ") + band.label()).orElse("")));
            node.placing().ifPresent(it -> lines.add(placing(node, it)));
            return lines;
        }

        private String earned(String label, boolean stays) {
            return words.either((stays ? "，为“" : "，按得分为“") + label + "”", (stays ? ", which is '" : ", which by points is '") + label + "'");
        }

        private String offScale(NodeScore node) {
            String full = Numbers.four(node.full());
            return node.gradedOutOf().map(Numbers::four).map(of -> words.either("等次的分数线按满分 " + of + " 分定，此处满分 " + full + " 分",
                    "the bands of the grades are of " + of + " full points, here they are " + full))
                    .orElseGet(() -> words.either("办法没有写明等次的分数线按满分多少分定，此处满分 " + full + " 分，与最高等次的分数线" + best(node) + " 不相称",
                            "the rule does not say of which full points the bands of the grades are, and " + full + " do not befit the best grade" + best(node)));
        }

        private static String best(NodeScore node) {
            return node.bestGradeFrom().map(low -> " " + PlainNumber.of(low)).orElse("");
        }

        /** The number, beside the ends of its band and the number it is rounded to. */
        private String number(Banding it, String unit) {
            PlainNumber beside = beside(it);
            String text = it.rounding().map(by -> beside.beforeRounding(Quantity.of(it.number(), Unit.NONE), by.digits())).orElseGet(() -> beside.text(it.number()));
            return (PlainNumber.isExact(it.number()) ? " " : " ≈ ") + text + unit + words.either("，", ", ");
        }

        private static PlainNumber beside(Banding it) {
            return PlainNumber.beside(Stream.concat(Stream.of(it.number(), it.rounded()), it.band().map(band -> band.interval()).stream()
                    .flatMap(interval -> Stream.concat(interval.low().stream(), interval.high().stream()))));
        }

        /** How the number was rounded, and the band that holds it. */
        String held(Banding it, String unit) {
            String rounded = it.rounded().equals(it.number()) ? "" : it.rounding().map(by -> new FormulaWords(words).rounded(by)).orElse("")
                    + words.either("为 ", ": ") + PlainNumber.of(it.rounded()) + unit + words.either("，", ", ");
            return rounded + it.band().map(band -> interval(band.interval(), unit)).orElse(words.either("办法没有规定这里的档次", "of which the rule says nothing"));
        }

        private String interval(Interval it, String unit) {
            if (it.low().isPresent() && it.low().equals(it.high())) {
                return "= " + PlainNumber.of(it.low().get()) + unit;
            }
            Optional<String> low = it.low().map(end -> (it.lowIncluded() ? "≥ " : "> ") + PlainNumber.of(end) + unit);
            Optional<String> high = it.high().map(end -> (it.highIncluded() ? "≤ " : "< ") + PlainNumber.of(end) + unit);
            return String.join(words.either(" 且 ", " and "), Stream.concat(low.stream(), high.stream()).toList());
        }

        private String placing(NodeScore node, NodeScore.Placing it) {
            String scored = it.ranked() == it.all() ? "" : words.either("，有得分的 " + it.ranked() + " 个", ", of which " + it.ranked() + " have points");
            return words.either("名次依据：共 " + it.all() + " 个", "place by: there are " + it.all()) + scored
                    + words.either("，按得分从高到低排第 " + it.place(), "; by points, the most first, this is number " + it.place())
                    + tied(node, it.equals(), it.ties());
        }

        private String tied(NodeScore node, List<String> equals, Ties ties) {
            if (equals.size() < 2) {
                return "";
            }
            List<String> others = new ArrayList<>(equals);
            others.remove(node.title());
            String names = String.join(words.either("、", ", "), others.stream().limit(NAMED).map(words::node).toList())
                    + (others.size() > NAMED ? words.either(" 等 " + others.size() + " 个", " and " + (others.size() - NAMED) + " more") : "");
            String points = node.points().map(own -> (PlainNumber.isExact(own) ? " " : words.either("约 ", " about ")) + PlainNumber.of(own)).orElse("");
            return words.either("，与 " + names + " 同为" + points + " 分，", ", with" + points + " points as " + names + ", ") + switch (ties) {
                case BEST_PLACE -> words.either("并列的取较优名次", "equals have the best of their places");
                case WORST_PLACE -> words.either("并列的取较后名次", "equals have the worst of their places");
                case DENSE -> words.either("并列的名次相同，其后名次不空", "equals share a place and none is left out");
            };
        }

        private String allotted(NodeScore node, NodeScore.Allotted it) {
            String line = words.either("名额：“" + it.label() + "”", "places: '" + it.label() + "' ") + most(it)
                    + words.either("；得分够“" + it.label() + "”的 " + it.earning() + " 个按得分排列，此处列第 " + it.place(),
                    "; by points this is number " + it.place() + " of the " + it.earning() + " whose points earn '" + it.label() + "'")
                    + tied(node, it.equals(), it.ties());
            boolean several = it.equals().size() > 1;
            return line + (it.isGiven() ? words.either(several ? "，都在名额内" : "，在名额内", several ? ": all have a place" : ": it has a place")
                    : words.either(several ? "，都超出名额" : "，超出名额", several ? ": none of them has a place" : ": it has no place")
                    + node.denied().map(denied -> words.either("，改评“" + denied.instead() + "”", ", so it gets '" + denied.instead() + "'")).orElse(""));
        }

        /** How many places there are, and how a share becomes that many. */
        private String most(NodeScore.Allotted it) {
            GradeQuota.Most most = it.quota().most().get(it.label());
            List<String> parts = new ArrayList<>();
            Optional.ofNullable(most).flatMap(GradeQuota.Most::share).ifPresent(share -> parts.add(share(it, share)));
            if (most != null && most.count().isPresent()) {
                parts.add(words.either("至多 " + most.count().getAsLong() + " 个", "at most " + most.count().getAsLong()));
            }
            return String.join(words.either("，且", ", and "), parts);
        }

        private String share(NodeScore.Allotted it, Rational share) {
            String percent = PlainNumber.of(share.times(Rational.HUNDRED)) + words.either("%", " %");
            Rational found = share.times(Rational.of(it.of()));
            String whole = it.quota().rounding().map(mode -> new FormulaWords(words).rounded(new Rounding(0, mode))).orElse("");
            String base = switch (it.quota().of()) {
                case RANKED -> words.either("有得分的 ", "those with points, ");
                case ALL -> words.either("全部 ", "all ");
            };
            boolean exact = PlainNumber.isExact(found) && PlainNumber.isExact(share.times(Rational.HUNDRED));
            String rounded = found.asDecimal().filter(number -> number.stripTrailingZeros().scale() <= 0).isPresent() ? ""
                    : words.either("，", ", ") + whole + words.either("为 ", ": ") + found.round(new Rounding(0, it.quota().rounding().orElseThrow())).toPlainString();
            return words.either("至多占" + base + it.of() + " 个的 ", "at most ") + percent + words.either("：", " of " + base + it.of() + ": ")
                    + it.of() + " × " + percent + (exact ? " = " : " ≈ ") + PlainNumber.of(found) + rounded + words.either(" 个", "");
        }
    }
}
