package io.mubiao.render;

import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.question.Move;
import java.util.ArrayList;
import java.util.List;
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
            return it.standing() == Standing.TREATED_AS ? treated(it, words)
                    : words.of(it.standing()) + (it.label().isEmpty() ? "" : words.either("（" + it.label() + "）", " (" + it.label() + ")"));
        }
        String last = it.finalClass().orElse("—");
        return it.finalClass().isEmpty() && it.initialClass().isEmpty() ? words.either("参评", "evaluated")
                : it.initialClass().equals(it.finalClass()) ? words.either("评为 " + last + " 类", "class " + last)
                : words.either("初评 " + it.initialClass().orElse("—") + " 类，最终评为 " + last + " 类",
                        "initially " + it.initialClass().orElse("—") + ", finally " + last);
    }

    static String treated(EnterpriseResult it, Words words) {
        return words.either("参评不定级，按 " + it.label() + " 类对待", "evaluated, treated as " + it.label());
    }

    /** What moved: total, place, class; empty if nothing did. */
    String what(Move it) {
        List<String> parts = new ArrayList<>();
        if (it.inScore()) {
            PlainNumber totals = LeagueTable.totals(Stream.of(it.before(), it.after()));
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
}
