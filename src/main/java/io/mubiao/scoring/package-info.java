/**
 * The kernel that both flows score with: {@link io.mubiao.scoring.Shape}s as formulas, ranks with declared ties, quotas
 * with declared rounding. Knows nothing of targets or enterprises.
 */
@NullMarked
package io.mubiao.scoring;

import org.jspecify.annotations.NullMarked;
