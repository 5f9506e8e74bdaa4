package io.mubiao.bench.land;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.rule.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rules of the benchmarks: those of seeds/rules, that of the headline, and one that merges. */
public final class BenchRule {
    private static final String MERGING = """
            id: merging
            year: 2024
            columns:
              land: {unit: 亩}
              tax: {unit: 万元, negative: true}
              rebate: {unit: 万元, if-empty: 0}
              value_added: {unit: 万元, negative: true}
              energy: {unit: tce}
              industry: {kind: text}
              lot: {kind: text}
              lead: {kind: flag, if-empty: 否}
              new: {kind: flag, if-empty: 否}
            merge: {by: lot, lead: lead}
            derived:
              net_tax: {formula: tax - rebate, unit: 万元}
            scope:
              exclude: [{id: new, when: new, effect: ungraded, label: T}]
            indicators:
              tax_per_mu: {formula: net_tax / land, unit: 万元/亩}
              value_per_mu: {formula: value_added / land, unit: 万元/亩}
              value_per_energy: {formula: value_added / energy, unit: 万元/tce}
            groups:
              - id: all
                weights-total: 100
                items:
                  tax_per_mu: {weight: 50, score: ratio, base: {kind: mean, by: [industry], population: evaluated}, cap: 1.5 * w, floor: 0}
                  value_per_mu: {weight: 30, score: ratio, base: {kind: mean, by: [industry], population: evaluated}, cap: 1.5 * w, floor: 0}
                  value_per_energy: {weight: 20, score: ratio, base: {kind: mean, population: graded}, cap: 1.5 * w, floor: 0}
            ranking: {by: [industry], on: unrounded, ties: best-place, small-groups: none}
            classes:
              order: [A, B, C, D]
              by: rank
              cuts: {A: 20 %, B: 60 %, C: 90 %, D: 100 %}
              quota-base: ranked
              quota-rounding: cumulative floor
            """;

    /** What a rule without places gets for a file of classes. */
    private static final String RANKED = """
            ranking: {by: [], on: unrounded, ties: best-place, small-groups: none}
            classes:
              order: [A, B, C, D]
              by: rank
              cuts: {A: 20 %, B: 60 %, C: 95 %, D: 100 %}
              quota-base: ranked
              quota-rounding: cumulative floor
            """;

    private BenchRule() {}

    /** A rule by its name; every parameter it leaves open is 25. */
    public static EvaluationRule of(String name) {
        EvaluationRule rule = name.equals("headline") ? RuleFile.parse(MubiaoPeer.RULE, Format.YAML, name)
                : name.equals("merging") ? RuleFile.parse(MERGING, Format.YAML, name)
                : RuleFile.read(Path.of("seeds/rules", name + ".yaml"));
        return closed(rule);
    }

    /** The same, with places and classes A to D where the rule itself has none. */
    public static EvaluationRule ranked(String name) {
        EvaluationRule rule = of(name);
        if (rule.classes().isPresent()) {
            return rule;
        }
        try {
            return closed(RuleFile.parse(Files.readString(Path.of("seeds/rules", name + ".yaml")) + RANKED, Format.YAML, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EvaluationRule closed(EvaluationRule rule) {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (Parameter it : rule.openParameters()) {
            numbers.put(it.id(), (it.id().equals("weights_sum") ? "100 " : "25 ") + it.unit());
        }
        return rule.with(numbers);
    }
}
