package io.mubiao.land.assess.internal.part;

import io.mubiao.value.NumberWriter;

/** Nothing is left to gather. */
enum Nothing implements Content {
    NOTHING;

    @Override
    public Content merge(Content other) {
        return Content.same(this, other);
    }

    @Override
    public void write(NumberWriter to) {
        // Its kind says all.
    }
}
