package io.mubiao.render.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.Mubiao;
import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.io.rule.ScoringRuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.value.Rational;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RuleTextTest {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.\\p{IsHan}\"/-])[0-9]+(?:\\.[0-9]+)?(?![\\w./\\p{IsHan}-])");
    /** Where numbers are an author's words. */
    private static final Pattern WORDS = Pattern.compile("#.*|(?:title|note|url|clause|assumption|id|source|label|jurisdiction|header|grade): *(?:\"[^\"]*\"|[^,}\\n]*)");

    /** A number in the file of a rule. */
    record Spot(Path file, String text, int from, int to) {
        String changed() {
            return text.substring(0, from) + new java.math.BigDecimal(text.substring(from, to)).add(java.math.BigDecimal.ONE).toPlainString()
                    + text.substring(to);
        }

        @Override
        public String toString() {
            int line = (int) text.substring(0, from).lines().count();
            return file + ":" + line + " " + text.substring(from, to);
        }
    }

    private static List<Spot> spots(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            List<Spot> spots = new ArrayList<>();
            for (Path file : files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList()) {
                String text = Files.readString(file).replaceFirst("(?ms)^examples:.*", "");
                if (text.contains("cite: ")) {
                    continue;
                }
                String numbers = WORDS.matcher(text).replaceAll(it -> " ".repeat(it.end() - it.start()));
                for (MatchResult it : NUMBER.matcher(numbers).results().toList()) {
                    spots.add(new Spot(file, text, it.start(), it.end()));
                }
            }
            return spots;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<Spot> land() {
        return Arbitraries.of(spots("seeds/rules"));
    }

    @Provide
    Arbitrary<Spot> scoring() {
        return Arbitraries.of(spots("seeds/scoring"));
    }

    private static Optional<RuleText> land(String text) {
        try {
            return Optional.of(RuleText.of(RuleFile.parse(text, Format.YAML, "r")));
        } catch (InvalidDefinitionException e) {
            return Optional.empty();
        }
    }

    private static Optional<RuleText> scoring(String text) {
        try {
            return Optional.of(RuleText.of(ScoringRuleFile.parse(text, Format.YAML, "r")));
        } catch (InvalidDefinitionException e) {
            return Optional.empty();
        }
    }

    private static void changesOneClause(RuleText before, RuleText after, Spot spot) {
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            List<String> changed = new ArrayList<>();
            Map<String, String> old = byPath(before, locale);
            byPath(after, locale).forEach((path, words) -> {
                if (!words.equals(old.get(path))) {
                    changed.add(path + ": " + words);
                }
            });
            assertEquals(1, changed.size(), spot + " changed " + changed);
        }
    }

    private static Map<String, String> byPath(RuleText text, Locale locale) {
        Map<String, String> words = new LinkedHashMap<>();
        text.clauses(locale).forEach(clause -> words.put(clause.path(), clause.words()));
        assertEquals(words.size(), text.clauses(locale).size());
        return words;
    }

    @Property(tries = 60)
    void aChangeOfOneNumberOfALandRuleChangesOneClause(@ForAll("land") Spot spot) {
        Optional<RuleText> after = land(spot.changed());
        Assume.that(after.isPresent());
        changesOneClause(land(spot.text()).orElseThrow(), after.get(), spot);
    }

    @Property(tries = 60)
    void aChangeOfOneNumberOfAScoringRuleChangesOneClause(@ForAll("scoring") Spot spot) {
        Optional<RuleText> after = scoring(spot.changed());
        Assume.that(after.isPresent());
        changesOneClause(scoring(spot.text()).orElseThrow(), after.get(), spot);
    }

    /** All formulas of three names or numbers and two signs: no two share their words. */
    @Test
    void differentFormulasHaveDifferentWords() {
        List<Expr> leaves = List.of(new Expr.Name("a"), new Expr.Name("b"), new Expr.Literal(Rational.of(2), ""), new Expr.Literal(Rational.of(2), "%"));
        List<Expr> once = calls(leaves, leaves, List.of("+", "-", "*", "/", "max", "min", "orelse", "growth", "abs"));
        List<Expr> all = new ArrayList<>(leaves);
        all.addAll(once);
        all.addAll(calls(once, leaves, List.of("+", "-", "*", "/")));
        all.addAll(calls(leaves, once, List.of("+", "-", "*", "/")));
        List<Expr> tests = new ArrayList<>(calls(leaves, once.subList(0, 8), List.of("<", "<=", ">", ">=", "==", "!=")));
        List<Expr> some = List.of(tests.get(0), tests.get(9), new Expr.Name("p"));
        List<Expr> joined = calls(some, some, List.of("and", "or", "not"));
        tests.addAll(joined);
        tests.addAll(calls(joined, some, List.of("and", "or", "not")));
        tests.addAll(calls(some, joined, List.of("and", "or")));
        all.addAll(tests);
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            Say say = new Say(locale);
            FormulaText formulas = new FormulaText(say, new LawNames(say, true));
            Map<String, Expr> seen = new HashMap<>();
            for (Expr expr : all) {
                Expr other = seen.put(formulas.test(Formula.of(expr)), expr);
                assertTrue(other == null || other.equals(expr), () -> other + " and " + expr + " are both " + formulas.test(Formula.of(expr)));
            }
            assertTrue(seen.size() > 1500, "tried " + seen.size());
        }
    }

    private static List<Expr> calls(List<Expr> left, List<Expr> right, List<String> functions) {
        List<Expr> calls = new ArrayList<>();
        for (String function : functions) {
            boolean one = function.equals("not") || function.equals("abs");
            for (Expr a : left) {
                for (Expr b : one ? right.subList(0, 1) : right) {
                    calls.add(new Expr.Call(function, one ? List.of(a) : List.of(a, b)));
                }
            }
        }
        return calls;
    }

    @Test
    void aRuleReadsAsTheLawDoes() {
        EvaluationRule rule = RuleFile.read(Path.of("seeds/rules/changle-2023.yaml"));
        String text = RuleText.of(rule).write(Locale.CHINESE);
        for (String words : List.of("评价 2023 年度", "规上企业，或用地面积 ≥ 3 亩", "前 20%为 “A”，至 75%为 “B”，至 95%为 “C”，至 100%为 “D”",
                "发生安全、重大环境或食品安全事故，或未完成能耗、排放或产能任务，或环保、能耗、质量或安全不达标的，等级不高于 “C”", "调档空出的名额不递补",
                "“D”类连续第 1 年 0.05 元/kWh、连续第 2 年 0.1 元/kWh、连续第 3 年及以后 0.15 元/kWh", "〔依据：《昌乐县亩产效益评价方案（县政府网站）》；条款：不得评为A类、B类〕")) {
            assertTrue(text.contains(words), words + " in\n" + text);
        }
        assertEquals(List.of("总则", "数据项", "评价对象", "评价指标", "计分", "排序", "分档", "调档", "差别化政策"),
                RuleText.of(rule).clauses(Locale.CHINESE).stream().map(RuleClause::chapter).distinct().toList());
        assertEquals(1, RuleText.of(rule).clauses(Locale.CHINESE).get(0).number());
    }

    @Test
    void aScoringRuleReadsAsTheLawDoes() {
        ScoringRule rule = ScoringRuleFile.read(Path.of("seeds/scoring/c12-gate-and-rank.yaml"));
        String text = RuleText.of(rule).write(Locale.CHINESE);
        for (String words : List.of("“地区生产总值增速”分档：不在各档的得 0 分，达到 8% 的得 4 分", "第 1 名得满分，每降一名少满分的 5%，至少为满分的 0%",
                "只在地区生产总值增速 ≥ 8%时计，否则得 0 分", "并列的取较优名次（1、2、2、4）")) {
            assertTrue(text.contains(words), words + " in\n" + text);
        }
    }

    /** Two things of one title are told apart. */
    @Test
    void oneTitleForTwoThings() {
        String text = RuleText.of(RuleFile.read(Path.of("seeds/rules/changle-2023.yaml"))).write(Locale.CHINESE);
        assertTrue(text.contains("“综合得分（指标）” = 综合得分（数据项）"), text);
        EvaluationRule two = RuleFile.parse("""
                id: r
                year: 2024
                columns: {a: {title: 税收}}
                derived: {b: {title: 税收, formula: 2 * a}}
                indicators: {i: {title: 甲, formula: a}, j: {title: 乙, formula: b}}
                """, Format.YAML, "r");
        List<String> clauses = RuleText.of(two).clauses(Locale.CHINESE).stream().map(RuleClause::text).toList();
        assertEquals(new TreeSet<>(clauses).size(), clauses.size());
        assertNotEquals(clauses.get(3).replace("甲", "乙"), clauses.get(4));
    }

    @Test
    void namesWithCommasAreKeptApart() {
        String told = RuleText.of(Mubiao.readRule("seeds/rules/huaian-2024-by-county.yaml")).write(Locale.ENGLISH);
        assertTrue(told.contains("亩均税收, score; 亩均销售, score"), told);
    }
}
