/** Mubiao (目标). */
@org.jspecify.annotations.NullMarked
package io.mubiao;
