package io.mubiao.land.assess.internal.part;

import io.mubiao.land.assess.internal.Again;
import io.mubiao.land.assess.internal.Classer;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.Ranks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rows of a chunk are told of the whole: further rankings by what is known of them, up to the one that is being gathered. Not thread-safe. */
final class Further implements Ranks.Whole {
    private final Known known;
    private final int limit;
    private final boolean together;
    private final Refiller refiller;
    private final List<Here> heres = new ArrayList<>();

    /** @param together whether rows of one range are together */
    Further(Known known, int limit, boolean together, Refiller refiller) {
        this.known = known;
        this.limit = limit;
        this.together = together;
        this.refiller = refiller;
    }

    /** The further rankings of the rows, in order. */
    List<Here> heres() {
        return heres;
    }

    @Override
    public long ranked(List<String> ranking) {
        return known.state.sizes().ranked(ranking);
    }

    @Override
    public byte[] refill(Cohort cohort, Classer classer, Ranks ranks, byte[] last) {
        return refiller.refill(cohort, classer, ranks, last);
    }

    @Override
    public Again.@Nullable Placed again(Cohort cohort, Ranks ranks, Again.Local local) {
        Here here = Here.again(known, cohort, ranks, local);
        heres.add(here);
        State.Step step = known.state.step();
        boolean gathers = step == State.Step.AGAIN || step == State.Step.AGAIN_COUNTED || step == State.Step.AGAIN_SPLIT;
        if (gathers && local.again() == known.state.level()) {
            return null;
        }
        Map<Slot, PartTable> tables = here.tables(line -> together || line.isKnown());
        long[] ranked = new long[cohort.scope.rankings.size()];
        @Nullable PartTable[] byCode = new PartTable[ranked.length];
        for (int code = 0; code < ranked.length; code++) {
            Line line = here.line(code);
            ranked[code] = line == null ? 0 : line.size();
            byCode[code] = tables.get(here.joined(code));
        }
        return new Again.Placed(here.places(code -> byCode[code]), ranked);
    }

    @Override
    public RuntimeException elsewhere() {
        return new NotInPartsException(NotInPartsException.Why.AGAIN, limit);
    }
}
