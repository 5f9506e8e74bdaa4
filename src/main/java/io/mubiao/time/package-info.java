/**
 * Calendars as data (历法). In: days; nothing here asks for the current time, zone or locale. Out:
 * {@link io.mubiao.time.Span}s of days, {@link io.mubiao.time.Cadence}s and their slots,
 * {@link io.mubiao.time.WorkCalendar working days}, and {@link io.mubiao.time.PaceCurve}s that say what share is owed by a day.
 * Begin to read at the span.
 */
@NullMarked
package io.mubiao.time;

import org.jspecify.annotations.NullMarked;
