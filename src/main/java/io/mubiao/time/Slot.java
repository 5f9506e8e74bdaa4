package io.mubiao.time;

/**
 * One slot of a cadence, such as the second quarter. Immutable.
 *
 * @param label its name: {@code 2024-03}, {@code 2024-Q1}, {@code 2024-H1}, {@code 2024}, {@code 2024-W07}, the
 * day, or its first and last day where it is none of the calendar
 * @param span its days
 */
public record Slot(String label, Span span) {}
