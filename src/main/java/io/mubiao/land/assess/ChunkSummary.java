package io.mubiao.land.assess;

import com.google.common.collect.ImmutableMap;
import io.mubiao.land.Column;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.part.Known;
import io.mubiao.land.assess.internal.part.Tally;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.land.internal.GivenClass;
import io.mubiao.problem.Problem;
import io.mubiao.problem.Problems;
import io.mubiao.text.internal.Characters;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the results of all chunks come to together (全体汇总): what an evaluation at once says beside its single results. Immutable. */
public final class ChunkSummary {
    private static final String STANDING = "standing";
    private static final String CLASS = "class";
    private static final String INITIAL = "initial";
    private static final String RANKED = "ranked";
    private static final String LACKING = "lacking";
    private static final String PRESENT = "present";
    private static final String PRIOR = "prior";
    private static final String HISTORY = "history";
    private static final String MANUAL = "manual";
    private static final String TEXTS = "texts:";
    private static final String COMPARED = "compared:";

    private final LandAssessor assessor;
    private final CompiledRule rule;
    private final Tally tally;
    private final Known known;

    ChunkSummary(LandAssessor assessor, Tally tally, Known known) {
        this.assessor = assessor;
        this.rule = assessor.compiled();
        this.tally = tally;
        this.known = known;
    }

    static void count(Evaluation chunk, Tally tally) {
        Cohort cohort = chunk.cohort();
        chunk.standingCounts().forEach((standing, count) -> tally.count(count, STANDING, standing.name()));
        chunk.classCounts().forEach((name, count) -> tally.count(count, CLASS, name));
        ShareBounds.counts(cohort).forEach((ranking, counts) -> {
            for (int k = 0; k < counts.length; k++) {
                List<String> name = new java.util.ArrayList<>(List.of(ranking < 0 ? INITIAL : RANKED, Integer.toString(k)));
                name.addAll(ranking < 0 ? List.of() : cohort.scope.rankings.key(ranking));
                tally.count(counts[k], name.toArray(new String[0]));
            }
        });
        tally.seen(LACKING, cohort.binding.missingColumns().stream().map(Column::id).toList());
        tally.seen(PRESENT, cohort.roll.columns());
        if (cohort.roll.size() > 0) {
            tally.seen(PRIOR, List.of(String.format("%02d", cohort.binding.lacksPrior())));
        }
        if (chunk.hasHistory()) {
            tally.seen(HISTORY, List.of(HISTORY));
        }
        Set<String> ids = Set.copyOf(chunk.ids());
        tally.seen(MANUAL, cohort.manual.values().stream().map(ManualChange::enterprise).filter(ids::contains).toList());
        cohort.rule.rule().comparedTexts().forEach((column, texts) -> cohort.roll.text(column).ifPresent(found -> {
            tally.seen(TEXTS + column, found.texts());
            tally.seen(COMPARED + column, found.texts().stream().filter(texts::contains).toList());
        }));
    }

    /** How many have each final class, the best first; classes that nobody has are there with 0. */
    public Map<String, Long> classCounts() {
        ImmutableMap.Builder<String, Long> counts = ImmutableMap.builder();
        rule.classes().ifPresent(it -> it.rule().classes().forEach(name -> counts.put(name, tally.count(CLASS, name))));
        return counts.build();
    }

    /** How many have each standing. */
    public Map<Standing, Long> standingCounts() {
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            if (tally.count(STANDING, standing.name()) > 0) {
                counts.put(standing, tally.count(STANDING, standing.name()));
            }
        }
        return ImmutableMap.copyOf(counts);
    }

    /** How many were evaluated; where the rule merges, how many units. */
    public long size() {
        return standingCounts().values().stream().mapToLong(Long::longValue).sum();
    }

    /** The indicators of groups of enterprises, grouped as the summaries were. */
    public Aggregates aggregates() {
        return Aggregates.of(rule, tally.by(), tally.groups());
    }

    /** The problems of the whole: those of {@link Evaluation#problems} that are not of single enterprises. */
    public List<Problem> problems() {
        Problems problems = new Problems();
        Set<String> present = tally.texts().getOrDefault(PRESENT, new TreeSet<>());
        Set<String> lacking = tally.texts().getOrDefault(LACKING, new TreeSet<>());
        Evaluation.lacking(GivenClass.columns(rule.rule()).stream().filter(it -> lacking.contains(it.id()) && !present.contains(it.id())).toList(),
                problems);
        TreeSet<String> prior = tally.texts().getOrDefault(PRIOR, new TreeSet<>());
        Evaluation.lacksPrior(rule.rule().id(), prior.isEmpty() ? 0 : Integer.parseInt(prior.first()), true, problems);
        if (!prior.isEmpty() && !tally.texts().containsKey(HISTORY)) {
            Evaluation.lacksHistory(rule.rule(), problems);
        }
        ManualCheck.unknown(assessor.settings().manual().values(), tally.texts().getOrDefault(MANUAL, new TreeSet<>()), problems);
        ShareBounds.check(rule, initial(), known, problems);
        rule.rule().comparedTexts().forEach((column, texts) -> {
            TreeSet<String> seen = tally.texts().get(TEXTS + column);
            if (seen != null) {
                TreeSet<String> all = new TreeSet<>(seen);
                all.addAll(tally.texts().getOrDefault(COMPARED + column, new TreeSet<>()));
                SeenTexts.check(rule, column, texts, all, problems);
            }
        });
        return problems.found();
    }

    /** How many have each class before overrides, by ranking; of those without a ranking under an absent one. */
    private Map<List<String>, long[]> initial() {
        Map<List<String>, long[]> counts = new LinkedHashMap<>();
        int classes = rule.classes().map(it -> it.rule().classes().size()).orElse(0);
        new TreeMap<>(tally.counts()).forEach((name, count) -> {
            if (name.get(0).equals(INITIAL) || name.get(0).equals(RANKED)) {
                List<String> key = new java.util.ArrayList<>(name.subList(2, name.size()));
                key.add(0, name.get(0));
                counts.computeIfAbsent(key, it -> new long[classes])[Integer.parseInt(name.get(1))] += count;
            }
        });
        return counts;
    }

    @Override
    public String toString() {
        return Characters.shown("ChunkSummary[" + rule.rule().id() + ", " + size() + " enterprises, " + classCounts() + "]");
    }
}
