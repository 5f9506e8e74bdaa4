package io.mubiao.render;

import io.mubiao.formula.Symbol;
import io.mubiao.land.assess.Explanation;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of the figures of those who are evaluated as one, in words. */
final class MergeWords {
    private MergeWords() {}

    /** Which figures are sums of those of the members, and which are those of one of them. */
    static String figures(Explanation it, Words words) {
        String kept = it.inputs().stream().filter(leaf -> isKept(it, leaf)).map(leaf -> PlainFormula.title(words, leaf))
                .collect(Collectors.joining(words.either("、", ", ")));
        return words.either("各成员之和", "the sums of its members") + (kept.isEmpty() ? ""
                : words.either("（" + kept + "不相加，取自其中一户）", " (not added up but those of one member: " + kept + ")"));
    }

    /** Whether a number of the unit is other than the sum of the members' own. */
    private static boolean isKept(Explanation it, Trace.Leaf leaf) {
        List<Optional<Quantity>> own = it.members().stream().flatMap(member -> member.inputs().stream().filter(one -> one.name().equals(leaf.name())))
                .map(Trace.Leaf::number).toList();
        if (own.isEmpty() || leaf.kind() != Symbol.Kind.NUMBER) {
            return false;
        }
        boolean whole = own.stream().allMatch(Optional::isPresent);
        Optional<Rational> sum = whole ? own.stream().flatMap(Optional::stream).map(Quantity::amount).reduce(Rational::plus) : Optional.empty();
        return !sum.equals(leaf.number().map(Quantity::amount));
    }
}
