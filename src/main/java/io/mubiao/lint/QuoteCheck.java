package io.mubiao.lint;

import io.mubiao.problem.Problem;
import io.mubiao.problem.Problems;
import io.mubiao.target.Clause;
import io.mubiao.target.Register;
import io.mubiao.value.Rational;
import java.util.BitSet;
import java.util.List;

/**
 * Whether a register's quotes stand in the document where it says, and how much of the document its clauses cover
 * (出处核对). Immutable.
 *
 * @param problems code MISQUOTED, one for each clause whose words do not stand at its offset
 * @param covered code points of the text, white space aside, inside a clause
 * @param total code points of the text, white space aside
 */
public record QuoteCheck(List<Problem> problems, long covered, long total) {
    public QuoteCheck {
        problems = List.copyOf(problems);
    }

    /** Checks the clauses of one document against its text. */
    public static QuoteCheck of(Register register, String document, String text) {
        int[] points = text.codePoints().toArray();
        BitSet inside = new BitSet(points.length);
        Problems problems = new Problems();
        for (Clause clause : register.clauses()) {
            if (!clause.document().equals(document)) {
                continue;
            }
            String there = clause.at() >= points.length
                    ? ""
                    : new String(points, clause.at(), Math.min(clause.end(), points.length) - clause.at());
            if (there.equals(clause.quote())) {
                inside.set(clause.at(), clause.end());
            } else {
                problems.error("MISQUOTED", "clauses." + clause.id(), "expected '" + clause.quote() + "' at offset "
                        + clause.at() + ", found '" + there + "'");
            }
        }
        long total = 0;
        long covered = 0;
        for (int i = 0; i < points.length; i++) {
            if (!Character.isWhitespace(points[i])) {
                total++;
                covered += inside.get(i) ? 1 : 0;
            }
        }
        return new QuoteCheck(problems.found(), covered, total);
    }

    /**
     * The share of the document that the clauses cover, from 0 to 1.
     *
     * @throws ArithmeticException if the text is empty
     */
    public Rational share() {
        return Rational.of(covered, total);
    }
}
