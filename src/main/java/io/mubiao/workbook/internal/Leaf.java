package io.mubiao.workbook.internal;

import com.google.common.collect.ImmutableMap;
import io.mubiao.render.Grid;
import java.util.List;
import java.util.Map;

/**
 * A sheet to be drawn. Immutable.
 *
 * @param choices the words that a person chooses from, by column from 0
 * @param formats number formats of whole columns, by column from 0, for what a person fills in
 * @param form whether a person fills it in
 */
public record Leaf(Grid grid, Map<Integer, List<String>> choices, Map<Integer, String> formats, boolean form) {
    public Leaf {
        choices = ImmutableMap.copyOf(choices);
        formats = ImmutableMap.copyOf(formats);
    }

    /** A sheet of results. */
    public static Leaf of(Grid grid) {
        return new Leaf(grid, Map.of(), Map.of(), false);
    }
}
