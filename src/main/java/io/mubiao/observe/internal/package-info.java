/**
 * How many increments come into a log at once. In: increments in columns. Out: each of them, without an object. Begin to read at
 * {@link io.mubiao.observe.internal.IncrementColumns}. For this library alone: may change in any release.
 */
@NullMarked
package io.mubiao.observe.internal;

import org.jspecify.annotations.NullMarked;
