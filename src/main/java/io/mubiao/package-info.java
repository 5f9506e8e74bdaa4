/**
 * Mubiao (目标): performance targets of public bodies and the land efficiency of enterprises, defined, assessed and explained. In:
 * files or typed values. Out: assessments, scorecards, evaluations, and what led to each. Begin to read at
 * {@link io.mubiao.Mubiao}, a short way to each of the main tasks; whatever it does the packages below do too, with more
 * choices.
 */
@org.jspecify.annotations.NullMarked
package io.mubiao;
