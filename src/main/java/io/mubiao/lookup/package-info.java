/**
 * One way to look up and to walk (查找与遍历): {@link io.mubiao.lookup.Lookup} says how, and whatever has parts with ids is one or
 * gives {@link io.mubiao.lookup.LookupList}s of them.
 */
@NullMarked
package io.mubiao.lookup;

import org.jspecify.annotations.NullMarked;
