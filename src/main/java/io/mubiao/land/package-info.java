/**
 * What an evaluation of land efficiency (亩均效益综合评价) is defined by: an {@link io.mubiao.land.EvaluationRule} as data,
 * stage by stage in the order the law gives, and a {@link io.mubiao.land.Roll} of enterprises. Nothing of a
 * jurisdiction is in the code. Computes nothing; that is {@code io.mubiao.land.assess}. Knows nothing of targets.
 */
@NullMarked
package io.mubiao.land;

import org.jspecify.annotations.NullMarked;
