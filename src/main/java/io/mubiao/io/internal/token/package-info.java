/**
 * What stands in YAML and JSON, one after another. In: a text and a {@link io.mubiao.work.CostBudget}. Out: names, texts and where
 * objects and lists begin and end, with lines. Begin to read at {@link io.mubiao.io.internal.token.Tokens}. For this library alone:
 * may change in any release.
 */
@NullMarked
package io.mubiao.io.internal.token;

import org.jspecify.annotations.NullMarked;
