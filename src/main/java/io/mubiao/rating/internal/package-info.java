/**
 * Scoring rules made ready to run. In: a {@link io.mubiao.rating.ScoringRule}. Out: a
 * {@link io.mubiao.rating.internal.Program} that scores items. Begin to read at
 * {@link io.mubiao.rating.internal.ProgramCompiler}. For this library alone: may change in any release.
 */
@NullMarked
package io.mubiao.rating.internal;

import org.jspecify.annotations.NullMarked;
