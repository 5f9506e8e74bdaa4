package io.mubiao.scorecard;

import io.mubiao.scoring.Claim;
import io.mubiao.shape.Grades;
import io.mubiao.shape.Ties;
import io.mubiao.shape.internal.Places;
import io.mubiao.value.Rational;
import io.mubiao.work.Threads;
import io.mubiao.work.internal.Checkpoint;
import io.mubiao.work.internal.Crew;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rolls items up in one view. */
final class Roller {
    /** A thread is worth it for so many. */
    static final int FEWEST = 64;

    private final CompiledView view;
    private final Decisions decisions;
    private final Optional<Grades> grades;
    private final Optional<Grades> lights;
    private final GradeScale scale;

    Roller(CompiledView view, Decisions decisions, ScorecardRule rule) {
        this.view = view;
        this.decisions = decisions;
        this.grades = rule.grades();
        this.lights = rule.nodeLights();
        scale = GradeScale.of(rule);
    }

    CompiledView view() {
        return view;
    }

    /** All nodes, by number: the deepest first, those of one depth shared out among threads. */
    NodeScore[] all(ItemScore[] items, Threads threads) {
        NodeScore[] scores = new NodeScore[view.nodes().size()];
        List<List<CompiledView.Node>> depths = new ArrayList<>();
        int[] depth = new int[scores.length];
        for (CompiledView.Node node : view.nodes()) {
            depth[node.index()] = node.parent() < 0 ? 0 : depth[node.parent()] + 1;
            if (depth[node.index()] == depths.size()) {
                depths.add(new ArrayList<>());
            }
            depths.get(depth[node.index()]).add(node);
        }
        for (int i = depths.size() - 1; i >= 0; i--) {
            List<CompiledView.Node> nodes = depths.get(i);
            Crew.stretches(threads, nodes.size(), FEWEST, (from, end) -> {
                for (CompiledView.Node node : nodes.subList(from, end)) {
                    Checkpoint.pass("node", node.id());
                    scores[node.index()] = one(node, scores, items);
                }
                return true;
            });
        }
        return scores;
    }

    /** Works the given nodes out anew, children before parents. */
    void again(Iterable<Integer> nodes, NodeScore[] scores, ItemScore[] items) {
        for (int node : nodes) {
            scores[node] = one(view.nodes().get(node), scores, items);
        }
    }

    private NodeScore one(CompiledView.Node node, @Nullable NodeScore[] scores, ItemScore[] items) {
        List<NodeScore> nodes = new ArrayList<>(node.nodes().size());
        for (int child : node.nodes()) {
            nodes.add(Objects.requireNonNull(scores[child]));
        }
        if (node.parent() < 0 && view.view().ranking().isPresent()) {
            Ties ties = view.view().ranking().get();
            nodes = ranked(nodes, ties);
            if (view.view().quota().isPresent() && grades.isPresent()) {
                nodes = QuotaGrader.graded(view.view().quota().get(), ties, grades.get(), nodes);
            }
        }
        List<NodeScore.Credited> credited = new ArrayList<>(node.items().size());
        for (int i = 0; i < node.items().size(); i++) {
            credited.add(new NodeScore.Credited(items[node.items().get(i)], node.shares().get(i)));
        }
        return score(node, nodes, credited);
    }

    private NodeScore score(CompiledView.Node node, List<NodeScore> nodes, List<NodeScore.Credited> credited) {
        boolean pools = node.rule().rollup() == Rollup.OPPORTUNITY;
        List<NodeScore.Credited> below = new ArrayList<>();
        if (pools) {
            nodes.forEach(child -> child.everyCredited().forEach(below::add));
            below.addAll(credited);
        }
        NodeSum.Outcome outcome = NodeSum.of(node.rule(), children(node, nodes, credited), below);
        List<NodeScore.Veto> vetoes = vetoes(nodes, credited);
        ManualOverride override = decisions.of(view.view().id(), node.id());
        Optional<Rational> points = override != null && override.points().isPresent() ? override.points() : outcome.points();
        boolean graded = scale.grades(node.rule(), outcome.full());
        Optional<String> computed = graded
                ? grades.flatMap(table -> outcome.points().flatMap(table::grade)) : Optional.empty();
        Optional<String> given = override != null && override.grade().isPresent() ? override.grade()
                : graded ? grades.flatMap(table -> points.flatMap(table::grade)) : Optional.empty();
        Optional<String> light = override != null && override.light().isPresent() ? override.light()
                : lights.flatMap(table -> points.filter(number -> outcome.full().signum() != 0)
                        .flatMap(number -> table.grade(number.times(Rational.HUNDRED).dividedBy(outcome.full()))));
        return new NodeScore(node, outcome, List.copyOf(nodes), List.copyOf(credited), computed,
                graded || scale.isOff(node.rule(), outcome.full()) || given.isPresent() ? vetoed(given, vetoes) : given, light, vetoes, override,
                decisions.judgements(view.view().id(), node.id()), scale, null, null, null);
    }

