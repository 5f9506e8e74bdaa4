package io.mubiao.io.register;

import com.google.common.collect.ImmutableSet;
import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.ReadPart;
import io.mubiao.observe.Basis;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.target.Bindingness;
import io.mubiao.target.Clause;
import io.mubiao.target.Commitment;
import io.mubiao.target.Deadline;
import io.mubiao.target.Document;
import io.mubiao.target.Extension;
import io.mubiao.target.Goal;
import io.mubiao.target.Owner;
import io.mubiao.target.PaceCurve;
import io.mubiao.target.Register;
import io.mubiao.target.Reporting;
import io.mubiao.target.Scale;
import io.mubiao.target.Strength;
import io.mubiao.target.Target;
import io.mubiao.target.Tiers;
import io.mubiao.target.Version;
import io.mubiao.target.internal.GoalDoubts;
import io.mubiao.target.internal.ScaleDoubts;
import io.mubiao.target.internal.TargetDoubts;
import io.mubiao.text.internal.TypedText;
import io.mubiao.time.Span;
import io.mubiao.time.WorkCalendar;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a register from its tree; a register with any problem is refused whole. */
final class RegisterReader {
    private static final ImmutableSet<String> FIELDS = ImmutableSet.of("register", "title", "zone", "period", "units", "stages",
            "severities", "calendars", "documents", "clauses", "tiers", "targets");

    private final ProblemList problems;
    private final DeclaredUnits units = new DeclaredUnits();
    private Named<Scale> stages = new Named<>();
    private Named<Scale> severities = new Named<>();
    private Named<WorkCalendar> calendars = new Named<>();
    /** By their texts: thousands of targets have the same. */
    private final Map<String, Span> spans = new HashMap<>();
    private @Nullable Span period;
    private boolean hasPeriod;

    private RegisterReader(ProblemList problems) {
        this.problems = problems;
    }

    /** The register; null if it is none. */
    static @Nullable Register read(Node root, ProblemList problems) {
        return new RegisterReader(problems).register(root);
    }

    private @Nullable Register register(Node root) {
        Fields fields = new Fields(problems, root, "a register");
        fields.know(FIELDS);
        fields.refuseUnknown();
        ReadPart<String> id = fields.text("register");
        String title = fields.text("title", "");
        ReadPart<ZoneId> zone = fields.value("zone", RegisterReader::zone);
        period = fields.optional("period", Span::parse).orNull();
        hasPeriod = fields.isMeant("period");
        units.read(fields);
        stages = Named.of(fields, "stages", "a set of lists", this::scale);
        severities = Named.of(fields, "severities", "a set of lists", this::scale);
        calendars = Named.of(fields, "calendars", "a set of calendars", this::calendar);
        List<Document> documents = fields.list("documents", this::document);
        List<Clause> clauses = fields.list("clauses", this::clause);
        List<Tiers> tiers = fields.list("tiers", this::tiers);
        List<Target> targets = fields.list("targets", this::target);
        ReadPart<Register.Builder> builder = fields.build(() -> {
            Register.Builder made = Register.builder(id.get(), zone.get()).title(title).units(units.units())
                    .stages(List.copyOf(stages.all())).severities(List.copyOf(severities.all()))
                    .calendars(List.copyOf(calendars.all())).documents(documents).clauses(clauses).tiers(tiers)
                    .targets(targets);
            return period == null ? made : made.period(period);
        });
        return finish(root, builder);
    }

    /** What does not fit together is found by the register itself, by path; the tree knows the line of each path. */
    private @Nullable Register finish(Node root, ReadPart<Register.Builder> builder) {
        if (builder.value() != null && !problems.hasErrors()) {
            try {
                Register register = builder.get().build();
                doubts(root, register);
                return register;
            } catch (InvalidDefinitionException e) {
                Set<String> told = new HashSet<>();
                for (Problem problem : e.problems()) {
                    Node at = root.nearest(problem.place().path());
                    String message = inCells(root, problem);
                    if (told.add(at.line + "\n" + at.column + "\n" + message) || !problems.hasHeaders()) {
                        problems.error(at, problem.code(), message);
                    }
                }
            }
        }
        return null;
    }

    /** What a problem says; of a table, whose writer knows cells and no paths, the cell that has an id already. */
    private String inCells(Node root, Problem problem) {
        String id = root.nearest(problem.place().path()).text;
        return problems.hasHeaders() && problem.code().equals("DUPLICATE") ? "target id '" + id + "' is already used in cell "
                + root.nearest("targets").items.stream().map(it -> it.nearest("id")).filter(it -> it.text.equals(id)).map(problems::cell)
                        .findFirst().orElse("")
                : problem.message();
    }

