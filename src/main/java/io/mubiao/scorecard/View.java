package io.mubiao.scorecard;

import static java.util.Objects.requireNonNull;

import io.mubiao.shape.Ties;
import io.mubiao.text.internal.Characters;
import java.util.List;
import java.util.Optional;

/**
 * One way to roll the items up (汇总口径). Immutable. Either levels are generated (by chapter, by owner …), or the tree is
 * written out.
 *
 * @param id its name
 * @param title what people call it
 * @param root how the root rolls up
 * @param levels the generated levels below the root, top first; empty with a tree
 * @param tree what stands below the root; empty with levels
 * @param credit how units share credit, where a level is by owner
 * @param ranking the place of equals where the nodes below the root are ranked; empty for no ranking
 * @param quota how many of the ranked nodes may have which grade; empty for any number
 */
public record View(String id, String title, NodeRule root, List<Level> levels, List<Branch> tree, Credit credit,
        Optional<Ties> ranking, Optional<GradeQuota> quota) {
    /**
     * A generated level.
     *
     * @param by chapter, owner, official, kind, strength, binding, or a label of the scorecard's rule
     * @param node how each of its nodes rolls up
     */
    public record Level(String by, NodeRule node) {
        public Level {
            requireNonNull(by, "by");
            requireNonNull(node, "node");
        }
    }

    /**
     * A node of a tree that is written out.
     *
     * @param id its name, unique in the view
     * @param title what people call it
     * @param node how it rolls up
     * @param branches the nodes below it
     * @param items the items below it
     */
    public record Branch(String id, String title, NodeRule node, List<Branch> branches, List<String> items) {
        public Branch {
            requireNonNull(id, "id");
            requireNonNull(title, "title");
            requireNonNull(node, "node");
            branches = List.copyOf(branches);
            items = List.copyOf(items);
        }
    }

    public View {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(root, "root");
        levels = List.copyOf(levels);
        tree = List.copyOf(tree);
        requireNonNull(credit, "credit");
        requireNonNull(ranking, "ranking");
        requireNonNull(quota, "quota");
        if (quota.isPresent() && ranking.filter(ties -> ties != Ties.DENSE).isEmpty()) {
            throw new IllegalArgumentException("a quota needs 'ranking' beside it: best-place (equals at the border all get the grade) or "
                    + "worst-place (none of them does)");
        }
        if (levels.isEmpty() == tree.isEmpty()) {
            throw new IllegalArgumentException("view '" + id + "' has either levels or a tree");
        }
    }

    /** A view whose nodes may have any grade. */
    public View(String id, String title, NodeRule root, List<Level> levels, List<Branch> tree, Credit credit,
            Optional<Ties> ranking) {
        this(id, title, root, levels, tree, credit, ranking, Optional.empty());
    }

    /** The same, with a ranking and so many places for grades. */
    public View quota(Ties ties, GradeQuota most) {
        return new View(id, title, root, levels, tree, credit, Optional.of(ties), Optional.of(most));
    }

    /** A view of one generated level under plain rules. */
    public static View by(String key, NodeRule root, NodeRule node) {
        return new View(key, key, root, List.of(new Level(key, node)), List.of(), Credit.LEAD_ALONE, Optional.empty());
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }
}
