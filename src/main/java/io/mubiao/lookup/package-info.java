/**
 * One way to look up and to walk (查找与遍历). In: things with ids, in an order. Out: the one with an id, by hash, or all in order;
 * registers, logs and results are lookups, the parts of rules and registers are lists that are. Begin to read at
 * {@link io.mubiao.lookup.Lookup}.
 */
@NullMarked
package io.mubiao.lookup;

import org.jspecify.annotations.NullMarked;
