/**
 * Text as people type it, the same for files and for the API. In: blanks, full-width characters, numbers, days. Out: numbers and
 * days, text that may be shown to people, near words. Begin to read at {@link io.mubiao.text.internal.TypedText}.
 */
@NullMarked
package io.mubiao.text.internal;

import org.jspecify.annotations.NullMarked;
