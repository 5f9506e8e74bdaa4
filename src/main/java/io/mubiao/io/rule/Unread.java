package io.mubiao.io.rule;

import io.mubiao.io.internal.Node;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.problem.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a rule file names and could not be read, so that the parts that lean on it are not reported as well: each problem
 * of a file is told once, and all of them at once.
 */
final class Unread {
    static final Unread NOTHING = new Unread(Set.of(), Set.of());

    private static final List<String> BY_NAME =
            List.of("parameters", "columns", "labels", "tables", "derived", "indicators", "baselines", "bonuses");
    private static final List<String> BY_ID = List.of("sources", "groups", "consequences", "overrides");

    private final Set<String> names;
    private final Set<String> stages;

    private Unread(Set<String> names, Set<String> stages) {
        this.names = names;
        this.stages = stages;
    }

    static Unread of(Node root, EvaluationRule rule, List<Node> misspelt) {
        Set<String> ids = new HashSet<>();
        Stream.concat(BY_ID.stream().map(root.fields::get), Stream.of("require", "exclude").map(list -> {
            Node scope = root.fields.get("scope");
            return scope == null ? null : scope.fields.get(list);
        })).forEach(list -> {
            if (list != null) {
                list.items.forEach(item -> texts(item, ids));
            }
        });
        ids.removeAll(ids(rule));
        Set<String> names = new HashSet<>();
        for (String part : BY_NAME) {
            Node named = root.fields.get(part);
            names.addAll(named == null ? Set.of() : named.fields.keySet());
        }
        misspelt.forEach(field -> named(field, names));
        names.removeAll(names(rule));
        names.addAll(ids);
        Set<String> stages = new HashSet<>();
        boolean any = misspelt.stream().anyMatch(it -> it.parent == root);
        if (rule.classes().isEmpty() && (any || root.fields.containsKey("classes"))) {
            stages.addAll(Set.of("overrides", "refill", "consequences"));
        }
        if (rule.ranking().isEmpty() && (any || root.fields.containsKey("ranking"))) {
            stages.add("classes");
        }
        Node consequences = root.fields.get("consequences");
        if (consequences != null && consequences.items.stream().anyMatch(it -> it.fields.containsKey("cite"))) {
            stages.add("exports");
        }
        return new Unread(names, stages);
    }

    /** Whatever may be the name of something below a field. */
    private static void named(Node field, Set<String> into) {
        field.fields.forEach((name, below) -> {
            into.add(name);
            named(below, into);
        });
        field.items.forEach(item -> {
            texts(item, into);
            named(item, into);
        });
    }

    /** The id and label of an item of a list, and its scores. */
    private static void texts(Node item, Set<String> into) {
        Stream.of("id", "label", "category").map(item.fields::get).filter(it -> it != null && it.kind == Node.Kind.TEXT)
                .forEach(it -> into.add(it.text));
        Node items = item.fields.get("items");
        if (items != null) {
            items.fields.keySet().forEach(name -> into.add("score_" + name));
        }
    }

    private static Set<String> names(EvaluationRule rule) {
        Set<String> read = new HashSet<>();
        rule.parameters().forEach(it -> read.add(it.id()));
        rule.columns().stream().map(Column::id).forEach(read::add);
        rule.labels().forEach(it -> read.add(it.id()));
        rule.tables().forEach(it -> read.add(it.id()));
        rule.derived().forEach(it -> read.add(it.id()));
        rule.indicators().forEach(it -> read.add(it.id()));
        rule.baselines().forEach(it -> read.add(it.id()));
        rule.bonuses().forEach(it -> read.add(it.id()));
        return read;
    }

    private static Set<String> ids(EvaluationRule rule) {
        Set<String> read = new HashSet<>();
        rule.bonuses().forEach(it -> read.add(it.category()));
        rule.sources().forEach(it -> read.add(it.id()));
        rule.groups().forEach(group -> {
            read.add(group.id());
            group.items().forEach(item -> read.add("score_" + item.id()));
        });
        rule.consequences().forEach(it -> read.add(it.id()));
        rule.overrides().forEach(it -> read.add(it.id()));
        rule.requirements().forEach(it -> read.add(it.id()));
        rule.exclusions().forEach(it -> {
            read.add(it.id());
            read.add(it.label());
        });
        return read;
    }

    /** Whether a problem is only that something else could not be read. */
    boolean explains(Problem problem) {
        return stages.stream().anyMatch(stage -> problem.place().path().startsWith(stage))
                || names.stream().anyMatch(name -> problem.message().contains("'" + name + "'"));
    }
}
