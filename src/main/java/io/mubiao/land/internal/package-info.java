/**
 * Rules of land efficiency made ready to run, and what is checked of them on the way. In: an
 * {@link io.mubiao.land.EvaluationRule}. Out: a {@link io.mubiao.land.internal.CompiledRule}, or a refusal of everything that is
 * wrong. Begin to read at the compiled rule, then at {@link io.mubiao.land.internal.RuleCompiler}. For this library alone: may
 * change in any release.
 */
@NullMarked
package io.mubiao.land.internal;

import org.jspecify.annotations.NullMarked;
