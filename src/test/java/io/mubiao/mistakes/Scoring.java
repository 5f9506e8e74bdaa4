package io.mubiao.mistakes;

import io.mubiao.assess.Assessor;
import io.mubiao.io.Format;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.Scorer;
import io.mubiao.target.Register;
import io.mubiao.testing.Ask;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.Optional;

/** Scores registers as a user does: a register, observations, a scorecard file. */
final class Scoring {
    /** Every target gets its attainment, capped, out of 10; where there is none, all or nothing. One node, one root. */
    static final String PLAIN = """
            id: plain
            rules:
              done: {points: 10, parts: {p: {of: 'orelse(attainment, if(met, 1, 0))', score: {formula: w * x}, cap: w, floor: 0}}}
            assign: [{rule: done}]
            views: {all: {root: {missing: skip}, levels: [{by: kind, missing: skip}]}}
            lights: {order: [绿, 红], tests: {绿: met or on_pace}, of: 'if(behind, 1, 0)', bands: {绿: "<= 0", 红: "> 0"}}
            """;

    private Scoring() {}

    static Scorecard score(String card, Register register, String day, Observation... observations) {
        return Scorer.of(ScorecardFile.parse(card, Format.YAML, "card"), register)
                .score(Assessor.assess(register, ObservationLog.of(observations), Ask.day(day)));
    }

    /** The points of the item {@code T} with up to two digits; - where there are none. */
    static String points(Scorecard card) {
        return text(card.get("T").points());
    }

    /** The points of a node as {@link #points}. */
    static String points(NodeScore node) {
        return text(node.points());
    }

    private static String text(Optional<Rational> points) {
        return points.map(number -> Rational.of(number.round(Rounding.halfUp(2))).toString()).orElse("-");
    }
}
