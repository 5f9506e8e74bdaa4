/**
 * Words and tables: results into text, in Chinese or English by the {@link java.util.Locale} passed in. Nothing is
 * computed here but the rounding of what is printed.
 */
@NullMarked
package io.mubiao.render;

import org.jspecify.annotations.NullMarked;
