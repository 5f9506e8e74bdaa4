package io.mubiao.target.internal;

import io.mubiao.target.Baseline;
import io.mubiao.target.Bound;
import io.mubiao.target.Comparison;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.SampleReading;
import io.mubiao.target.Target;
import io.mubiao.target.internal.GoalDoubts.Doubt;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a target hardly can require, and what its title gainsays (存疑的目标). */
public final class TargetDoubts {
    private static final Rational PERCENT = Rational.of(1, 100);
    private static final List<String> LESS_IS_BETTER = List.of("失业率", "能耗", "水耗", "死亡", "事故", "投诉", "浓度", "PM2",
            "PM10", "空置率", "差错率", "返贫", "流失率", "发案", "负债率", "不良率", "辍学率", "赤字", "违法", "超标");
    private static final List<String> ABOUT_IT = List.of("下降", "降低", "减少", "压减", "降幅", "办结", "处置", "处理", "治理", "整改",
            "化解", "达标", "完成", "清零", "改造", "覆盖", "建", "回复", "满意", "监测", "演练", "培训", "查处", "查办", "控制率");

    private TargetDoubts() {}

    /** Every doubt about a target. */
    public static List<Doubt> of(Target target) {
        Goal goal = target.goal();
        List<Doubt> doubts = new ArrayList<>(0);
        if (goal instanceof Goal.Change change) {
            ChangeDoubts.of(change).ifPresent(doubts::add);
            ChangeDoubts.base(target, change).ifPresent(doubts::add);
            compared(target, change).ifPresent(doubts::add);
            TitleDoubts.of(target).ifPresent(doubts::add);
        } else {
            GoalDoubts.of(goal).or(() -> tolerance(goal)).ifPresent(doubts::add);
            totalOfShares(goal).ifPresent(doubts::add);
            smallShare(goal).ifPresent(doubts::add);
            minimum(target).or(() -> TitleDoubts.of(target)).ifPresent(doubts::add);
        }
        WhenDoubts.of(target).ifPresent(doubts::add);
        return List.copyOf(doubts);
    }

    /** Percents that are added up. */
    private static Optional<Doubt> totalOfShares(Goal goal) {
        boolean total = goal instanceof Goal.Amount amount && amount.measure() instanceof Measure.Total;
        return goal.bound().flatMap(Bound::unit).filter(unit -> total && unit.isShare() && !unit.equals(Unit.NONE))
                .map(unit -> new Doubt("TOTAL_OF_SHARES", "shares in " + unit
                        + " are taken for a running total and added up; a level (时点; in YAML of: level) was probably meant"));
    }

    private static Optional<Doubt> smallShare(Goal goal) {
        Bound bound = goal instanceof Goal.Coverage coverage ? coverage.require()
                : goal instanceof Goal.Maintain maintain && maintain.reading() instanceof SampleReading.Share share ? share.share() : null;
        return Optional.ofNullable(bound).filter(it -> it instanceof Bound.Limit limit && isMinimum(limit)).flatMap(Bound::reference).map(Quantity::asShare)
                .filter(share -> share.signum() > 0 && share.compareTo(PERCENT) < 0)
                .map(share -> new Doubt("MARK_OF_SHARE", "a share of " + share.times(Rational.HUNDRED) + " % is required; "
                        + share.times(Rational.HUNDRED).times(Rational.HUNDRED) + " % was probably meant"));
    }

    private static boolean isMinimum(Bound.Limit limit) {
        return limit.comparator() == Comparison.BARE || limit.comparator() == Comparison.AT_LEAST || limit.comparator() == Comparison.MORE_THAN;
    }

    /** A tolerance that lets everything pass. */
    private static Optional<Doubt> tolerance(Goal goal) {
        return goal instanceof Goal.Amount amount && amount.require() instanceof Bound.About about ? about.tolerance().flatMap(width ->
                about.value().known().filter(value -> width.unit().isCompatibleWith(value.unit()) && value.amount().signum() > 0
                        && width.compareAmount(value) > 0).map(value -> new Doubt("WIDE_TOLERANCE", "the tolerance " + width
                                + " is more than the value " + value + " itself"
                                + (width.unit().equals(Unit.NONE) ? "; '± " + width + " " + value.unit() + "' was probably meant" : ""))))
                : Optional.empty();
    }

    /** A bare number, which is a minimum, of what is better the less there is. */
    private static Optional<Doubt> minimum(Target target) {
        String title = target.title();
        Bound bound = target.goal() instanceof Goal.Amount amount ? amount.require() : null;
        return bound instanceof Bound.Limit limit && limit.comparator() == Comparison.BARE && holdsAny(title, LESS_IS_BETTER)
                && !holdsAny(title, ABOUT_IT)
                ? limit.limit().known().filter(it -> it.amount().signum() > 0).map(it -> new Doubt("TITLE_SAYS", "'" + target.title() + "': '" + it
                        + "' without a sign of comparison is a minimum; '<= " + it + "' was probably meant"))
                : Optional.empty();
    }

    private static boolean holdsAny(String title, List<String> words) {
        for (String word : words) {
            if (title.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** A growth that is said to be on the year before, or on the months before, and has another base. */
    private static Optional<Doubt> compared(Target target, Goal.Change change) {
        Optional<LocalDate> on = change.baseline().known().map(Baseline::on);
        LocalDate last = target.period().last();
        if (on.isEmpty() || on.get().isAfter(target.period().first())) {
            return Optional.empty();
        }
        if (target.title().contains("同比") && on.get().getYear() == last.getYear()) {
            return Optional.of(new Doubt("TITLE_SAYS", "'" + target.title() + "': 同比 is against the same days of the year before, and the base is of "
                    + on.get() + "; " + last.minusYears(1) + " was probably meant"));
        }
        LocalDate before = target.period().first().minusDays(1);
        return target.title().contains("环比") && on.get().isBefore(before.minusMonths(1))
                ? Optional.of(new Doubt("TITLE_SAYS", "'" + target.title() + "': 环比 is against the days before the period, and the base is of "
                        + on.get() + "; " + before + " was probably meant")) : Optional.empty();
    }
}
