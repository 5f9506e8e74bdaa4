package io.mubiao.gap;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.GoalFacts;
import io.mubiao.assess.Pace;
import io.mubiao.assess.Verdict;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.LightRule;
import io.mubiao.target.Bound;
import io.mubiao.target.ChangeDirection;
import io.mubiao.target.Direction;
import io.mubiao.target.Goal;
import io.mubiao.target.SampleReading;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the gap of one item. */
final class GapFinder {
    private final AimCheck aim;
    private final Gaps gaps;
    private final LocalDate today;
    private final ItemScore now;

    /** Why nothing suffices, and what that is about. */
    private record Block(Obstacle obstacle, String detail) {}

    GapFinder(String item, AimCheck aim, Gaps gaps) {
        this.aim = aim;
        this.gaps = gaps;
        today = gaps.question().date();
        now = gaps.today().kept().get(item);
    }

    /** @param later whether later days are asked for, too */
    Gap gap(boolean later) {
        List<String> targets = targets();
        if (targets.isEmpty()) {
            return aim.isReached(now, null) ? reached(Optional.empty(), later)
                    : blocked(new Block(Obstacle.NO_TARGET, ""), List.of());
        }
        Assessment main = assessment(targets.get(0));
        if (aim.isReached(now, main)) {
            return reached(Optional.of(targets.get(0)), later);
        }
        Optional<Block> held = held();
        if (held.isPresent()) {
            return blocked(held.get(), List.of());
        }
        Optional<Block> first = Optional.empty();
        for (String target : targets) {
            Optional<Block> block = certain(assessment(target));
            if (block.isEmpty()) {
                GapSearch search = gaps.search(now.id(), target, aim);
                Optional<Need> least = search.least(today);
                if (least.isPresent()) {
                    return new Gap(now, aim.aim(), false, least, later ? later(search, target) : List.of(), Optional.empty(),
                            Optional.empty(), "");
                }
                block = Optional.of(found(target));
            }
            first = first.or(Optional.of(block)::get);
        }
        Block block = first.orElseThrow();
        if (!later || block.obstacle().isFinal()) {
            return blocked(block, List.of());
        }
        List<Gap.ByDay> days = later(gaps.search(now.id(), targets.get(0), aim), targets.get(0));
        Optional<LocalDate> opens = days.stream().filter(day -> day.need().isPresent()).map(Gap.ByDay::day).findFirst();
        if (block.obstacle() == Obstacle.EXCEEDED && opens.isEmpty()) {
            return blocked(block, List.of());
        }
        return blocked(block.obstacle() == Obstacle.NO_PATH
                ? opens.map(day -> new Block(Obstacle.NOT_DUE, day.toString())).orElse(block) : block, days);
    }

    /** The targets it reads, its own first. */
    private List<String> targets() {
        Set<String> targets = new LinkedHashSet<>();
        targets.add(now.rule().target());
        targets.addAll(now.rule().targets().values());
        targets.remove("");
        return List.copyOf(targets);
    }

    private Assessment assessment(String target) {
        return gaps.today().assessments().get(target);
    }

    private Gap blocked(Block block, List<Gap.ByDay> later) {
        return new Gap(now, aim.aim(), false, Optional.empty(), later, Optional.empty(), Optional.of(block.obstacle()),
                block.detail());
    }

    private Gap reached(Optional<String> target, boolean later) {
        Need nothing = Need.nothing(today, List.of());
        if (target.isEmpty() || !later) {
            return new Gap(now, aim.aim(), true, Optional.of(nothing), List.of(), Optional.of(today), Optional.empty(), "");
        }
        GapSearch search = gaps.search(now.id(), target.get(), aim);
        return new Gap(now, aim.aim(), true, Optional.of(nothing), later(search, target.get()),
                Optional.of(lasts(search, target.get())), Optional.empty(), "");
    }

    private Optional<Block> held() {
        return now.override().filter(override -> aim.aim() instanceof Aim.Light ? override.light().isPresent()
                        : override.points().isPresent() && !(aim.aim() instanceof Aim.Met || aim.aim() instanceof Aim.OnPace))
                .map(override -> new Block(Obstacle.OVERRIDDEN, override.author() + " " + override.until()));
    }

    /** What no observation can help. */
    private static Optional<Block> certain(Assessment assessment) {
        if (assessment.verdict() == Verdict.UNMEASURABLE) {
            return Optional.of(new Block(Obstacle.UNMEASURABLE,
                    assessment.holes().stream().map(Object::toString).collect(Collectors.joining(", "))));
        }
        if (assessment.verdict() == Verdict.BREACHED) {
            return Optional.of(new Block(Obstacle.BREACHED, assessment.reachedOn().map(LocalDate::toString).orElse("")));
        }
        return assessment.settled() && assessment.asOf().isAfter(assessment.due())
                ? Optional.of(new Block(Obstacle.DEADLINE_PAST, assessment.due().toString())) : Optional.empty();
    }

