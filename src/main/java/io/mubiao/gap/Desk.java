package io.mubiao.gap;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.KeptScorecard;
import io.mubiao.scorecard.Scorer;
import java.util.List;
import java.util.Set;

/** The scorecard of one day, and what an item becomes there with hypothetical observations. Not thread-safe. */
final class Desk {
    private final Assessments now;
    private final AsOf question;
    private final KeptScorecard kept;

    /** What an item comes to. */
    record Position(Assessment assessment, ItemScore score) {}

    Desk(Scorer scorer, ObservationLog log, AsOf question, List<Assessments> history) {
        this.question = question;
        now = Assessor.assess(scorer.register(), log, question);
        kept = scorer.keep(now, history);
    }

    Assessments assessments() {
        return now;
    }

    KeptScorecard kept() {
        return kept;
    }

    Position present(String item, String target) {
        return new Position(now.get(target), kept.get(item));
    }

    /**
     * What an item comes to with further observations.
     *
     * @param streams a log with everything that the given targets read
     * @param targets the targets that may be moved
     */
    Position with(String item, String target, List<Observation> further, ObservationLog streams, Set<String> targets) {
        if (further.isEmpty()) {
            return present(item, target);
        }
        ObservationLog log = streams.copy();
        further.forEach(log::add);
        Assessment moved = now.get(target);
        for (String each : targets) {
            Assessment assessment = Assessor.assess(now.register(), log, question, each);
            kept.update(assessment);
            moved = each.equals(target) ? assessment : moved;
        }
        Position position = new Position(moved, kept.get(item));
        targets.forEach(each -> kept.update(now.get(each)));
        return position;
    }
}
