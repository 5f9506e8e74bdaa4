/**
 * Named methods of other bodies (国际通行方法), each a small evaluator over exact numbers: UN ESCAP, Eurostat and Open SDG,
 * SDG Index, OECD, FHIR quality measures, service level objectives, OKR, earned value, goal progress.
 *
 * <p>Every number is a {@link io.mubiao.method.Figure}: the number and the formula it came from, which replays, or one
 * {@link io.mubiao.method.NoAnswer}. A class stands beside its number in {@link io.mubiao.method.Graded}. Nothing is
 * rounded; roots are enclosed and thresholds on them decided by powers. A part that our sources do not state is marked
 * <em>unverified</em> where it stands.
 */
@NullMarked
package io.mubiao.method;

import org.jspecify.annotations.NullMarked;
