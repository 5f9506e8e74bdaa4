/** The one place where threads are started and long work asks whether it may go on. */
@NullMarked
package io.mubiao.work.internal;

import org.jspecify.annotations.NullMarked;
