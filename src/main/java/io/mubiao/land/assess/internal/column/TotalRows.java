package io.mubiao.land.assess.internal.column;

import io.mubiao.land.assess.internal.Totals;
import io.mubiao.land.assess.internal.near.NearTotals;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.Optional;

/** Totals that are known already, as rows of a program. */
final class TotalRows {
    private TotalRows() {}

    /** The totals as formulas see them: rounded as declared; empty where they are kept in a form that is no number of a block. */
    static Optional<Vec> of(Totals totals, Optional<Rounding> rounding) {
        NearTotals near = totals.near();
        if (near != null) {
            Vec rows = near(near);
            return Optional.of(rounding.map(it -> VecCompiler.rounded(rows, it)).orElse(rows));
        }
        return totals.isScaled() ? Optional.of(scaled(totals)) : Optional.empty();
    }

    private static Vec scaled(Totals totals) {
        return new Vec(Rational.ONE.dividedBy(Rational.of(10).power(totals.digits)), -Vec.EXACT, Vec.EXACT, 0, 0, true) {
            @Override
            void rows(Block block, double[] into) {
                for (int i = 0; i < block.rows; i++) {
                    double total = totals.scaled(block.from + i);
                    into[i] = Math.abs(total) < EXACT ? total : Double.NaN;
                }
            }
        };
    }

    private static Vec near(NearTotals totals) {
        double least = 0;
        double most = 0;
        for (int row = 0; row < totals.size(); row++) {
            double near = totals.near(row);
            least = near < least ? near : least;
            most = near > most ? near : most;
        }
        boolean exact = totals.isExact();
        return new Vec(totals.factor(), least, most, exact ? 0 : totals.rel(), exact ? 0 : totals.abs(), exact) {
            @Override
            void rows(Block block, double[] into) {
                for (int i = 0; i < block.rows; i++) {
                    into[i] = totals.near(block.from + i);
                }
            }
        };
    }
}
