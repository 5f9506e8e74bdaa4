package io.mubiao.land.assess;

import static com.google.common.base.Preconditions.checkArgument;

import io.mubiao.land.Exclusion;
import io.mubiao.land.RankingRule;
import io.mubiao.land.Refill;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.internal.BaselineSums;
import io.mubiao.land.assess.internal.Binding;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.Pipeline;
import io.mubiao.land.assess.internal.RankKey;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.land.assess.internal.Ranker;
import io.mubiao.land.assess.internal.Ranks;
import io.mubiao.land.assess.internal.Scope;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.value.Enclosure;
import io.mubiao.work.internal.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a roll in chunks: from a file larger than memory, or on several machines. Each chunk is read three times:
 * for its part of the baselines, for its part of the scores, for its results. The parts are small and merge in any order;
 * the results are those of the whole roll evaluated at once.
 *
 * <p>Not for rules that merge rows, form baselines of the prior year or of other baselines, score missing items by a mean, or
 * fill vacated places again: those need the whole roll. They are refused.
 */
public final class Chunks {
    private final LandAssessor assessor;
    private final CompiledRule rule;

    private Chunks(LandAssessor assessor) {
        this.assessor = assessor;
        this.rule = assessor.compiled();
        boolean whole = rule.rule().merge().isPresent() || rule.rule().refill() != Refill.NONE
                || rule.rule().baselines().stream().anyMatch(it -> it.priorYear()) || Pipeline.levels(rule) > 0
                || rule.groups().stream().flatMap(group -> group.items().stream()).anyMatch(Pipeline::needsMean);
        checkArgument(!whole, "rule '%s' needs the whole roll at once: it merges rows, refills places, uses prior-year "
                + "baselines, baselines of other baselines, or mean scores", rule.rule().id());
    }

    /**
     * Chunked evaluation with the settings of an assessor.
     *
     * @throws IllegalArgumentException if the rule needs the whole roll
     */
    public static Chunks of(LandAssessor assessor) {
        return new Chunks(assessor);
    }

    /** What a chunk contributes to the baselines. */
    public BaselinePart baselines(Roll chunk) {
        Binding binding = binding(chunk);
        Scope scope = Scope.of(binding, assessor.settings().workers(), assessor.settings().fast());
        return new BaselinePart(rule, new Pipeline(rule, assessor.settings(), chunk).part(binding, scope, false, 0, new BaselineSums(rule).finish()));
    }

    /** What a chunk contributes to the rankings, given the baselines of all. */
    public ScorePart scores(Roll chunk, Baselines baselines) {
        return part(new Pipeline(rule, assessor.frozen(baselines).settings(), chunk).unranked(), chunk);
    }

    private ScorePart part(Cohort cohort, Roll chunk) {
        ScorePart part = new ScorePart(rule);
        for (int row = 0; row < chunk.size(); row++) {
            Checkpoint.pass(row);
            int code = cohort.scope.rankings.code(row);
            Enclosure total = cohort.totals.value(row);
            if (code >= 0 && Ranker.inPopulation(cohort.scope.standing(row), total != null)) {
                List<String> ranking = cohort.scope.rankings.key(code);
                part.scored(ranking);
                if (total != null && cohort.scope.isRanked(row) && rule.rule().ranking().isPresent()) {
                    part.ranked(ranking, cohort.key(cohort.frame(row), total));
                }
            }
        }
        return part;
    }

    /** The results of a chunk, given the baselines and the rankings of all. */
    public Evaluation results(Roll chunk, Baselines baselines, ScorePart scores) {
        LandAssessor frozen = assessor.frozen(baselines);
        Pipeline pipeline = new Pipeline(rule, frozen.settings(), chunk);
        return new Evaluation(pipeline.ranked(cohort -> ranks(cohort, scores)), frozen, null, null);
    }

