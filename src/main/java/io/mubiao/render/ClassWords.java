package io.mubiao.render;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.land.assess.Explanation;
import io.mubiao.rule.Cite;
import io.mubiao.trace.Trace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why a class and no other, in words: places, thresholds, tests, requirements, and what changed it. */
final class ClassWords {
    private record Phrase(String holds, String fails, String holdsEnglish, String failsEnglish) {}

    private static final ImmutableMap<String, Phrase> COMPARED = ImmutableMap.of(
            ">=", new Phrase("不低于", "低于", "reaches the", "is below the"),
            ">", new Phrase("高于", "不高于", "is above the", "is not above the"),
            "<=", new Phrase("不高于", "高于", "is within the", "is above the"),
            "<", new Phrase("低于", "不低于", "is below the", "is not below the"));

    private final Words words;

    ClassWords(Words words) {
        this.words = words;
    }

    /**
     * The way to the class before overrides, a line for each thing looked at; what follows a place stands behind it.
     *
     * @param cited where a step stands, told once behind the last of those that stand there
     */
    List<String> way(Explanation it, Function<Cite, String> cited) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < it.way().size(); i++) {
            Explanation.ClassStep step = it.way().get(i);
            String text = step(it, step);
            if (step.ground() == Explanation.Ground.REQUIREMENT && !lines.isEmpty()) {
                String link = step.holds().orElse(true) ? words.either("，", ", ") : words.either("，但", ", but ");
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + link + text);
            } else {
                lines.add(text);
            }
            if (i + 1 == it.way().size() || !it.way().get(i + 1).cite().equals(step.cite())) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + cited.apply(step.cite()));
            }
        }
        return lines;
    }

    private String step(Explanation it, Explanation.ClassStep step) {
        String name = step.className();
        return switch (step.ground()) {
            case PLACE -> it.ranking().map(placing -> words.either("第 " + placing.place() + " 名，在 " + name + " 类名额之内",
                    "place " + placing.place() + " is one of " + name)).orElse(name);
            case REST -> words.either("以上均不符合，为 " + name, "none of these holds: " + name);
            case REFILL -> vacancy(step, "前面被调档的企业退出排名，名次前移", "those ahead who were moved left the ranking") + words.either("，递补为 ", ": ") + name;
            case DISPLACED -> vacancy(step, "名额由调入的企业占用", "its place is taken by one moved there") + words.either("，顺延为 ", ": ") + name;
            case THRESHOLD, TEST -> required(step);
            case REQUIREMENT -> required(step) + (step.next().isEmpty() ? ""
                    : words.either("，降为 " + step.next(), ", so it is " + step.next()));
        };
    }

    /** How many places were vacated, by how many who left, and to which place that reaches. */
    private String vacancy(Explanation.ClassStep step, String otherwise, String english) {
        Explanation.Vacancy it = step.vacancy().orElseThrow();
        String of = it.className() + (it.isBest() ? words.either(" 类", "") : words.either(" 类及以上", " and better"));
        long free = it.left() - it.entered();
        boolean isUp = step.ground() == Explanation.Ground.REFILL;
        if (it.reach() == 0 || (isUp ? free <= 0 : free >= 0)) {
            return words.either(otherwise, english);
        }
        String who = words.either(it.left() + " 户调出" + (it.entered() == 0 ? "" : "，" + it.entered() + " 户调入占名额"),
                it.left() + " left" + (it.entered() == 0 ? "" : ", " + it.entered() + " moved there"));
        return isUp ? words.either(of + "空出 " + free + " 个名额（" + who + "），递补至第 " + it.reach() + " 名",
                        "in " + of + " " + places(free) + " vacated (" + who + ") and filled again to place " + it.reach())
                : words.either(of + "少 " + -free + " 个名额（" + who + "），至第 " + it.reach() + " 名为止",
                        "in " + of + " " + places(-free) + " taken (" + who + "), so that it ends at place " + it.reach());
    }

    private static String places(long count) {
        return count == 1 ? "1 place is" : count + " places are";
    }

    /** What a class requires, with the numbers, and whether it is so. */
    String required(Explanation.ClassStep step) {
        Formula test = step.test().orElseThrow();
        String name = step.className();
        if (step.holds().isPresent() && test.expr() instanceof Expr.Call call && COMPARED.containsKey(call.function())
                && call.operands().get(0) instanceof Expr.Name && call.operands().get(1) instanceof Expr.Literal) {
            Phrase phrase = java.util.Objects.requireNonNull(COMPARED.get(call.function()));
            List<String> sides = PlainFormula.numbers(words, step.operands()).sides(call);
            String what = PlainFormula.titles(words, step.operands()).whole(Formula.of(call.operands().get(0))) + " " + sides.get(0);
            String limit = sides.get(1);
            boolean holds = step.holds().get();
            return words.either(what + " " + (holds ? phrase.holds : phrase.fails) + " " + name + " 类要求的 " + limit,
                    what + " " + (holds ? phrase.holdsEnglish : phrase.failsEnglish) + " " + limit + " that " + name + " requires");
        }
        return words.either(name + " 类要求 ", name + " requires ") + test(test, step.operands()) + words.either("，", ", ")
                + step.holds().map(holds -> holds ? words.either("符合", "which is so") : words.either("不符合", "which is not so"))
                        .orElse(words.either("不能判定", "which cannot be decided"));
    }

    /** A test in names, and behind it the facts: 发生事故：是; 税收 ÷ 用地面积 ≥ 19 万元/亩：160 万元 ÷ 10 亩 ≥ 19 万元/亩. */
    String test(Formula test, List<Trace> operands) {
        Expr plain = test.expr() instanceof Expr.Call call && call.function().equals("not") ? call.operands().get(0) : test.expr();
        if (plain instanceof Expr.Name name) {
            return leaf(name, operands).map(leaf -> PlainFormula.title(words, leaf) + words.either("：", ": ") + new FormulaWords(words).value(leaf))
                    .orElseGet(() -> PlainFormula.titles(words, operands).whole(test));
        }
        Optional<Trace.Leaf> given = given(plain, operands);
        if (given.isPresent()) {
            return PlainFormula.title(words, given.get()) + words.either("：", ": ") + new FormulaWords(words).value(given.get());
        }
        Optional<Trace.Leaf> wanted = plain == test.expr() ? wanted(plain, operands) : Optional.empty();
        if (wanted.isPresent()) {
            return PlainFormula.title(words, wanted.get()) + words.either("：", ": ") + new FormulaWords(words).value(wanted.get());
        }
        String titles = PlainFormula.titles(words, operands).whole(test);
        Set<String> facts = new LinkedHashSet<>();
        facts(test.expr(), operands, facts);
        String told = String.join(words.either("，", ", "), facts);
        return titles.equals(told) ? titles : titles + words.either("：", ": ") + told;
    }

    private static Optional<Trace.Leaf> leaf(Expr.Name name, List<Trace> operands) {
        return operands.stream().filter(operand -> operand instanceof Trace.Leaf leaf && leaf.name().equals(name.name()))
                .map(Trace.Leaf.class::cast).findFirst();
    }

    /** What a part of a test asks of whether it is there. */
    private static Optional<Trace.Leaf> given(Expr part, List<Trace> operands) {
        return part instanceof Expr.Call call && call.function().equals("missing") && call.operands().get(0) instanceof Expr.Name name
                ? leaf(name, operands) : Optional.empty();
    }

    /** The facts of each part of a test; a flag by its name. */
    private void facts(Expr expr, List<Trace> operands, Set<String> facts) {
        if (isJoined(expr)) {
            ((Expr.Call) expr).operands().forEach(part -> facts(part, operands, facts));
            return;
        }
        Optional<Trace.Leaf> given = given(expr, operands);
        if (given.isPresent()) {
            facts.add(PlainFormula.title(words, given.get()) + " " + new FormulaWords(words).value(given.get()));
            return;
        }
        Optional<Trace.Leaf> wanted = wanted(expr, operands);
        if (wanted.isPresent()) {
            facts.add(PlainFormula.title(words, wanted.get()) + " " + new FormulaWords(words).value(wanted.get()));
            return;
        }
        String fact = PlainFormula.numbers(words, operands).fact(expr);
        facts.add(expr instanceof Expr.Name ? PlainFormula.titles(words, operands).whole(Formula.of(expr)) + " " + fact : fact);
    }

    /** The text that a part of a test wants to be one, where it is that one. */
    private static Optional<Trace.Leaf> wanted(Expr part, List<Trace> operands) {
        return part instanceof Expr.Call call && call.function().equals("==") && call.operands().get(0) instanceof Expr.Name name
                && call.operands().get(1) instanceof Expr.Text text
                ? operands.stream().filter(Trace.Leaf.class::isInstance).map(Trace.Leaf.class::cast)
                        .filter(leaf -> leaf.name().equals(name.name()) && leaf.text().equals(text.text())).findFirst()
                : Optional.empty();
    }

    private static boolean isJoined(Expr expr) {
        return expr instanceof Expr.Call call && (call.function().equals("and") || call.function().equals("or") || call.function().equals("not"));
    }

    /** The overrides that did not apply, in one line; empty if there is none. */
    String without(List<Explanation.OverrideLine> overrides) {
        String list = overrides.stream().filter(line -> !line.fired().orElse(true) && line.test().isPresent())
                .map(line -> line.title() + words.either("（", " (") + test(line.test().orElseThrow(), line.operands())
                        + words.either("）", ")"))
                .collect(Collectors.joining(words.either("；", "; ")));
        return list.isEmpty() ? "" : words.either("不适用：", "does not apply: ") + list;
    }
}
