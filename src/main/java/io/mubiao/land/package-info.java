/**
 * What an evaluation of land efficiency (亩均效益综合评价) is defined by. In: what a document says, stage by stage in the order of
 * the law, and columns of figures. Out: an {@link io.mubiao.land.EvaluationRule} and a {@link io.mubiao.land.Roll} of
 * enterprises, checked. Begin to read at the rule. Nothing of a jurisdiction is in the code, and nothing is computed here; that
 * is {@code io.mubiao.land.assess}. Knows nothing of targets.
 */
@NullMarked
package io.mubiao.land;

import org.jspecify.annotations.NullMarked;
