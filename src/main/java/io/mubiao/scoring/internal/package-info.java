/**
 * Scoring rules made ready to run. In: a {@link io.mubiao.scoring.ScoringRule}. Out: a
 * {@link io.mubiao.scoring.internal.Program} that scores items. Begin to read at
 * {@link io.mubiao.scoring.internal.ProgramCompiler}. For this library alone: may change in any release.
 */
@NullMarked
package io.mubiao.scoring.internal;

import org.jspecify.annotations.NullMarked;