    private void doubts(Node root, Register register) {
        for (Scale scale : register.stages()) {
            ScaleDoubts.of(scale).ifPresent(message -> problems.add(root.nearest("stages." + scale.id()), false, "ORDER", message));
        }
        for (Scale scale : register.severities()) {
            ScaleDoubts.of(scale).ifPresent(message -> problems.add(root.nearest("severities." + scale.id()), false, "ORDER", message));
        }
        for (int i = 0; i < register.targets().size(); i++) {
            List<GoalDoubts.Doubt> doubts = TargetDoubts.of(register.targets().get(i));
            if (!doubts.isEmpty()) {
                Node place = root.nearest("targets[" + i + "].goal.require");
                doubts.forEach(doubt -> problems.add(place, false, doubt.code(), doubt.message()));
            }
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("unknown zone '" + text + "'; expected such as Asia/Shanghai", e);
        }
    }

    private ReadPart<Scale> scale(String name, Node node) {
        Fields fields = new Fields(problems, new Node(Node.Kind.OBJECT, node.parent, node.key, node.line, node.column), "a list");
        List<String> steps = fields.items(node, fields::scalar);
        return fields.build(() -> new Scale(name, steps));
    }

    private ReadPart<WorkCalendar> calendar(String name, Node node) {
        Fields calendar = new Fields(problems, node, "a calendar");
        List<Span> holidays = calendar.list("holidays", item -> calendar.convert(item, Span::parse));
        List<LocalDate> makeUp = calendar.list("make-up", item -> calendar.convert(item, Fields::toDate));
        return calendar.build(() -> new WorkCalendar(name, holidays, makeUp));
    }

    private ReadPart<Document> document(Node node) {
        Fields fields = new Fields(problems, node, "a document");
        ReadPart<String> id = fields.text("id");
        String title = fields.text("title", "");
        String source = fields.text("source", "");
        String text = fields.text("file", "");
        return fields.build(() -> new Document(id.get(), title, source, text));
    }

    private ReadPart<Clause> clause(Node node) {
        Fields fields = new Fields(problems, node, "a clause");
        ReadPart<String> id = fields.text("id");
        ReadPart<String> document = fields.text("document");
        String chapter = fields.text("chapter", "");
        ReadPart<String> quote = fields.text("quote");
        ReadPart<Integer> at = fields.value("at", RegisterReader::offset);
        List<String> targets = fields.texts("targets");
        return fields.build(() -> new Clause(id.get(), document.get(), chapter, quote.get(), at.get(), targets));
    }

    private static int offset(String text) {
        try {
            return Integer.parseInt(TypedText.of(text).text());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not an offset: '" + text + "'; expected a whole number from 0", e);
        }
    }

    private ReadPart<Tiers> tiers(Node node) {
        Fields fields = new Fields(problems, node, "a set of tiers");
        ReadPart<String> id = fields.text("id");
        ReadPart<Tiers.Reading> reading = fields.choice("reading", Tiers.Reading.class);
        ReadPart<String> attribute = fields.text("attribute");
        List<Tiers.Tier> tiers = fields.list("tiers", item -> {
            Fields tier = new Fields(problems, item, "a tier");
            ReadPart<String> target = tier.text("target");
            ReadPart<Quantity> from = tier.value("from", units::quantity);
            return tier.build(() -> new Tiers.Tier(target.get(), from.get()));
        });
        return fields.build(() -> new Tiers(id.get(), reading.get(), attribute.get(), tiers));
    }

    private ReadPart<Target> target(Node node) {
        Fields fields = new Fields(problems, node, "a target");
        GoalReader goals = new GoalReader(problems, units, stages, severities);
        ReadPart<String> id = fields.text("id");
        String title = fields.text("title", "");
        ReadPart<Strength> strength = fields.optionalChoice("strength", Strength.class);
        String verb = fields.text("verb", "");
        boolean inherited = fields.optional("inherited", RegisterReader::yesOrNo).or(false);
        ReadPart<Bindingness> binding = fields.optionalChoice("binding", Bindingness.class);
        ReadPart<Owner> owner = fields.optionalChild("owner", this::owner);
        ReadPart<Span> own = fields.optional("period", text -> spans.computeIfAbsent(text, Span::parse));
        ReadPart<Deadline> due = fields.optionalChild("due", this::deadline);
        ReadPart<Basis> basis = fields.optionalChoice("basis", Basis.class);
        ReadPart<Reporting> reporting = fields.optionalChild("reporting", this::reporting);
        ReadPart<PaceCurve> pace = fields.optionalChild("pace", this::pace);
        String partOf = fields.text("part-of", "");
        String continues = fields.text("continues", "");
        String note = fields.text("note", "");
        ReadPart<Goal> goal = fields.child("goal", goals::read);
        List<Version> versions = fields.list("versions", item -> version(item, goals));
        if (strength.value() == null && (!verb.isEmpty() || inherited) && !fields.failed()) {
            problems.error(node, "MISSING_FIELD", "verb and inherited need field 'strength' beside them");
        }
        if (own.value() == null && !hasPeriod && !fields.failed()) {
            problems.error(node, "MISSING_FIELD", "a target needs field 'period' where the register has none");
        }
        return fields.build(() -> {
            Span span = own.value() != null || period == null ? own.get() : period;
            Target.Builder builder = Target.builder(id.get(), goal.get(), span).title(title).versions(versions)
                    .partOf(partOf).continues(continues).note(note).owner(owner.or(Owner.NONE)).basis(basis.or(Basis.REPORTED));
            if (strength.value() != null) {
                builder.commitment(new Commitment(strength.get(), verb, inherited));
            }
            if (binding.value() != null) {
                builder.bindingness(binding.get());
            }
            if (due.value() != null) {
                builder.deadline(due.get());
            }
            if (reporting.value() != null) {
                builder.reporting(reporting.get());
            }
            if (pace.value() != null) {
                builder.pace(pace.get());
            }
            return builder.build();
        });
    }

