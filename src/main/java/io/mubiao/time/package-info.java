/**
 * Calendars as data: {@link io.mubiao.time.Span}s of days, {@link io.mubiao.time.Cadence}s and their slots,
 * {@link io.mubiao.time.WorkCalendar working days}, and {@link io.mubiao.time.PaceCurve}s that say what share is owed
 * by a day. Nothing here asks for the current time, zone or locale.
 */
@NullMarked
package io.mubiao.time;

import org.jspecify.annotations.NullMarked;
