package io.mubiao.land.assess.internal.part;

import io.mubiao.land.Roll;

/** The lots that the rows of a chunk draw: spread evenly, and the same whenever the chunk is looked at again. */
final class Lots {
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private final long seed;

    private Lots(long seed) {
        this.seed = seed;
    }

    static Lots of(Roll roll) {
        long seed = roll.size();
        for (int i = 0; i < 4 && i < roll.size(); i++) {
            seed = mix(seed + STEP * roll.id(i).hashCode());
        }
        return new Lots(seed);
    }

    long of(long number) {
        return mix(seed + STEP * (number + 1));
    }

    /** Mixes the bits of a number well (the finalizer of SplitMix64, public domain). */
    private static long mix(long number) {
        long mixed = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
