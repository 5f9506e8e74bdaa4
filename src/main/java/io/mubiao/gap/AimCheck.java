package io.mubiao.gap;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Status;
import io.mubiao.assess.Verdict;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.value.Rational;
import org.jspecify.annotations.Nullable;

/** Whether an aim is reached. */
final class AimCheck {
    private final Aim aim;
    private final ScorecardRule rule;

    private AimCheck(Aim aim, ScorecardRule rule) {
        this.aim = aim;
        this.rule = rule;
    }

    /** @throws IllegalArgumentException if items know no such aim */
    static AimCheck ofItem(Aim aim, ScorecardRule rule) {
        if (aim instanceof Aim.Grade grade) {
            throw new IllegalArgumentException("an item has no grade, asked for '" + grade.name() + "'");
        }
        if (aim instanceof Aim.Light light && rule.lights().filter(it -> it.grades().has(light.name())).isEmpty()) {
            throw new IllegalArgumentException("items have no light '" + light.name() + "'; there are "
                    + rule.lights().map(it -> it.grades().order().toString()).orElse("none"));
        }
        return new AimCheck(aim, rule);
    }

    Aim aim() {
        return aim;
    }

    boolean isReached(Desk.Position position) {
        return isReached(position.score(), position.assessment());
    }

    /** @param assessment the assessment of the target that was moved; null for an item without one */
    boolean isReached(ItemScore score, @Nullable Assessment assessment) {
        if (aim instanceof Aim.Light light) {
            return score.light().filter(shown -> rule.lights().orElseThrow().grades().atLeast(shown, light.name()))
                    .isPresent();
        }
        if (aim instanceof Aim.Points points) {
            return reaches(score, points.least());
        }
        if (aim instanceof Aim.Full || assessment == null) {
            return aim instanceof Aim.Full && reaches(score, score.full());
        }
        return aim instanceof Aim.Met ? assessment.verdict() == Verdict.MET
                : assessment.status() == Status.MET || assessment.status() == Status.ON_PACE;
    }

    private static boolean reaches(ItemScore score, Rational least) {
        return score.points().filter(points -> points.compareTo(least) >= 0).isPresent();
    }
}
