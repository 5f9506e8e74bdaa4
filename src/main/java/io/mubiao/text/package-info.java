/**
 * Text as people type it, the same for files and for the API: blanks, full-width characters, numbers, days, and what may
 * be shown to people.
 */
@NullMarked
package io.mubiao.text;

import org.jspecify.annotations.NullMarked;
