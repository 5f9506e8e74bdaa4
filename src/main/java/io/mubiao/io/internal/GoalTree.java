package io.mubiao.io.internal;

import io.mubiao.target.Baseline;
import io.mubiao.target.ChangeForm;
import io.mubiao.target.Excuse;
import io.mubiao.target.Goal;
import io.mubiao.target.Items;
import io.mubiao.target.Measure;
import io.mubiao.target.Population;
import io.mubiao.target.SampleReading;
import io.mubiao.target.Scale;
import io.mubiao.target.Stated;
import io.mubiao.time.Cadence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a goal into the tree that registers and assessments write. */
public final class GoalTree {
    private GoalTree() {}

    /** The tree of a goal; the kind stands first. */
    public static Tree of(Goal goal) {
        Tree kind = new Tree().with("kind", GoalKind.of(goal).word());
        return goal.match(new Goal.Cases<Tree>(
                amount -> measure(kind, amount.measure()).with("require", amount.require().toString()),
                milestone -> kind.with("stage", milestone.stage().toString()).with("stages", milestone.stages().id()),
                count -> kind.with("stage", count.stage().toString())
                        .with("stages", count.stages().id()).with("items", items(count.items()))
                        .with("require", count.require().toString()),
                quota -> population(every(kind.with("at-least", quota.atLeast()),
                        Optional.of(quota.cadence())), quota.population())
                        .with("excused", quota.excuses().stream().map(GoalTree::excuse).toList()),
                coverage -> population(kind, Optional.of(coverage.population()))
                        .with("require", coverage.require().toString()),
                change -> change(kind, change),
                redLine -> kind.with("severity", redLine.severity().map(Object::toString).orElse("any"))
                        .with("severities", redLine.grades().map(Scale::id)),
                maintain -> every(population(kind.with("level", maintain.level().toString())
                        .with("reading", maintain.reading().toString()).with("share",
                                maintain.reading() instanceof SampleReading.Share share ? share.share().toString() : null),
                        maintain.population()), maintain.cadence()),
                judged -> kind.with("evidence", judged.evidence().known().<Object>map(items -> items)
                                .orElseGet(() -> judged.evidence().toString()))
                        .with("bands", judged.bands())));
    }

    private static Tree change(Tree kind, Goal.Change change) {
        return measure(kind, change.measure()).with("direction", change.direction())
                .with("form", change.form() == ChangeForm.COMPOUND_ANNUAL ? "compound" : change.form())
                .with("baseline", baseline(change.baseline())).with("require", change.require().toString());
    }

    private static Tree measure(Tree tree, Measure measure) {
        if (measure instanceof Measure.Ratio ratio) {
            return tree.with("of", "ratio").with("numerator", measure(new Tree(), ratio.numerator()))
                    .with("denominator", measure(new Tree(), ratio.denominator()));
        } else if (measure instanceof Measure.Total total) {
            return tree.with("of", "total").with("stream", total.stream());
        } else if (measure instanceof Measure.Level level) {
            return tree.with("of", "level").with("stream", level.stream());
        }
        if (measure instanceof Measure.Sum sum) {
            return tree.with("of", "sum").with("stream", sum.stream()).with("attribute", sum.attribute());
        }
        return tree.with("of", "count").with("stream", ((Measure.Count) measure).stream());
    }

    private static @Nullable Tree items(Items items) {
        return items.equals(Items.open()) ? null : new Tree().with("named", items.named()).with("total", items.total());
    }

    private static Tree every(Tree tree, Optional<Stated<Cadence>> cadence) {
        return tree.with("every", cadence.map(Object::toString))
                .with("weeks", cadence.flatMap(Stated::known).orElse(null) instanceof Cadence.Weekly weekly
                        ? weekly.numbering().toString()
                        : null);
    }

    private static Tree population(Tree tree, Optional<Stated<Population>> population) {
        return tree.with("population", population.<Object>map(it -> it.known().orElse(null) instanceof Population.Listed listed
                ? listed.members()
                : it.toString()));
    }

    private static Tree excuse(Excuse excuse) {
        return new Tree().with("on", excuse.days().map(Object::toString).orElse("")).with("slot", excuse.slot())
                .with("reason", excuse.reason());
    }

    private static Object baseline(Stated<Baseline> baseline) {
        Baseline known = baseline.known().orElse(null);
        if (known == null) {
            return baseline.toString();
        }
        return known instanceof Baseline.Value value
                ? new Tree().with("value", value.value().toString()).with("on", value.on().toString())
                : new Tree().with("observed", known.on().toString());
    }
}
