/**
 * Calendars as data (历法). In: days; nothing here asks for the current time, zone or locale. Out:
 * {@link io.mubiao.time.Span}s of days, {@link io.mubiao.time.Cadence}s and their slots, and
 * {@link io.mubiao.time.WorkCalendar working days}. Begin to read at the span.
 */
@NullMarked
package io.mubiao.time;

import org.jspecify.annotations.NullMarked;
