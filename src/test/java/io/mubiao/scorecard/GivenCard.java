package io.mubiao.scorecard;

import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.formula.Formula;
import io.mubiao.observe.ObservationLog;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.ItemRule;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Bands;
import io.mubiao.shape.Grades;
import io.mubiao.shape.Interval;
import io.mubiao.shape.Shape;
import io.mubiao.target.Goal;
import io.mubiao.target.Register;
import io.mubiao.testing.Ask;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scorecards whose items are given their points, written {@code a=8/10}; {@code a=-/10} has none. An item with
 * {@code !} behind it breaks the veto of the scoring rule: {@code a=8/10!}.
 */
final class GivenCard {
    /** The day they are scored on. */
    static final LocalDate DAY = LocalDate.of(2024, 12, 31);
    /** A register that the items do not read. */
    static final Register REGISTER = Ask.register(Ask.target(Goal.total(Ask.q("10 个"))).build());
    /** 优 from 90, 良 from 80, 中 from 60, else 差. */
    static final Grades GRADES = new Grades(List.of("优", "良", "中", "差"), Bands.of(band("优", ">= 90"),
            band("良", "[80, 90)"), band("中", "[60, 80)"), band("差", "< 60")));
    private static final Assessments NOTHING = Assessor.assess(REGISTER, ObservationLog.of(), DAY);

    private GivenCard() {}

    /** An assessment of nothing. */
    static Assessments nothing() {
        return NOTHING;
    }

    static Bands.Band band(String label, String interval) {
        return new Bands.Band(label, Interval.parse(interval));
    }

    /** The rule that gives the points given, with a veto. */
    static ScoringRule rule() {
        return ScoringRule.builder("given", Rational.ONE)
                .inputs(List.of(RuleInput.given("got", Unit.NONE), RuleInput.given("fault", Unit.NONE)))
                .parts(List.of(Part.of("points_given", new Shape.Custom(Formula.parse("x")), "got")))
                .claims(List.of(Claim.veto("fault", "fault > 0", "差"))).build();
    }

    static ItemRule item(String text) {
        String[] parts = text.replace("!", "").split("[=/]", -1);
        Map<String, String> given = new LinkedHashMap<>();
        given.put("fault", text.endsWith("!") ? "1" : "0");
        if (!parts[1].equals("-")) {
            given.put("got", parts[1]);
        }
        return new ItemRule(parts[0], "", "given", Optional.of(Rational.parse(parts[2])), "", Map.of(), given, "");
    }

    /** A rule with these items and no view yet. */
    static ScorecardRule.Builder card(String... items) {
        return ScorecardRule.builder("card").rules(Map.of("given", rule())).grades(GRADES)
                .items(Arrays.stream(items).map(GivenCard::item).toList());
    }

    /** A rule with these items right below one node {@code n} below the root. */
    static ScorecardRule.Builder flat(NodeRule node, String... items) {
        return card(items).views(List.of(tree(NodeRule.PLAIN, branch("n", node, names(items)))));
    }

    static List<String> names(String... items) {
        return new ArrayList<>(Arrays.stream(items).map(text -> text.substring(0, text.indexOf('='))).toList());
    }

    static View tree(NodeRule root, View.Branch... branches) {
        return new View("v", "v", root, List.of(), List.of(branches), Credit.LEAD_ALONE, Optional.empty());
    }

    static View.Branch branch(String id, NodeRule node, List<String> items, View.Branch... branches) {
        return new View.Branch(id, id, node, List.of(branches), items);
    }

    static Scorecard score(ScorecardRule.Builder rule) {
        return Scorer.of(rule.build(), REGISTER).score(NOTHING);
    }

    /** The node {@code n} of {@link #flat}. */
    static NodeScore node(NodeRule node, String... items) {
        return score(flat(node, items)).nodes("v").get("n");
    }

    /** Points and full points of {@link #node}, such as {@code 18 of 20}; {@code -} without points. */
    static String points(NodeRule node, String... items) {
        NodeScore score = node(node, items);
        return score.points().map(points -> points + " of " + score.full()).orElse("-");
    }
}
