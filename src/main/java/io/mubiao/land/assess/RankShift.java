package io.mubiao.land.assess;

import static java.util.Objects.requireNonNull;

import io.mubiao.value.Rational;
import java.util.List;

/**
 * Enterprises of one ranking whose place moves by the same number while nothing else of theirs moves (名次变动区间). Immutable.
 *
 * @param ranking the texts of the ranking
 * @param best the best total among them
 * @param worst the worst total among them
 * @param by by how many places they move; negative is forward
 * @param enterprises how many they are
 */
public record RankShift(List<String> ranking, Rational best, Rational worst, long by, long enterprises) {
    public RankShift {
        ranking = List.copyOf(ranking);
        requireNonNull(best, "best");
        requireNonNull(worst, "worst");
    }
}
