package io.mubiao.scorecard;

import io.mubiao.value.Rational;
import java.util.List;

/**
 * A view made ready. Immutable.
 *
 * @param view how it was declared
 * @param nodes its nodes, parents before children; the first is the root
 * @param nodesOfItem by the number of an item, the nodes right above it
 */
record CompiledView(View view, List<Node> nodes, List<List<Integer>> nodesOfItem) {

    /**
     * A node made ready. Immutable.
     *
     * @param index its number in the view; children have higher numbers than their parent
     * @param parent the number of its parent; -1 for the root
     * @param id its id
     * @param title what people call it
     * @param rule how it rolls up
     * @param nodes the numbers of the nodes below it
     * @param items the numbers of the items below it
     * @param shares what share of each of those items it is credited with
     * @param nodeWeights the weight of each node below; empty where none are declared
     * @param itemWeights the weight of each item below; empty where none are declared
     */
    record Node(int index, int parent, String id, String title, NodeRule rule, List<Integer> nodes, List<Integer> items,
            List<Rational> shares, List<Rational> nodeWeights, List<Rational> itemWeights) {
        boolean weighted() {
            return !rule.weights().isEmpty();
        }
    }
}
