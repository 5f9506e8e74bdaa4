package io.mubiao.gap;

import static java.util.Objects.requireNonNull;

import io.mubiao.scorecard.NodeScore;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Optional;

/**
 * What would bring a node or unit to an aim (单位差距分析). Immutable.
 *
 * @param view the view
 * @param now the node as it stands
 * @param aim what is to be reached
 * @param reached whether it is reached already
 * @param threshold the points that reach it, as rounded before they are banded; empty where no points alone say so
 * @param shortBy how many points are short, exactly; empty where the node has none or there is no threshold
 * @param above whether the threshold itself does not suffice, so that it takes more than is short
 * @param lifts the items that suffice if each is brought to its full points, the largest gain first
 * @param proof how it is known that no fewer items suffice
 * @param vetoes the vetoes that hold the grade below the aim
 * @param missing the items without points
 * @param obstacle why no items suffice
 * @param detail what the obstacle is about; may be empty
 */
public record NodeGap(String view, NodeScore now, Aim aim, boolean reached, Optional<Rational> threshold,
        Optional<Rational> shortBy, boolean above, List<Lift> lifts, Optional<Proof> proof, List<NodeScore.Veto> vetoes,
        List<String> missing, Optional<Obstacle> obstacle, String detail) {
    /**
     * An item brought to its full points.
     *
     * @param item its id
     * @param from its points now; empty if it has none
     * @param full its full points
     * @param gain what it alone adds to the node's points before cap and rounding; empty where there are none before or after
     */
    public record Lift(String item, Optional<Rational> from, Rational full, Optional<Rational> gain) {
        public Lift {
            requireNonNull(item, "item");
            requireNonNull(from, "from");
            requireNonNull(full, "full");
            requireNonNull(gain, "gain");
        }
    }

    /** How it is known that no fewer items suffice. */
    public enum Proof {
        /** Gains add up, and the largest of them, one fewer, fall short (得分相加，可证最少). */
        SUM,
        /** Every smaller set of items was tried (逐组试算，可证最少). */
        TRIED,
        /** None of them can be left out; smaller sets of others were not all tried (缺一不可，未证最少). */
        NONE_SPARE
    }

    public NodeGap {
        requireNonNull(view, "view");
        requireNonNull(now, "now");
        requireNonNull(aim, "aim");
        requireNonNull(threshold, "threshold");
        requireNonNull(shortBy, "shortBy");
        lifts = List.copyOf(lifts);
        requireNonNull(proof, "proof");
        vetoes = List.copyOf(vetoes);
        missing = List.copyOf(missing);
        requireNonNull(obstacle, "obstacle");
        requireNonNull(detail, "detail");
    }

    @Override
    public String toString() {
        return Characters.shown((now.id().isEmpty() ? view : view + " " + now.id()) + " " + aim + ": " + (reached ? "reached"
                : obstacle.map(why -> why + (detail.isEmpty() ? "" : " (" + detail + ")")).orElseGet(() ->
                        shortBy.map(points -> points + " short, ").orElse("") + lifts.stream().map(Lift::item).toList())));
    }
}
