package io.mubiao.land.question;

import static java.util.Objects.requireNonNull;

import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.List;

/**
 * Enterprises that stay in one ranking, whose place there moves by the same number while nothing else of theirs moves
 * (名次变动区间): all from one place through another but those that are listed as moves by themselves. Immutable.
 *
 * @param ranking the texts of the ranking
 * @param first the best place among them, before they move
 * @param last the worst place among them, before they move
 * @param best the best total among them
 * @param worst the worst total among them
 * @param by by how many places they move; negative is forward
 * @param enterprises how many they are
 */
public record RankShift(List<String> ranking, long first, long last, Rational best, Rational worst, long by, long enterprises) {
    public RankShift {
        ranking = List.copyOf(ranking);
        requireNonNull(best, "best");
        requireNonNull(worst, "worst");
    }

    /** Collects runs, the best first. Not thread-safe. */
    static final class Runs {
        private final List<RankShift> runs = new ArrayList<>();

        /** So many more of a place and total, whose place moves by a number, which may be 0. */
        void add(List<String> ranking, long place, Rational total, long by, long enterprises) {
            RankShift last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && last.ranking().equals(ranking) && last.by() == by) {
                runs.set(runs.size() - 1, new RankShift(ranking, last.first(), place, last.best(), total, by, last.enterprises() + enterprises));
            } else {
                runs.add(new RankShift(ranking, place, place, total, total, by, enterprises));
            }
        }

        /** Those that move. */
        List<RankShift> moved() {
            return runs.stream().filter(run -> run.by() != 0).toList();
        }
    }
}
