package io.mubiao.scorecard;

import io.mubiao.shape.Grades;
import io.mubiao.shape.Ties;
import io.mubiao.shape.internal.Places;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Gives grades as far as there are places, to units that are ranked. */
final class QuotaGrader {
    private final GradeQuota quota;
    private final Ties ties;
    private final Grades grades;
    private final Map<NodeScore, String> given = new HashMap<>();
    private final Map<NodeScore, NodeScore.Denied> denied = new HashMap<>();
    private final Map<NodeScore, NodeScore.Allotted> allotted = new HashMap<>();

    private QuotaGrader(GradeQuota quota, Ties ties, Grades grades) {
        this.quota = quota;
        this.ties = ties;
        this.grades = grades;
    }

    /** The units with the grades for which there are places; what a person graded, or has no points, stays as it is. */
    static List<NodeScore> graded(GradeQuota quota, Ties ties, Grades grades, List<NodeScore> units) {
        QuotaGrader grader = new QuotaGrader(quota, ties, grades);
        grader.give(units);
        return units.stream().map(grader::of).toList();
    }

    private void give(List<NodeScore> units) {
        long ranked = units.stream().filter(unit -> unit.points().isPresent()).count();
        List<NodeScore> left = new ArrayList<>(units.stream().filter(this::takesPart).toList());
        for (String label : grades.order()) {
            List<NodeScore> earn = left.stream().filter(unit -> grades.atLeast(earned(unit), label)).toList();
            OptionalLong places = quota.places(label, ranked, units.size());
            Map<Rational, List<String>> equals = places.isPresent() ? Roller.byPoints(earn) : Map.of();
            long of = quota.of() == GradeQuota.Base.RANKED ? ranked : units.size();
            Places among = Places.among(earn.stream().map(unit -> unit.points().orElseThrow()).toList(), true, ties);
            for (NodeScore unit : earn) {
                Rational points = unit.points().orElseThrow();
                long place = among.place(points);
                places.ifPresent(most -> allotted.putIfAbsent(unit, new NodeScore.Allotted(label, place, earn.size(), most, of, quota, ties,
                        equals.getOrDefault(points, List.of()))));
                if (places.isEmpty() || place <= places.getAsLong()) {
                    given.put(unit, label);
                    left.remove(unit);
                } else {
                    denied.putIfAbsent(unit, new NodeScore.Denied(label, place, places.getAsLong(), label));
                }
            }
        }
    }

    private boolean takesPart(NodeScore unit) {
        boolean byHand = unit.override().flatMap(ManualOverride::grade).isPresent();
        return unit.isGraded() && !byHand && unit.points().flatMap(grades::grade).isPresent();
    }

    /** The label of the points; where places are filled again, a veto takes part before they are given. */
    private String earned(NodeScore unit) {
        String ofPoints = unit.points().flatMap(grades::grade).orElseThrow();
        return quota.refill() ? vetoed(unit, ofPoints) : ofPoints;
    }

    private String vetoed(NodeScore unit, String label) {
        String worst = label;
        for (NodeScore.Veto veto : unit.vetoes()) {
            worst = grades.worse(worst, veto.claim().grade().orElseThrow());
        }
        return worst;
    }

    private NodeScore of(NodeScore unit) {
        String label = given.get(unit);
        NodeScore.Denied lacking = denied.get(unit);
        NodeScore.Allotted place = allotted.get(unit);
        NodeScore placed = place == null ? unit : unit.allotted(place);
        return label == null || lacking == null ? placed : placed.graded(vetoed(unit, label),
                new NodeScore.Denied(lacking.label(), lacking.place(), lacking.places(), label));
    }
}
