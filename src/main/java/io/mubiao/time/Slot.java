package io.mubiao.time;

/**
 * One slot of a cadence, such as the second quarter. Immutable.
 *
 * @param label its name: {@code 2024-03}, {@code 2024-Q1}, {@code 2024-H1}, {@code 2024}, {@code 2024-W07}, or the day
 * @param span its days
 */
public record Slot(String label, Span span) {}
