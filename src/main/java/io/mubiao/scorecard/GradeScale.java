package io.mubiao.scorecard;

import io.mubiao.shape.Bands;
import io.mubiao.shape.Grades;
import io.mubiao.shape.Interval;
import io.mubiao.value.Rational;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Of which full points the bands of grades are, so that 20 of 20 is not held against a band from 90 on. Immutable.
 *
 * @param grades the grades of nodes
 * @param lights the lights of nodes, over percents
 * @param outOf the full points that the bands of the grades are of; empty where nothing says it
 */
record GradeScale(Optional<Grades> grades, Optional<Grades> lights, Optional<Rational> outOf) {
    /** What the graded nodes are out of; of several numbers the end of the domain, or the one that the best grade befits. */
    static GradeScale of(ScorecardRule rule) {
        Set<Rational> scales = scales(rule);
        Optional<Rational> end = rule.grades().flatMap(it -> it.bands().domain().high()).filter(it -> scales.isEmpty() || scales.contains(it));
        return new GradeScale(rule.grades(), rule.nodeLights(), end.isPresent() || scales.size() != 1 ? end : scales.stream().findFirst());
    }

    /** The numbers that the bands may be of: what nodes are out of, of which nobody says whether they are graded. */
    static Set<Rational> scales(ScorecardRule rule) {
        Set<Rational> all = new TreeSet<>();
        rule.views().forEach(view -> Stream.of(Stream.of(view.root()), view.levels().stream().map(View.Level::node),
                view.tree().stream().flatMap(GradeScale::nodes)).flatMap(nodes -> nodes).filter(node -> node.graded().isEmpty())
                .forEach(node -> NodeSum.scaledTo(node).ifPresent(all::add)));
        Set<Rational> fitting = all.stream().filter(full -> befits(rule.grades(), full)).collect(Collectors.toCollection(TreeSet::new));
        return all.size() == 1 ? all : fitting;
    }

    private static Stream<NodeRule> nodes(View.Branch branch) {
        return Stream.concat(Stream.of(branch.node()), branch.branches().stream().flatMap(GradeScale::nodes));
    }

    /** Whether the best grade is within reach, and takes at least half of the points. */
    private static boolean befits(Optional<Grades> grades, Rational full) {
        return best(grades).filter(low -> low.compareTo(full) > 0 || (low.signum() > 0 && low.times(Rational.of(2)).compareTo(full) < 0)).isEmpty();
    }

    private static Optional<Rational> best(Optional<Grades> grades) {
        return grades.flatMap(it -> it.order().stream().flatMap(label -> it.bands().lowest(label).stream()).findFirst()).flatMap(Interval::low);
    }

    /** The points from which on the best grade is given. */
    Optional<Rational> best() {
        return best(grades);
    }

    /** Whether a node of so many full points has a grade. */
    boolean grades(NodeRule node, Rational full) {
        return grades.isPresent() && node.graded().orElseGet(() -> isByPlace() || fits(full));
    }

    /** Whether a node has no grade because its full points are others. */
    boolean isOff(NodeRule node, Rational full) {
        return grades.isPresent() && node.graded().isEmpty() && !isByPlace() && !fits(full);
    }

    /** Where nothing says what the bands are of, they have to befit the full points. */
    private boolean fits(Rational full) {
        return outOf.map(full::equals).orElseGet(() -> befits(grades, full));
    }

    /** Whether no points earn a grade, only places do. */
    boolean isByPlace() {
        return grades.filter(it -> it.bands().bands().stream().map(Bands.Band::interval).anyMatch(Interval.ALL::equals)).isPresent();
    }
}
