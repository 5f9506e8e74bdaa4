package io.mubiao.io;

import io.mubiao.observe.Basis;
import io.mubiao.target.Baseline;
import io.mubiao.target.ChangeForm;
import io.mubiao.target.Commitment;
import io.mubiao.target.Deadline;
import io.mubiao.target.Excuse;
import io.mubiao.target.Extension;
import io.mubiao.target.Goal;
import io.mubiao.target.Items;
import io.mubiao.target.Measure;
import io.mubiao.target.Owner;
import io.mubiao.target.Population;
import io.mubiao.target.Register;
import io.mubiao.target.SampleReading;
import io.mubiao.target.Scale;
import io.mubiao.target.Stated;
import io.mubiao.target.Target;
import io.mubiao.target.Version;
import io.mubiao.time.Cadence;
import io.mubiao.time.PaceCurve;
import io.mubiao.value.Quantity;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a register into the tree that {@link RegisterReader} reads back. */
final class RegisterWriter {
    private final Register register;

    private RegisterWriter(Register register) {
        this.register = register;
    }

    static Tree tree(Register register) {
        return new RegisterWriter(register).tree();
    }

    private Tree tree() {
        Tree calendars = new Tree();
        register.calendars().forEach(calendar -> calendars.put(calendar.id(), new Tree()
                .with("holidays", calendar.holidays().stream().map(Object::toString).toList())
                .with("make-up", calendar.makeUpDays().stream().map(Object::toString).toList())));
        return new Tree()
                .with("register", register.id())
                .with("title", register.title())
                .with("zone", register.zone().getId())
                .with("period", register.period().map(Object::toString))
                .with("units", List.copyOf(register.units().measureWords()))
                .with("stages", scales(register.stages()))
                .with("severities", scales(register.severities()))
                .with("calendars", calendars)
                .with("documents", register.documents().stream().map(document -> new Tree()
                        .with("id", document.id()).with("title", document.title()).with("source", document.source())
                        .with("file", document.file())).toList())
                .with("clauses", register.clauses().stream().map(clause -> new Tree()
                        .with("id", clause.id()).with("document", clause.document()).with("chapter", clause.chapter())
                        .with("quote", clause.quote()).with("at", clause.at()).with("targets", clause.targets()))
                        .toList())
                .with("tiers", register.tiers().stream().map(group -> new Tree()
                        .with("id", group.id()).with("reading", group.reading()).with("attribute", group.attribute())
                        .with("tiers", group.tiers().stream().map(tier -> new Tree()
                                .with("target", tier.target()).with("from", tier.from().toString())).toList()))
                        .toList())
                .with("targets", register.targets().stream().map(this::target).toList());
    }

    private static Tree scales(List<Scale> scales) {
        Tree tree = new Tree();
        scales.forEach(scale -> tree.with(scale.id(), scale.steps()));
        return tree;
    }

    private Tree target(Target target) {
        Optional<Commitment> commitment = target.commitment();
        boolean ownPeriod = !register.period().equals(Optional.of(target.period()));
        return new Tree()
                .with("id", target.id())
                .with("title", target.title())
                .with("strength", commitment.map(Commitment::strength))
                .with("verb", commitment.map(Commitment::verb))
                .with("inherited", commitment.filter(Commitment::inherited).map(Commitment::inherited))
                .with("binding", target.bindingness())
                .with("owner", owner(target.owner()))
                .with("period", ownPeriod ? target.period().toString() : null)
                .with("due", due(target))
                .with("basis", target.basis() == Basis.REPORTED ? null : target.basis())
                .with("reporting", target.reporting().map(reporting -> new Tree()
                        .with("every", reporting.every().toString())
                        .with("grace", reporting.grace().equals(Period.ZERO) ? null : reporting.grace().toString())))
                .with("pace", target.pace().map(RegisterWriter::pace))
                .with("part-of", target.partOf())
                .with("continues", target.continues())
                .with("goal", goal(target.goal()))
                .with("versions", target.versions().stream().map(RegisterWriter::version).toList())
                .with("note", target.note());
    }

    private static Tree owner(Owner owner) {
        return new Tree().with("official", owner.leadOfficial()).with("lead", owner.leadUnit())
                .with("cooperating", owner.cooperating());
    }

    private static @Nullable Object due(Target target) {
        Deadline deadline = target.deadline();
        if (deadline.extensions().isEmpty()) {
            boolean usual = deadline.original().equals(target.period().last());
            return usual ? null : deadline.original().toString();
        }
        return new Tree().with("original", deadline.original().toString())
                .with("extensions", deadline.extensions().stream().map(RegisterWriter::extension).toList());
    }