    private static boolean yesOrNo(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new IllegalArgumentException("expected true or false, got '" + text + "'");
    }

    private ReadPart<Owner> owner(Node node) {
        Fields fields = new Fields(problems, node, "an owner");
        String official = fields.text("official", "");
        String lead = fields.text("lead", "");
        List<String> cooperating = fields.texts("cooperating");
        return fields.build(() -> new Owner(official, lead, cooperating));
    }

    private ReadPart<Deadline> deadline(Node node) {
        if (node.kind == Node.Kind.TEXT) {
            Fields fields = new Fields(problems, new Node(Node.Kind.OBJECT, node.parent, node.key, 0, 0), "a deadline");
            return fields.convert(node, text -> Deadline.on(Fields.toDate(text)));
        }
        Fields fields = new Fields(problems, node, "a deadline");
        ReadPart<LocalDate> original = fields.date("original");
        List<Extension> extensions = fields.list("extensions", this::extension);
        return fields.build(() -> new Deadline(original.get(), extensions));
    }

    private ReadPart<Extension> extension(Node node) {
        Fields fields = new Fields(problems, node, "an extension");
        ReadPart<LocalDate> requested = fields.date("requested");
        ReadPart<LocalDate> to = fields.date("to");
        ReadPart<LocalDate> approved = fields.optionalDate("approved");
        String by = fields.text("by", "");
        String reason = fields.text("reason", "");
        return fields.build(() -> new Extension(requested.get(), to.get(), approved.optional(), by, reason));
    }

    private ReadPart<Reporting> reporting(Node node) {
        Fields fields = new Fields(problems, node, "a reporting interval");
        ReadPart<Period> every = fields.value("every", RegisterReader::isoPeriod);
        ReadPart<Period> grace = fields.optional("grace", RegisterReader::isoPeriod);
        return fields.build(() -> new Reporting(every.get(), grace.or(Period.ZERO)));
    }

    private static Period isoPeriod(String text) {
        try {
            return Period.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not an interval: '" + text + "'; expected such as P1M or P10D", e);
        }
    }

    private ReadPart<PaceCurve> pace(Node node) {
        if (node.kind == Node.Kind.TEXT) {
            Fields fields = new Fields(problems, new Node(Node.Kind.OBJECT, node.parent, node.key, 0, 0), "a pace");
            return fields.convert(node, this::namedPace);
        }
        Fields fields = new Fields(problems, node, "a pace");
        boolean seasonal = fields.has("seasonal");
        List<Rational> weights = fields.list("seasonal", item -> fields.convert(item, Rational::parseTyped));
        List<PaceCurve.Point> points = fields.list("plan", item -> {
            Fields point = new Fields(problems, item, "a point of a plan");
            ReadPart<LocalDate> on = point.date("on");
            ReadPart<Rational> share = point.value("share", text -> units.quantity(text).asShare());
            return point.build(() -> new PaceCurve.Point(on.get(), share.get()));
        });
        return fields.build(() -> {
            if (seasonal == fields.has("plan")) {
                throw new IllegalArgumentException("a pace has either seasonal weights or a plan");
            }
            return seasonal ? new PaceCurve.Seasonal(weights) : new PaceCurve.Plan(points);
        });
    }

    private PaceCurve namedPace(String text) {
        if (text.startsWith("working-days ")) {
            WorkCalendar calendar = calendars.get(text.substring(13));
            if (calendar == null) {
                throw new IllegalArgumentException(
                        "no calendar '" + text.substring(13) + "'; expected one of " + calendars.names());
            }
            return PaceCurve.workingDays(calendar);
        }
        return switch (text) {
            case "months" -> PaceCurve.months();
            case "days" -> PaceCurve.days();
            case "annual-only" -> PaceCurve.annualOnly();
            default -> throw new IllegalArgumentException("unknown pace '" + text + "'; expected months, days, "
                    + "working-days <calendar>, annual-only, {seasonal: […]} or {plan: […]}");
        };
    }

    private ReadPart<Version> version(Node node, GoalReader goals) {
        Fields fields = new Fields(problems, node, "a version");
        ReadPart<LocalDate> from = fields.date("from");
        ReadPart<String> authority = fields.text("authority");
        ReadPart<String> reason = fields.text("reason");
        ReadPart<Goal> goal = fields.child("goal", goals::read);
        return fields.build(() -> new Version(from.get(), authority.get(), reason.get(), goal.get()));
    }
}
