package io.mubiao.io.rule;

import io.mubiao.land.Column;
import io.mubiao.land.Consequence;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Label;
import io.mubiao.land.Table;
import io.mubiao.rule.Derived;
import io.mubiao.rule.Parameter;
import io.mubiao.rule.Source;
import io.mubiao.value.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Brings the consequences of cited rules into a rule, with everything they need; what clashes is refused. */
final class Citations {
    private final List<Consequence> consequences = new ArrayList<>();
    private final List<Source> sources;
    private final List<Parameter> parameters;
    private final List<Column> columns;
    private final List<Label> labels;
    private final List<Table> tables;
    private final List<Derived> derived;
    private Units units;

    Citations(EvaluationRule own) {
        sources = new ArrayList<>(own.sources());
        parameters = new ArrayList<>(own.parameters());
        columns = new ArrayList<>(own.columns());
        labels = new ArrayList<>(own.labels());
        tables = new ArrayList<>(own.tables());
        derived = new ArrayList<>(own.derived());
        units = own.units();
    }

    /**
     * Takes the consequences of a cited rule.
     *
     * @param only the ids wanted; empty for all
     * @throws IllegalArgumentException if a name means one thing here and another there
     */
    void take(EvaluationRule cited, List<String> only) {
        List<String> known = cited.consequences().stream().map(Consequence::id).toList();
        for (String id : only) {
            if (!known.contains(id)) {
                throw new IllegalArgumentException("the cited rule '" + cited.id() + "' has no consequence '" + id
                        + "'; it has " + known);
            }
        }
        cited.consequences().stream().filter(it -> only.isEmpty() || only.contains(it.id()))
                .forEach(it -> consequences.add(it.withSourcesOf(cited)));
        add("source", sources, cited.sources(), Source::id, cited);
        add("parameter", parameters, cited.parameters(), Parameter::id, cited);
        add("column", columns, cited.columns(), Column::id, cited);
        add("label", labels, cited.labels(), Label::id, cited);
        add("table", tables, cited.tables(), Table::id, cited);
        add("derived quantity", derived, cited.derived(), Derived::id, cited);
        List<String> words = new ArrayList<>(units.measureWords());
        cited.units().measureWords().stream().filter(word -> !words.contains(word)).forEach(words::add);
        units = Units.builtIn().with(words);
    }

    private static <T> void add(String what, List<T> to, List<T> from, Function<T, String> id, EvaluationRule cited) {
        for (T part : from) {
            T own = to.stream().filter(it -> id.apply(it).equals(id.apply(part))).findFirst().orElse(null);
            if (own == null) {
                to.add(part);
            } else if (!own.equals(part) && !(own instanceof Column here && part instanceof Column there
                    && here.kind() == there.kind() && here.unit().equals(there.unit()))) {
                throw new IllegalArgumentException("the " + what + " '" + id.apply(part) + "' of the cited rule '" + cited.id()
                        + "' is something else here; give one of them another name");
            }
        }
    }

    void complete(EvaluationRule.Builder rule, List<Consequence> own) {
        consequences.addAll(own);
        rule.consequences(consequences).sources(sources).parameters(parameters).columns(columns).labels(labels)
                .tables(tables).derived(derived).units(units);
    }
}
