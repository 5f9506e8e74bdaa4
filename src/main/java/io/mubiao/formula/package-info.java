/**
 * Formulas of a rule file (公式). In: a text. Out: its tree, printed so that it reads back, and the names it uses; the engine that
 * gives them units and slots is internal. Begin to read at {@link io.mubiao.formula.Formula}. Knows nothing of targets or
 * enterprises.
 */
@NullMarked
package io.mubiao.formula;

import org.jspecify.annotations.NullMarked;
