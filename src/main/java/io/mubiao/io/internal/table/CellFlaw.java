package io.mubiao.io.internal.table;

/**
 * Why the text of a cell cannot be taken as it is.
 *
 * @param code of the problem
 * @param message what was found and what was expected
 * @param merged whether it lies below the first row of a merged cell; then its text, which that row has, may hold here too
 */
public record CellFlaw(String code, String message, boolean merged) {}
