/**
 * Formulas made ready to run (公式编译). In: a {@link io.mubiao.formula.Formula} and the names it may use with their units and
 * slots. Out: {@link io.mubiao.formula.internal.Num} and {@link io.mubiao.formula.internal.Test}, evaluated exactly, with absence
 * kept apart from zero. Begin to read at {@link io.mubiao.formula.internal.FormulaCompiler}.
 */
@NullMarked
package io.mubiao.formula.internal;

import org.jspecify.annotations.NullMarked;
