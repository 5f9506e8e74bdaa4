package io.mubiao.scoring;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.rule.Cite;
import io.mubiao.text.internal.Characters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What follows from a test beside the points. Immutable. A veto (一票否决) sets the grade, not the points; a duty (说明
 * 责任) only asks for something.
 *
 * @param id its name
 * @param title what people call it
 * @param when the test
 * @param grade the grade that it sets at best; empty for a duty
 * @param cite where it stands
 */
public record Claim(String id, String title, Formula when, Optional<String> grade, Cite cite) {
    public Claim {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(when, "when");
        requireNonNull(grade, "grade");
        requireNonNull(cite, "cite");
    }

    /** A veto: where the test holds, the grade is this one or a worse one. */
    public static Claim veto(String id, String when, String grade) {
        return new Claim(id, id, Formula.parse(when), Optional.of(grade), Cite.NONE);
    }

    /** A duty: where the test holds, somebody owes an explanation. */
    public static Claim duty(String id, String when) {
        return new Claim(id, id, Formula.parse(when), Optional.empty(), Cite.NONE);
    }

    /** Vetoes, then duties, each in the order given. */
    public static List<Claim> inOrder(List<Claim> claims) {
        return claims.stream().sorted(Comparator.comparing(claim -> !claim.isVeto())).toList();
    }

    /** Whether it sets a grade. */
    public boolean isVeto() {
        return grade.isPresent();
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
