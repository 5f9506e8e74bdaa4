package io.mubiao.render;

import io.mubiao.formula.Symbol;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.Followed;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.question.Move;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A result, and what of it moved, in a line. */
final class MoveWords {
    private final Words words;

    MoveWords(Words words) {
        this.words = words;
    }

    static String name(EnterpriseResult it, Words words) {
        return it.name() + (it.name().equals(it.id()) ? "" : words.either("（" + it.id() + "）", " (" + it.id() + ")"));
    }

    String result(EnterpriseResult it) {
        return result(it, PlainNumber.ALONE);
    }

    /** @param totals those it stands beside */
    String result(EnterpriseResult it, PlainNumber totals) {
        List<String> parts = new ArrayList<>();
        it.total().ifPresent(total -> parts.add(words.either("总分 ", "total ") + totals.text(total)));
        if (it.place().isPresent()) {
            parts.add(words.either("第 " + it.place().getAsLong() + " 名，共 " + it.places().orElse(0) + " 家",
                    "place " + it.place().getAsLong() + " of " + it.places().orElse(0)));
        }
        parts.add(grade(it));
        return String.join(words.either("，", ", "), parts);
    }

    /** The classes, or what stands in their place. */
    String grade(EnterpriseResult it) {
        if (it.standing() != Standing.GRADED) {
            return isTreated(it) ? treated(it, words)
                    : words.of(it.standing()) + (it.label().isEmpty() ? "" : words.either("（" + it.label() + "）", " (" + it.label() + ")"));
        }
        String last = it.finalClass().orElse("—");
        return it.finalClass().isEmpty() && it.initialClass().isEmpty() ? words.either("参评", "evaluated")
                : it.initialClass().equals(it.finalClass()) ? words.either("评为 " + last + " 类", "class " + last)
                : words.either("初评 " + it.initialClass().orElse("—") + " 类，最终评为 " + last + " 类",
                        "initially " + it.initialClass().orElse("—") + ", finally " + last);
    }

    /** Whether a class that is not its own is in force, or would be if whom it follows had one. */
    static boolean isTreated(EnterpriseResult it) {
        return it.standing() == Standing.TREATED_AS || (it.standing() == Standing.COLLECTED && it.followed().isPresent());
    }

    static String treated(EnterpriseResult it, Words words) {
        String standing = it.standing() == Standing.COLLECTED ? words.of(it.standing()) : words.either("参评不定级", "evaluated");
        return standing + (it.classInForce().isEmpty() ? words.either("，所跟随的企业没有等级", ", whom it follows has no class")
                : words.either("，按 " + it.label() + " 类对待", ", treated as " + it.label()));
    }

    /** Whose class it takes; empty where it follows nobody, or why nobody can tell says it. */
    static String followed(EnterpriseResult it, Words words) {
        return it.followed().filter(whom -> !whom.state().isOpen()).map(whom -> {
            String path = whom.path().stream().map(firm -> name(firm, words))
                    .collect(Collectors.joining(words.either("，其又跟随 ", ", who takes that of ")));
            return words.either("等级跟随" + whom.by().title() + " " + path + "：",
                    "takes the class of the " + whom.by().title() + " " + path + ": ")
                    + whom.className().map(found -> words.either(found + " 类", found)).orElse(words.either("没有等级", "no class"));
        }).orElse("");
    }

    private static String name(Followed.Firm it, Words words) {
        return it.name() + (it.name().equals(it.id()) ? "" : words.either("（" + it.id() + "）", " (" + it.id() + ")"));
    }

    /** What moved: total, place, class, amounts; empty if nothing did. */
    String what(Move it) {
        List<String> parts = new ArrayList<>();
        if (it.inScore()) {
            PlainNumber totals = PlainNumber.beside(Stream.of(it.before(), it.after()).flatMap(one -> one.total().stream()));
            parts.add(words.either("总分 ", "total ") + it.before().total().map(totals::text).orElse("—") + arrow()
                    + it.after().total().map(totals::text).orElse("—"));
        }
        if (it.inOtherRanking()) {
            parts.add(words.either("改入另一排名", "in another ranking"));
        }
        if (it.inRank()) {
            parts.add(words.either("名次 ", "place ") + place(it.before()) + arrow() + place(it.after()));
        }
        if (it.inClass()) {
            parts.add(grade(it.before()) + arrow() + grade(it.after()));
        }
        it.charges().forEach(charge -> parts.add(new ChargeWords(words).moved(charge)));
        return String.join(words.either("，", ", "), parts);
    }

    /** Who moved, and what. */
    String line(Move it) {
        String what = what(it);
        return name(it.after(), words) + words.either("：", ": ") + (what.isEmpty() ? words.either("不变", "unchanged") : what);
    }

    private String arrow() {
        return words.either(" → ", " -> ");
    }

    private static String place(EnterpriseResult it) {
        return it.place().isPresent() ? Long.toString(it.place().getAsLong()) : "—";
    }

    /** Which figures of those who are evaluated as one are no sums of the members' own, in brackets; empty where all are. */
    static String kept(Explanation it, Words words) {
        String kept = it.inputs().stream().filter(leaf -> isKept(it, leaf)).map(leaf -> PlainFormula.title(words, leaf))
                .collect(Collectors.joining(words.either("、", ", ")));
        return kept.isEmpty() ? "" : words.either("（" + kept + "不相加，取自其中一户）", " (not added up but those of one member: " + kept + ")");
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
