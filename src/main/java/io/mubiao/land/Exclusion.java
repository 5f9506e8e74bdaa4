package io.mubiao.land;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.rule.Cite;
import io.mubiao.text.internal.Characters;

/**
 * Who is not graded like the others, and what that means for them (不参评情形). Immutable.
 *
 * @param id its name
 * @param title what it is
 * @param when the test
 * @param effect what follows
 * @param label what stands in place of a class (T, 不定级), or the class it is treated as
 * @param classOf the text column that holds the id of the enterprise whose class it takes (等级跟随); empty where it follows nobody
 * @param place whether who is ungraded keeps a place in the ranking all the same
 * @param cite where it stands
 */
public record Exclusion(String id, String title, Formula when, Effect effect, String label, String classOf, Kept place,
        Cite cite) {
    /** Whether who is not graded keeps a place (保留名次). */
    public enum Kept {
        /** No place (不参与排序). */
        NONE,
        /** Ranked like all others, and takes up a place of the class that goes with it (参与排序，占名额). */
        COUNTED,
        /** Has the place it would take, while the others are ranked without it (参与排序，不占名额). */
        UNCOUNTED
    }

    /** What an exclusion means; where several apply, the first of these takes hold. */
    public enum Effect {
        /** Not in the population: no data, no score, no place in any mean or quota (不纳入评价). */
        OUT,
        /** Data are collected and shown, nothing is scored, no baseline is fed (只采集数据). */
        COLLECTED,
        /** In the population and scored, but neither ranked nor graded (参评不定级). */
        UNGRADED,
        /** As ungraded, and treated as a class in all that follows (参评不定级，按某类对待). */
        TREATED_AS
    }

    public Exclusion {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(when, "when");
        requireNonNull(effect, "effect");
        requireNonNull(label, "label");
        requireNonNull(classOf, "classOf");
        requireNonNull(place, "place");
        requireNonNull(cite, "cite");
    }

    /** One that follows nobody. */
    public Exclusion(String id, String title, Formula when, Effect effect, String label, Kept place, Cite cite) {
        this(id, title, when, effect, label, "", place, cite);
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
