/**
 * What both flows rank with (名次). In: numbers, and what is declared of ties. Out: places. Begin to read at
 * {@link io.mubiao.scoring.internal.Places}.
 */
@NullMarked
package io.mubiao.scoring.internal;

import org.jspecify.annotations.NullMarked;
