package io.mubiao.land.assess.internal.part;

import io.mubiao.land.assess.internal.Again;
import io.mubiao.land.assess.internal.Classer;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.land.assess.internal.Ranks;
import io.mubiao.land.assess.internal.Vacated;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What rows of a chunk are told of the whole: their places in further rankings, as far as these are known. Not thread-safe. */
final class Further implements Ranks.Whole {
    private final Known known;
    private final int together;
    private final int until;
    private final @Nullable Carried carried;
    private final Refiller refiller;
    private final List<Here> heres = new ArrayList<>();

    /**
     * What rows are told.
     *
     * @param together the ranking of which those of a range are together; −1 for none
     * @param until so many further rankings are known
     * @param carried the places that came with the rows
     */
    Further(Known known, int together, int until, @Nullable Carried carried, Refiller refiller) {
        this.known = known;
        this.together = together;
        this.until = until;
        this.carried = carried;
        this.refiller = refiller;
    }

    /** The further rankings of the rows among themselves, up to the first that is not known. */
    List<Here> heres() {
        return heres;
    }

    @Override
    public long ranked(List<String> ranking) {
        return known.state.sizes().ranked(ranking);
    }

    @Override
    public Vacated vacated(List<String> ranking, Ranks ranks, RankTable table, int classes) {
        return refiller.vacated(ranking, ranks, table, classes);
    }

    @Override
    public byte[] refill(Cohort cohort, Classer classer, Ranks ranks, byte[] last) {
        return refiller.refill(cohort, classer, ranks, last);
    }

    /** Whether places in a ranking can only be told where those of its ranges are together, and that is not here. */
    boolean isElsewhere(int ranking) {
        return ranking != together && known.state.isApart(ranking);
    }

    /** The places that came with rows. */
    int[] carried(int ranking, int size, IntPredicate ranked) {
        return Carried.places(carried, ranking, size, ranked);
    }

    @Override
    public Again.@Nullable Placed again(Cohort cohort, Ranks ranks, Again.Local local) {
        Here here = Here.again(known, cohort, ranks, local);
        heres.add(here);
        if (local.again() >= until) {
            return null;
        }
        long[] ranked = new long[cohort.scope.rankings.size()];
        for (int code = 0; code < ranked.length; code++) {
            Line line = here.line(code);
            ranked[code] = line == null ? 0 : line.size();
        }
        if (isElsewhere(here.index)) {
            return new Again.Placed(carried(here.index, cohort.roll.size(), here::isRanked), ranked);
        }
        Map<GroupSlot, PartTable> tables = here.tables();
        @Nullable PartTable[] byCode = new PartTable[ranked.length];
        Arrays.setAll(byCode, code -> tables.get(here.joined(code)));
        return new Again.Placed(here.places(code -> byCode[code]), ranked);
    }
}
