package io.mubiao.land;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Formula;
import io.mubiao.rule.Cite;
import io.mubiao.shape.Quota;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a class is found (分档规则). Immutable.
 *
 * @param classes the classes, best first: A B C D, A+ A B C C- D, 甲乙丙丁
 * @param method what decides
 * @param cuts cumulative shares of the places, as formulas; by the values of {@code cutsBy}, or under "" for all
 * @param cutsBy the label or text column that chooses among the cuts; empty if all share them
 * @param quota how shares become places
 * @param baseIsPopulation whether shares are of all who are scored in the group, the ungraded too, else of the ranked
 * @param least the least total of each class but the last
 * @param tests the test of each class but the last; the first that holds
 * @param requires a further test by class; who fails it goes to the next class
 * @param bounds limits a document sets to the share of a class that somebody else chooses; in the order of the classes
 * @param byOverride the classes that nobody gets but by an override (只由调档产生的类别)
 * @param cite where it stands
 */
public record ClassRule(List<String> classes, Method method, Map<String, List<Formula>> cuts, String cutsBy,
        Optional<Quota> quota, boolean baseIsPopulation, Map<String, Formula> least, Map<String, Formula> tests,
        Map<String, Formula> requires, List<Bound> bounds,
        List<String> byOverride, Cite cite) {
    /** What decides on the class. */
    public enum Method {
        /** The place in the ranking group. */
        RANK,
        /** The total. */
        SCORE,
        /** Tests on indicators. */
        TESTS
    }

    /** A class's share must be at most, or at least, so much. */
    public record Bound(String of, boolean atMost, Formula share) {
        public Bound {
            requireNonNull(of, "of");
            requireNonNull(share, "share");
        }
    }

    public ClassRule {
        List<String> classesInOrder = List.copyOf(classes);
        classes = classesInOrder;
        requireNonNull(method, "method");
        ImmutableMap.Builder<String, List<Formula>> copies = ImmutableMap.builder();
        cuts.forEach((key, shares) -> copies.put(key, List.copyOf(shares)));
        cuts = copies.build();
        requireNonNull(cutsBy, "cutsBy");
        requireNonNull(quota, "quota");
        least = ImmutableMap.copyOf(least);
        tests = ImmutableMap.copyOf(tests);
        requires = ImmutableMap.copyOf(requires);
        bounds = bounds.stream().sorted(Comparator.comparing(bound -> classesInOrder.indexOf(bound.of()))).toList();
        byOverride = List.copyOf(byOverride);
        requireNonNull(cite, "cite");
    }

    /** Whether a class is found before overrides, by its number. */
    public boolean isFound(int index) {
        return !byOverride.contains(classes.get(index));
    }

    /** The number of the next class that is found before overrides; that of the last for none. */
    public int next(int index) {
        int next = index + 1;
        while (next < classes.size() && !isFound(next)) {
            next++;
        }
        return Math.min(next, rest());
    }

    /** The number of the last class that is found before overrides, which takes all others. */
    public int rest() {
        int last = classes.size() - 1;
        while (last > 0 && !isFound(last)) {
            last--;
        }
        return last;
    }
}
