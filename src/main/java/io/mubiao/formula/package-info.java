/**
 * Formulas of a rule file: {@link io.mubiao.formula.Formula} is the text and its tree,
 * {@link io.mubiao.formula.FormulaCompiler} gives it units and slots, and {@link io.mubiao.formula.Num} and
 * {@link io.mubiao.formula.Test} are what is evaluated, exactly, with absence kept apart from zero. Knows nothing of
 * targets or enterprises.
 */
@NullMarked
package io.mubiao.formula;

import org.jspecify.annotations.NullMarked;