    private static Tree extension(Extension extension) {
        return new Tree().with("requested", extension.requested().toString()).with("to", extension.to().toString())
                .with("approved", Optional.ofNullable(extension.approved()).map(Object::toString))
                .with("by", extension.approvedBy()).with("reason", extension.reason());
    }

    private static Tree version(Version version) {
        return new Tree().with("from", version.from().toString()).with("authority", version.authority())
                .with("reason", version.reason()).with("goal", goal(version.goal()));
    }

    private static Object pace(PaceCurve pace) {
        if (pace instanceof PaceCurve.Seasonal seasonal) {
            return new Tree().with("seasonal", seasonal.weights().stream().map(Object::toString).toList());
        }
        if (pace instanceof PaceCurve.Plan plan) {
            return new Tree().with("plan", plan.points().stream().map(point -> new Tree()
                    .with("on", point.on().toString()).with("share", Quantity.share(point.share()).toString()))
                    .toList());
        }
        return pace.toString();
    }

    static Tree goal(Goal goal) {
        if (goal instanceof Goal.Amount amount) {
            return measure(new Tree().with("kind", "amount"), amount.measure())
                    .with("require", amount.require().toString());
        } else if (goal instanceof Goal.Milestone milestone) {
            return new Tree().with("kind", "milestone").with("stage", milestone.stage().toString())
                    .with("stages", milestone.stages().id());
        } else if (goal instanceof Goal.StageCount count) {
            return new Tree().with("kind", "stage-count").with("stage", count.stage().toString())
                    .with("stages", count.stages().id()).with("items", items(count.items()))
                    .with("require", count.require().toString());
        } else if (goal instanceof Goal.Quota quota) {
            return population(every(new Tree().with("kind", "quota").with("at-least", quota.atLeast()),
                    quota.cadence()), quota.population())
                    .with("excused", quota.excuses().stream().map(RegisterWriter::excuse).toList());
        } else if (goal instanceof Goal.Coverage coverage) {
            return population(new Tree().with("kind", "coverage"), coverage.population())
                    .with("require", coverage.require().toString());
        } else if (goal instanceof Goal.Change change) {
            return measure(new Tree().with("kind", "change"), change.measure()).with("direction", change.direction())
                    .with("form", change.form() == ChangeForm.COMPOUND_ANNUAL ? "compound" : change.form())
                    .with("baseline", baseline(change.baseline())).with("require", change.require().toString());
        } else if (goal instanceof Goal.RedLine redLine) {
            return new Tree().with("kind", "red-line")
                    .with("severity", redLine.severity() == null ? "any" : redLine.severity().toString())
                    .with("severities", Optional.ofNullable(redLine.grades()).map(Scale::id));
        } else if (goal instanceof Goal.Maintain maintain) {
            return every(population(new Tree().with("kind", "maintain").with("level", maintain.level().toString())
                    .with("reading", maintain.reading().toString())
                    .with("share", maintain.reading() instanceof SampleReading.Share share ? share.share().toString() : null),
                    maintain.population()), maintain.cadence());
        }
        Goal.Judged judged = (Goal.Judged) goal;
        return new Tree().with("kind", "judged")
                .with("evidence", judged.evidence().known().<Object>map(items -> items)
                        .orElseGet(() -> judged.evidence().toString()))
                .with("bands", judged.bands());
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
        return tree.with("of", "count").with("stream", ((Measure.Count) measure).stream());
    }

    private static @Nullable Tree items(Items items) {
        return items.equals(Items.open()) ? null : new Tree().with("named", items.named()).with("total", items.total());
    }

    private static Tree every(Tree tree, @Nullable Stated<Cadence> cadence) {
        if (cadence == null) {
            return tree;
        }
        return tree.with("every", cadence.toString())
                .with("weeks", cadence.known().orElse(null) instanceof Cadence.Weekly weekly
                        ? weekly.numbering().toString()
                        : null);
    }

    private static Tree population(Tree tree, @Nullable Stated<Population> population) {
        if (population == null) {
            return tree;
        }
        return tree.with("population", population.known().orElse(null) instanceof Population.Listed listed
                ? listed.members()
                : population.toString());
    }

    private static Tree excuse(Excuse excuse) {
        return new Tree().with("on", Objects.toString(excuse.days(), "")).with("slot", excuse.slot())
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
