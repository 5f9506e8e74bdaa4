/**
 * What both flows rank with (名次). In: numbers, and what is declared of ties. Out: places. Begin to read at
 * {@link io.mubiao.shape.internal.Places}.
 */
@NullMarked
package io.mubiao.shape.internal;

import org.jspecify.annotations.NullMarked;
