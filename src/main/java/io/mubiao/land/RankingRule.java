package io.mubiao.land;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.rule.Cite;
import io.mubiao.shape.Ties;
import java.util.List;
import java.util.Optional;

/**
 * Who is ranked against whom, on what (排序规则). Immutable.
 *
 * @param by the text columns or labels that make a ranking group; empty for one ranking of all
 * @param onRounded whether the rounded total ranks, else the unrounded
 * @param breakTies indicators that order equals, in turn; may be empty
 * @param ties the place of those who are still equal
 * @param smallGroups what happens to groups with few enterprises; empty if nothing does
 * @param again what ranks some of them once more, each after those before it
 * @param cite where it stands
 */
public record RankingRule(List<String> by, boolean onRounded, List<String> breakTies, Ties ties,
        Optional<SmallGroups> smallGroups, List<Again> again, Cite cite) {
    /**
     * What happens to small groups (小组处理).
     *
     * @param minimum groups with fewer ranked enterprises are small
     * @param into the value of the last {@code by} column they join; empty if they are exempt from grading
     * @param label what stands in place of a class where they are exempt
     */
    public record SmallGroups(int minimum, Optional<String> into, String label) {
        public SmallGroups {
            requireNonNull(into, "into");
            requireNonNull(label, "label");
        }

        /**
         * A minimum under which a group can be: of fewer than 1 there is none.
         *
         * @throws IllegalArgumentException if it is below 2
         */
        public static int under(int minimum) {
            if (minimum < 2) {
                throw new IllegalArgumentException("small groups are under " + minimum + ", expected 2 or more, or small-groups: none");
            }
            return minimum;
        }
    }

    /**
     * A further ranking of those who have a place, among the same ones (再排序): {@code place("id")} and {@code ranked("id")}.
     *
     * @param id its name in formulas
     * @param title its name for people
     * @param when whom it concerns; empty for all who are ranked
     * @param on what it ranks on
     * @param higherIsBetter whether the largest comes first
     * @param cite where it stands
     */
    public record Again(String id, String title, Optional<Formula> when, Formula on, boolean higherIsBetter, Cite cite) {
        public Again {
            requireNonNull(id, "id");
            requireNonNull(title, "title");
            requireNonNull(when, "when");
            requireNonNull(on, "on");
            requireNonNull(cite, "cite");
        }
    }

    /** One ranking and none after it. */
    public RankingRule(List<String> by, boolean onRounded, List<String> breakTies, Ties ties,
            Optional<SmallGroups> smallGroups, Cite cite) {
        this(by, onRounded, breakTies, ties, smallGroups, List.of(), cite);
    }

    public RankingRule {
        by = List.copyOf(by);
        breakTies = List.copyOf(breakTies);
        requireNonNull(ties, "ties");
        requireNonNull(smallGroups, "smallGroups");
        again = List.copyOf(again);
        requireNonNull(cite, "cite");
    }
}
