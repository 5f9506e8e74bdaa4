/**
 * What is checked of targets and registers when they are made, and what is implausible or clashes among them. In: targets,
 * registers. Out: refusals, doubts and clashes in words. Begin to read at {@link io.mubiao.target.internal.RegisterCheck}. For
 * this library alone: may change in any release.
 */
@NullMarked
package io.mubiao.target.internal;

import org.jspecify.annotations.NullMarked;
