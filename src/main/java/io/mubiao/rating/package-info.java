/**
 * How one item becomes points (计分). In: inputs read of an assessment ({@link io.mubiao.rating.Reading}) or given as texts.
 * Out: a {@link io.mubiao.rating.Score}, its parts, vetoes, duties and trace. Begin to read at
 * {@link io.mubiao.rating.ScoringRule}. Knows no scorecard, no roll-up, no land, no files.
 */
@NullMarked
package io.mubiao.rating;

import org.jspecify.annotations.NullMarked;
