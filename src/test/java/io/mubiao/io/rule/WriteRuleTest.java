package io.mubiao.io.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.io.Format;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Parameter;
import io.mubiao.rule.Rule;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Bands;
import io.mubiao.shape.Grades;
import io.mubiao.shape.Interval;
import io.mubiao.shape.Shape;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written reads back to an equal rule. */
class WriteRuleTest {
    /** Every shipped rule. */
    static Stream<Rule<?>> seeds() {
        return Stream.of(Seeds.rules().stream().map(Seeds::rule), Seeds.scoringRules().stream().map(Seeds::scoringRule),
                Seeds.scorecards().stream().map(Seeds::scorecard)).flatMap(it -> it);
    }

    static Rule<?> parse(Rule<?> kind, String text, Format format) {
        return kind instanceof EvaluationRule ? RuleFile.parse(text, format, "again")
                : kind instanceof ScoringRule ? ScoringRuleFile.parse(text, format, "again") : ScorecardFile.parse(text, format, "again");
    }

    @Test
    void everyShippedRuleReadsBack() {
        List<Rule<?>> all = seeds().toList();
        for (Rule<?> rule : all) {
            for (Format format : Format.values()) {
                assertEquals(rule, parse(rule, AnyRuleFile.write(rule, format), format));
            }
        }
    }

    @Test
    void rulesMadeInJavaAreWrittenToo() {
        ScoringRule scoring = ScoringRule.of("s", 10, Part.of("p", new Shape.Ratio(), "attainment").with("base", "1").cap("w"));
        ScorecardRule card = ScorecardRule.builder("c").scoreAll(scoring).grades(new Grades(List.of("优", "差"), Bands.of(
                new Bands.Band("优", Interval.parse(">= 1/3")), new Bands.Band("差", Interval.parse("< 1/3")))))
                .claims(List.of(Claim.duty("d", "missed"), Claim.veto("v", "breached", "差"))).build();
        EvaluationRule land = EvaluationRule.builder("l").columns(List.of(
                new Column("flag", "旗", Symbol.Kind.FLAG, Unit.NONE, 3, Optional.empty(), Optional.empty(), List.of(), "", Cite.NONE))).build();
        for (Rule<?> rule : List.of(scoring, card, land)) {
            for (Format format : Format.values()) {
                assertEquals(rule, parse(rule, AnyRuleFile.write(rule, format), format));
            }
        }
        ScoringRule filled = ScoringRule.builder("s", Rational.of(10)).parameters(List.of(new Parameter("p", "p", Unit.NONE, Optional.empty(),
                Optional.empty(), Optional.empty(), Cite.NONE))).parts(List.of(Part.of("p1", new Shape.Custom(Formula.parse("w * p")), "0"))).build().with("p", "20 %");
        assertEquals(filled, parse(filled, ScoringRuleFile.write(filled, Format.YAML), Format.YAML));
    }

    @Test
    void whatAFileCannotSayIsRefused() {
        ScoringRule third = ScoringRule.of("s", 10, Part.of("p", new Shape.Custom(Formula.of(Rational.of(1, 3))), "0"));
        Refusal.naming(() -> ScoringRuleFile.write(third, Format.YAML), "formulas for fractions");
        Refusal.naming(() -> ScoringRuleFile.write(ScoringRule.of("s", 10, Part.of("p", new Shape.Ratio(), "attainment").with("base", "1").title("")), Format.JSON), "titles");
    }

    @Test
    void whatIsWrittenIsWhatAnAuthorWrites(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rule.yaml");
        ScoringRuleFile.write(ScoringRule.builder("少一个", Rational.of(1, 2)).parts(List.of(
                Part.of("lack", Shape.PerUnitBeyond.deduction(false, Formula.parse("7"), Formula.parse("1"), Rational.of(1, 10), true), "done").title("少项目"),
                Part.of("reach", new Shape.Steps(false, Rational.ZERO, List.of(new Shape.Steps.Step(Formula.parse("90 %"), Rational.ONE))), "attainment").cap("w")))
                .inputs(List.of(RuleInput.given("done", Unit.NONE))).build(), file);
        assertEquals("""
                id: 少一个
                points: 0.5
                inputs:
                  done: {}
                parts:
                  lack:
                    title: 少项目
                    of: done
                    score:
                      deduction:
                        below: 7
                        each: 1
                        points: 0.1
                        whole: true
                  reach:
                    of: attainment
                    score:
                      steps:
                        of: value
                        below: 0
                        at:
                          90 %: 1
                    cap: w
                """, Files.readString(file));
    }

    @Property
    void anyTextReadsBack(@ForAll("texts") String text) {
        String title = text.isEmpty() ? "空" : text;
        ScoringRule rule = ScoringRule.builder("s", Rational.of(10)).title(title).parts(List.of(
                Part.of("p", new Shape.Custom(Formula.parse("w")), "0").title(title).cite(new Cite("", title, "")))).build();
        for (Format format : Format.values()) {
            assertEquals(rule, parse(rule, ScoringRuleFile.write(rule, format), format));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.strings(), Arbitraries.strings().withChars(":#-?{}[],&*!|>'\"%@` \t\n.019eE+=~aynof甲：，").ofMaxLength(6));
    }
}