    private @Nullable Ranks ranks(Cohort cohort, ScorePart scores) {
        RankingRule ranking = rule.rule().ranking().orElse(null);
        if (ranking == null) {
            return null;
        }
        // The rankings of all, also those of which this chunk has nobody.
        List<List<String>> keys = new ArrayList<>();
        for (int code = 0; code < cohort.scope.rankings.size(); code++) {
            keys.add(cohort.scope.rankings.key(code));
        }
        scores.rankings.keySet().stream().filter(key -> !keys.contains(key)).forEach(keys::add);
        Ranker.joinedBy(rule.rule().ranking(), keys).stream().filter(key -> !keys.contains(key)).forEach(keys::add);
        Ranker ranker = new Ranker(cohort.binding, ranking, cohort.scope, cohort.totals, cohort.baselines);
        int[] joined = ranker.joined(keys, keys.stream().mapToLong(key -> count(scores, key)).toArray());
        @Nullable RankTable[] tables = new RankTable[keys.size()];
        for (int code = 0; code < tables.length; code++) {
            tables[code] = table(ranker, ranking, keys, joined, code, scores);
        }
        int[] places = new int[cohort.roll.size()];
        for (int row = 0; row < places.length; row++) {
            Checkpoint.pass(row);
            int code = cohort.scope.rankings.code(row);
            Enclosure total = cohort.totals.value(row);
            RankTable table = code < 0 || joined[code] < 0 ? null : tables[joined[code]];
            if (table != null && total != null && cohort.scope.isRanked(row)) {
                places[row] = Math.toIntExact(table.place(table.find(cohort.key(cohort.frame(row), total))));
            } else if (table != null && total != null && cohort.scope.kept(row) == Exclusion.Kept.UNCOUNTED) {
                places[row] = Math.toIntExact(table.placeInstead(cohort.key(cohort.frame(row), total), -1));
            }
        }
        return new Ranks(ranking.ties(), tables, places, joined, null);
    }

    private static long count(ScorePart scores, List<String> key) {
        ScorePart.Counts counts = scores.rankings.get(key);
        return counts == null ? 0 : counts.keys.values().stream().mapToLong(Integer::longValue).sum();
    }

    private static @Nullable RankTable table(Ranker ranker, RankingRule ranking, List<List<String>> keys, int[] joined,
            int code, ScorePart scores) {
        ScorePart.Counts whole = new ScorePart.Counts();
        for (int other = 0; other < joined.length; other++) {
            ScorePart.Counts counts = scores.rankings.get(keys.get(other));
            if (joined[other] == code && counts != null) {
                whole.take(counts);
            }
        }
        Map<RankKey, Integer> ordered = whole.keys;
        long ranked = ordered.values().stream().mapToLong(Integer::longValue).sum();
        return ranked == 0 ? null : new RankTable.OfKeys(ordered.keySet().toArray(new RankKey[0]),
                ordered.values().stream().mapToInt(Integer::intValue).toArray(), ranking.ties(), whole.population,
                ranker.ends(keys.get(code), ranked, whole.population));
    }

    private Binding binding(Roll chunk) {
        chunk.checkFits(rule.rule());
        return new Binding(rule, chunk, assessor.settings().prior(), assessor.settings().earlier(), assessor.settings().history(),
                assessor.settings().year());
    }

    /**
     * Evaluates all chunks of a source that can be read again.
     *
     * @param chunks gives the same chunks each time it is iterated; an id must be in one chunk only
     * @param results hears the evaluation of each chunk, in order
     */
    public void evaluate(Iterable<Roll> chunks, Consumer<Evaluation> results) {
        Baselines formed = formed(chunks);
        ScorePart scores = scored(chunks, formed);
        for (Roll chunk : chunks) {
            results.accept(results(chunk, formed, scores));
        }
    }

    private Baselines formed(Iterable<Roll> chunks) {
        BaselinePart baselines = new BaselinePart(rule, new BaselineSums(rule));
        for (Roll chunk : chunks) {
            baselines = baselines.merge(baselines(chunk));
        }
        return baselines.finish();
    }

    private ScorePart scored(Iterable<Roll> chunks, Baselines formed) {
        ScorePart scores = new ScorePart(rule);
        for (Roll chunk : chunks) {
            scores = scores.merge(scores(chunk, formed));
        }
        return scores;
    }
}
