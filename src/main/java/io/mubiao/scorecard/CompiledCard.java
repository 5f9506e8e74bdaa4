package io.mubiao.scorecard;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard rule made ready for a register. Immutable.
 *
 * @param items its items
 * @param itemsOfTarget by target, the numbers of the items that read it
 * @param peers by peer group, the numbers of its items
 * @param lights its light rule; null for none
 * @param claims the vetoes and duties of every target, compiled
 * @param probe what reads targets for them
 * @param views its views
 */
record CompiledCard(List<CompiledItem> items, Map<String, List<Integer>> itemsOfTarget, Map<String, List<Integer>> peers,
        @Nullable Lights lights, List<Program.CompiledClaim> claims, Probe probe, List<CompiledView> views) {}
