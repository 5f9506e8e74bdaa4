package io.mubiao.io.register;

import io.mubiao.io.internal.GoalTree;
import io.mubiao.io.internal.Tree;
import io.mubiao.observe.Basis;
import io.mubiao.target.Commitment;
import io.mubiao.target.Deadline;
import io.mubiao.target.Extension;
import io.mubiao.target.Owner;
import io.mubiao.target.PaceCurve;
import io.mubiao.target.Register;
import io.mubiao.target.Scale;
import io.mubiao.target.Target;
import io.mubiao.target.Version;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import java.time.Period;
import java.util.List;
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
                .with("targets", register.targets().stream().map(it -> target(it, register.period())).toList());
    }

    private static Tree scales(List<Scale> scales) {
        Tree tree = new Tree();
        scales.forEach(scale -> tree.with(scale.id(), scale.steps()));
        return tree;
    }

    /** @param usual the period that a target of the register has if it says none */
    static Tree target(Target target, Optional<Span> usual) {
        Optional<Commitment> commitment = target.commitment();
        boolean ownPeriod = !usual.equals(Optional.of(target.period()));
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
                .with("goal", GoalTree.of(target.goal()))
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
                .with("approved", extension.approved().map(Object::toString))
                .with("by", extension.approvedBy()).with("reason", extension.reason());
    }

    private static Tree version(Version version) {
        return new Tree().with("from", version.from().toString()).with("authority", version.authority())
                .with("reason", version.reason()).with("goal", GoalTree.of(version.goal()));
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
}
