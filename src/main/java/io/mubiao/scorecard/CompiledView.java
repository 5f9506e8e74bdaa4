package io.mubiao.scorecard;

import java.util.List;

/**
 * A view made ready. Immutable.
 *
 * @param view how it was declared
 * @param nodes its nodes, parents before children; the first is the root
 * @param nodesOfItem by the number of an item, the nodes right above it
 */
record CompiledView(View view, List<CompiledNode> nodes, List<List<Integer>> nodesOfItem) {}
