/**
 * How one item becomes points (计分). In: inputs read of an assessment ({@link io.mubiao.scoring.Reading}) or given as texts.
 * Out: a {@link io.mubiao.scoring.Score}, its parts, vetoes, duties and trace. Begin to read at
 * {@link io.mubiao.scoring.ScoringRule}. Knows no scorecard, no roll-up, no land, no files.
 */
@NullMarked
package io.mubiao.scoring;

import org.jspecify.annotations.NullMarked;
