package io.mubiao.gap;

import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.shape.Grades;
import io.mubiao.shape.Interval;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the gap of one node. */
final class NodeGaps {
    private final Gaps gaps;
    private final String view;
    private final NodeScore now;
    private final Aim aim;
    private final ScorecardRule rule;

    private NodeGaps(Gaps gaps, String view, NodeScore now, Aim aim) {
        this.gaps = gaps;
        this.view = view;
        this.now = now;
        this.aim = aim;
        this.rule = gaps.scorer().rule();
    }

    static NodeGap of(Gaps gaps, String view, String id, @Nullable Aim aim) {
        NodeScore now = gaps.scorecard().nodes(view).get(id);
        NodeGaps finder = new NodeGaps(gaps, view, now, aim != null ? aim : next(gaps.scorer().rule(), now));
        finder.check();
        return finder.gap();
    }

    /** The next better grade, or light where there are no grades, or the full points. */
    private static Aim next(ScorecardRule rule, NodeScore now) {
        if (now.isGraded() && rule.grades().isPresent()) {
            return Aim.grade(better(rule.grades().get(), now.grade()));
        }
        return rule.nodeLights().map(lights -> Aim.light(better(lights, now.light()))).orElse(Aim.full());
    }

    private static String better(Grades grades, Optional<String> now) {
        List<String> earned = grades.order().stream()
                .filter(label -> grades.bands().lowest(label).isPresent()).toList();
        int at = now.map(earned::indexOf).orElse(-1);
        return earned.get(at < 0 ? earned.size() - 1 : Math.max(0, at - 1));
    }

    private void check() {
        Optional<Grades> table = table();
        String name = aim instanceof Aim.Grade grade ? grade.name() : aim instanceof Aim.Light light ? light.name() : "";
        if (aim instanceof Aim.Met || aim instanceof Aim.OnPace) {
            throw new IllegalArgumentException("a node is not '" + aim + "'; ask for a grade, a light or points");
        }
        if (!name.isEmpty() && table.filter(it -> it.has(name)).isEmpty()) {
            throw new IllegalArgumentException("nodes have no " + aim + "; there are "
                    + table.map(it -> it.order().toString()).orElse("none"));
        }
    }

    private Optional<Grades> table() {
        return aim instanceof Aim.Grade ? rule.grades() : aim instanceof Aim.Light ? rule.nodeLights() : Optional.empty();
    }

    boolean isReached(NodeScore node) {
        if (aim instanceof Aim.Grade grade) {
            return node.grade().filter(given -> rule.grades().orElseThrow().atLeast(given, grade.name())).isPresent();
        }
        if (aim instanceof Aim.Light light) {
            return node.light().filter(given -> rule.nodeLights().orElseThrow().atLeast(given, light.name())).isPresent();
        }
        Rational least = aim instanceof Aim.Points points ? points.least() : node.full();
        return node.points().filter(points -> points.compareTo(least) >= 0).isPresent();
    }

    private NodeGap gap() {
        boolean reached = isReached(now);
        Optional<Interval> from = table().flatMap(this::lowest);
        Optional<Rational> threshold = aim instanceof Aim.Points points ? Optional.of(points.least())
                : aim instanceof Aim.Full ? Optional.of(now.full())
                : from.flatMap(Interval::low)
                        .map(low -> aim instanceof Aim.Light ? low.times(now.full()).dividedBy(Rational.HUNDRED) : low);
        Optional<Rational> shortBy = reached ? Optional.empty()
                : threshold.flatMap(least -> now.points().map(least::minus)).filter(points -> points.signum() >= 0);
        boolean above = from.map(interval -> !interval.lowIncluded()).orElse(false);
        List<String> missing = now.allItems().filter(item -> item.points().isEmpty()).map(ItemScore::id).toList();
        List<NodeScore.Veto> vetoes = aim instanceof Aim.Grade grade ? now.vetoes().stream()
                .filter(veto -> !rule.grades().orElseThrow().atLeast(veto.claim().grade().orElseThrow(), grade.name()))
                .toList() : List.of();
        Optional<Obstacle> obstacle = reached ? Optional.empty() : held(vetoes);
        LiftSearch.Found found = reached || obstacle.isPresent() ? LiftSearch.Found.NONE
                : new LiftSearch(gaps, gaps.today().kept().trial(view, now), this::isReached).find();
        if (!reached && obstacle.isEmpty() && found.lifts().isEmpty()) {
            obstacle = Optional.of(now.denied().isPresent() ? Obstacle.NO_PLACE : Obstacle.NO_PATH);
        }
        return new NodeGap(view, now, aim, reached, threshold, shortBy, above, found.lifts(), found.proof(), vetoes, missing,
                obstacle, obstacle.map(this::detail).orElse(""));
    }

    /** The lowest number of this label or a better one. */
    private Optional<Interval> lowest(Grades grades) {
        String name = aim instanceof Aim.Grade grade ? grade.name() : aim instanceof Aim.Light light ? light.name() : "";
        return grades.order().stream().filter(label -> grades.atLeast(label, name))
                .flatMap(label -> grades.bands().lowest(label).stream())
                .min(Interval.BY_LOW);
    }

    private Optional<Obstacle> held(List<NodeScore.Veto> vetoes) {
        if (!vetoes.isEmpty()) {
            return Optional.of(Obstacle.VETOED);
        }
        return now.override().filter(override -> override.points().isPresent()
                || (aim instanceof Aim.Grade ? override.grade() : aim instanceof Aim.Light ? override.light()
                        : override.points()).isPresent()).map(override -> Obstacle.OVERRIDDEN);
    }

    private String detail(Obstacle why) {
        return switch (why) {
            case VETOED -> now.vetoes().stream().map(veto -> veto.item() + " " + veto.claim().title()).toList().toString();
            case NO_PLACE -> now.denied().map(it -> it.label() + " " + it.place() + " > " + it.places()).orElse("");
            case OVERRIDDEN -> now.override().map(it -> it.author() + " " + it.until()).orElse("");
            default -> now.reason().map(Enum::name).orElse("") + (now.detail().isEmpty() ? "" : ": " + now.detail());
        };
    }
}
