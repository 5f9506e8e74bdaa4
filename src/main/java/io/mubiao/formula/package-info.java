/**
 * Formulas of a rule file (公式). In: a text, and the names it may use with their units. Out: {@link io.mubiao.formula.Num} and
 * {@link io.mubiao.formula.Test}, evaluated exactly, with absence kept apart from zero. Begin to read at
 * {@link io.mubiao.formula.Formula}, the text and its tree, then {@link io.mubiao.formula.FormulaCompiler}, which gives it units
 * and slots. Knows nothing of targets or enterprises.
 */
@NullMarked
package io.mubiao.formula;

import org.jspecify.annotations.NullMarked;