    /** Why nothing that was tried helped. */
    private Block found(String target) {
        Assessment assessment = assessment(target);
        Optional<Block> memory = memory(target);
        if (memory.isPresent()) {
            return memory.get();
        }
        Optional<Block> above = above(assessment);
        if (above.isPresent()) {
            return above.get();
        }
        GoalFacts facts = assessment.facts().orElse(null);
        if (facts instanceof GoalFacts.Quota cells && assessment.verdict() == Verdict.MISSED) {
            return new Block(Obstacle.CLOSED_SLOTS, names(cells.missed()));
        }
        if (facts instanceof GoalFacts.Maintain samples && assessment.goal() instanceof Goal.Maintain maintain
                && (maintain.reading() instanceof SampleReading.Every || maintain.reading() instanceof SampleReading.Worst)
                && (assessment.verdict() == Verdict.NOT_MET || assessment.verdict() == Verdict.MISSED)) {
            return new Block(Obstacle.SAMPLE_FAILED, names(samples.failing(maintain.level())));
        }
        if (assessment.pace() == Pace.NOT_DUE && !(assessment.verdict() == Verdict.MET)) {
            return new Block(Obstacle.NOT_DUE, assessment.due().toString());
        }
        return assessment.reason()
                .map(reason -> new Block(Obstacle.UNUSABLE_FACTS,
                        reason + (assessment.detail().isEmpty() ? "" : ": " + assessment.detail())))
                .orElseGet(() -> new Block(Obstacle.NO_PATH, ""));
    }

    /** A total that is above what is allowed stays there. */
    private Optional<Block> above(Assessment it) {
        Bound require = it.goal().bound().orElse(null);
        if (require == null || it.actual().isEmpty() || it.reason().isPresent() || !onlyGrows(it.goal())) {
            return Optional.empty();
        }
        boolean exceeded = require.isExceededBy(it.actual().get());
        if (it.goal() instanceof Goal.Change change) {
            boolean less = exceeded || require.direction() == Direction.LOWER_IS_BETTER;
            return it.verdict() != Verdict.MET && less == (change.direction() == ChangeDirection.GROWTH)
                    ? Optional.of(new Block(Obstacle.ONLY_GROWS, "")) : Optional.empty();
        }
        if (exceeded) {
            return Optional.of(new Block(Obstacle.EXCEEDED, ""));
        }
        return require.direction() == Direction.LOWER_IS_BETTER && it.pace() == Pace.BEHIND
                ? Optional.of(new Block(Obstacle.ONLY_GROWS, "")) : Optional.empty();
    }

    private static boolean onlyGrows(Goal goal) {
        return goal instanceof Goal.StageCount || (goal instanceof Goal.Amount amount && amount.measure().isCumulative())
                || (goal instanceof Goal.Change change && change.measure().isCumulative());
    }

    private static String names(List<?> all) {
        return all.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** How many periods in a row are lacking until a light with memory comes. */
    private Optional<Block> memory(String target) {
        Optional<LightRule> declared = gaps.scorer().rule().lights();
        if (!(aim.aim() instanceof Aim.Light light) || declared.isEmpty()) {
            return Optional.empty();
        }
        LightRule rule = declared.get();
        for (LightRule.Memory memory : rule.memory()) {
            if (!rule.grades().atLeast(memory.becomes(), light.name())) {
                continue;
            }
            int row = 1;
            for (int i = gaps.history().size() - 1; i >= 0 && row < memory.periods(); i--) {
                Assessments then = gaps.history().get(i);
                boolean same = then.register().find(target).isPresent()
                        && gaps.scorer().plainLight(now.id(), then.get(target)).filter(memory.lights()::contains).isPresent();
                if (!same) {
                    break;
                }
                row++;
            }
            return Optional.of(new Block(Obstacle.MEMORY, (memory.periods() - row) + " " + memory.lights()));
        }
        return Optional.empty();
    }

    /** The ends of the remaining months, and the deadline. */
    private List<LocalDate> days(String target) {
        LocalDate due = assessment(target).due();
        LocalDate first = assessment(target).target().period().first();
        List<LocalDate> days = new ArrayList<>();
        LocalDate from = today.isBefore(first) ? first : today.plusDays(1);
        for (LocalDate day = from.with(TemporalAdjusters.lastDayOfMonth()); day.isBefore(due);
                day = day.plusDays(1).with(TemporalAdjusters.lastDayOfMonth())) {
            days.add(day);
        }
        if (due.isAfter(today)) {
            days.add(due);
        }
        return days;
    }

    private List<Gap.ByDay> later(GapSearch search, String target) {
        return days(target).stream().map(day -> new Gap.ByDay(day, search.least(day))).toList();
    }

    private LocalDate lasts(GapSearch search, String target) {
        LocalDate good = today;
        for (LocalDate day : days(target)) {
            if (search.suffices(day)) {
                good = day;
                continue;
            }
            LocalDate bad = day;
            while (ChronoUnit.DAYS.between(good, bad) > 1) {
                LocalDate middle = good.plusDays(ChronoUnit.DAYS.between(good, bad) / 2);
                if (search.suffices(middle)) {
                    good = middle;
                } else {
                    bad = middle;
                }
            }
            return good;
        }
        return good;
    }
}
