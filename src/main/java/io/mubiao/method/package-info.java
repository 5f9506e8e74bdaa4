/**
 * Named methods of other bodies (国际通行方法): UN ESCAP, Eurostat and Open SDG, SDG Index, OECD, FHIR quality measures, service
 * level objectives, OKR, earned value, goal progress. In: exact numbers. Out: a {@link io.mubiao.method.Figure}, the number with
 * the formula it came from, which replays, or one {@link io.mubiao.method.NoAnswer}; a class stands beside its number in
 * {@link io.mubiao.method.Graded}. Begin to read at any method; none needs another. Nothing is rounded; a part that our sources
 * do not state is marked <em>unverified</em> where it stands.
 */
@NullMarked
package io.mubiao.method;

import org.jspecify.annotations.NullMarked;