    /** The worst of the grade and of all vetoes; a veto stands even where there are no points. */
    private Optional<String> vetoed(Optional<String> grade, List<NodeScore.Veto> vetoes) {
        Optional<String> worst = grade;
        if (grades.isPresent()) {
            for (NodeScore.Veto veto : vetoes) {
                String claimed = veto.claim().grade().orElseThrow();
                worst = Optional.of(worst.map(now -> grades.get().worse(now, claimed)).orElse(claimed));
            }
        }
        return worst;
    }

    private static List<NodeScore.Veto> vetoes(List<NodeScore> nodes, List<NodeScore.Credited> credited) {
        List<NodeScore.Veto> vetoes = List.of();
        for (NodeScore node : nodes) {
            if (!node.vetoes().isEmpty()) {
                vetoes = new ArrayList<>(vetoes);
                vetoes.addAll(node.vetoes());
            }
        }
        for (NodeScore.Credited item : credited) {
            List<Claim> claims = item.item().vetoes();
            if (!claims.isEmpty()) {
                vetoes = new ArrayList<>(vetoes);
                for (Claim claim : claims) {
                    vetoes.add(new NodeScore.Veto(claim, item.item().id()));
                }
            }
        }
        return vetoes.isEmpty() ? vetoes : vetoes.stream().distinct().toList();
    }

    private static List<NodeScore> ranked(List<NodeScore> nodes, Ties ties) {
        List<Rational> points = nodes.stream().flatMap(node -> node.points().stream()).toList();
        Places places = Places.among(points, true, ties);
        Map<Rational, List<String>> equals = byPoints(nodes);
        return nodes.stream().map(node -> node.placed(node.points().map(own -> new NodeScore.Placing(places.place(own), points.size(), nodes.size(),
                ties, equals.getOrDefault(own, List.of()))).orElse(null))).toList();
    }

    /** The titles of those with points, by their points. */
    static Map<Rational, List<String>> byPoints(List<NodeScore> nodes) {
        Map<Rational, List<String>> equals = new HashMap<>();
        nodes.forEach(node -> node.points().ifPresent(own -> equals.computeIfAbsent(own, any -> new ArrayList<>(1)).add(node.title())));
        equals.replaceAll((any, titles) -> List.copyOf(titles));
        return equals;
    }

    /**
     * What is right below a node: nodes first, then items with their share of the credit. A weight counts a share of full
     * points, so a node that has none brings nothing to it.
     */
    static List<NodeSum.Child> children(CompiledView.Node node, List<NodeScore> nodes, List<NodeScore.Credited> items) {
        List<NodeSum.Child> children = new ArrayList<>(nodes.size() + items.size());
        for (int i = 0; i < nodes.size(); i++) {
            NodeScore child = nodes.get(i);
            NodeSum.Outcome outcome = child.outcome();
            boolean shared = !node.weighted() || child.full().signum() != 0;
            children.add(new NodeSum.Child(child.id(), shared ? child.points() : Optional.empty(), child.full(), outcome.size(), outcome.all(),
                    child.points().isPresent() && outcome.points().isEmpty() ? outcome.all() : outcome.known(),
                    node.weighted() ? Optional.of(node.nodeWeights().get(i)) : Optional.empty()));
        }
        for (int i = 0; i < items.size(); i++) {
            ItemScore item = items.get(i).item();
            Rational share = items.get(i).share();
            boolean whole = share.equals(Rational.ONE);
            children.add(NodeSum.Child.item(item.id(), whole ? item.points() : item.points().map(share::times),
                    whole ? item.full() : item.full().times(share),
                    node.weighted() ? Optional.of(node.itemWeights().get(i)) : Optional.empty()));
        }
        return children;
    }
}
