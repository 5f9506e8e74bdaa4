package io.mubiao.io.register;

import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.Part;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.Typing;
import io.mubiao.observe.Basis;
import io.mubiao.observe.Entry;
import io.mubiao.observe.MemberStanding;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Problem;
import io.mubiao.target.Register;
import io.mubiao.target.internal.StreamCatalog;
import io.mubiao.text.internal.NumberText;
import io.mubiao.text.internal.Spelling;
import io.mubiao.text.internal.TypedText;
import io.mubiao.time.Moment;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Units;
import io.mubiao.work.internal.Checkpoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads observations from their tree: the good rows, and a problem for everything else. */
final class ObservationReader {
    private static final List<String> KINDS = List.of("increment", "total", "level", "event", "complete", "stage", "member",
            "tally", "judgement", "retraction");

    private final Register register;
    private final ProblemList problems;
    private final Units units;
    private final StreamCatalog catalog;
    private String source = "";
    private @Nullable Instant recorded;
    private final StagedRows rows = new StagedRows();
    private final Map<String, Node> refused = new HashMap<>();
    private boolean hasRecorded;
    private boolean assumes;
    private boolean restores;
    private @Nullable Fields head;
    private boolean isOther;
    private boolean stopped;

    private ObservationReader(Register register, ProblemList problems) {
        this.register = register;
        this.problems = problems;
        this.units = register.units();
        this.catalog = StreamCatalog.of(register);
    }

    /** A reader of the rows of a file, one by one: {@link #take} each, then {@link #good}. */
    static ObservationReader of(Register register, ProblemList problems) {
        return new ObservationReader(register, problems);
    }

    /** A reader of the rows of a table, which need not say when they were recorded. */
    static ObservationReader ofTable(Register register, ProblemList problems) {
        ObservationReader reader = new ObservationReader(register, problems);
        reader.assumes = true;
        return reader;
    }

    /** One that has nothing to give. */
    static ObservationReader stopped(Register register) {
        ObservationReader reader = new ObservationReader(register, new ProblemList(""));
        reader.stopped = true;
        return reader;
    }

    /** Takes all rows of a whole file. */
    void takeAll(Node root) {
        Node rows = root.fields.get("rows");
        if (rows != null && rows.kind == Node.Kind.LIST) {
            rows.items.forEach(row -> take(root, row));
        }
    }

    /** A reader of what a log held: nothing is checked against the register again, and ids may be those of the log. */
    static ObservationReader restoring(Register register, ProblemList problems) {
        ObservationReader reader = new ObservationReader(register, problems);
        reader.restores = true;
        return reader;
    }

    /** An observation of a log, without an id if the log gave it one; null where there is a problem. */
    @Nullable Observation restored(Node node) {
        Fields fields = new Fields(problems, node, "an observation");
        String kind = fields.text("kind").or("");
        return fields.failed() ? null : observation(fields, kind, entry(fields, kind)).orNull();
    }

    /** The rows taken that can be appended to a log, once nothing more comes. */
    List<Observation> good(Node root, ObservationLog known) {
        end(root);
        List<Observation> good = new ArrayList<>();
        rows.good(rows.all(), checked(known)).forEach(good::add);
        return good;
    }

    /** A log of the good rows, once nothing more comes. */
    ObservationLog log(Node root) {
        end(root);
        return ObservationLog.of(rows.good(rows.doubtful(), checked(ObservationLog.empty())));
    }

    private void end(Node root) {
        try {
            if (!stopped) {
                head(root);
                foot();
            }
        } catch (ProblemList.GiveUp e) {
            // The problems say where reading ended; the rows before are kept.
        }
    }

    /** Which of some rows can stand beside each other and beside what is known; tells of the others. */
    private UnaryOperator<List<ObservationRow>> checked(ObservationLog known) {
        return some -> {
            RowChecks checks = new RowChecks(known, refused, catalog);
            List<ObservationRow> good = checks.good(some);
            try {
                checks.tell(problems);
            } catch (ProblemList.GiveUp e) {
                // The problems say that there are more.
            }
            return good;
        };
    }

    /** Whether the register has a doubt about an observation. */
    boolean isDoubtful(Observation observation) {
        return !catalog.check(observation).isEmpty();
    }

    /** Whether increments of a stream and these days count for some target. */
    boolean isCounted(String stream, Span days) {
        return catalog.counts(stream, days);
    }

    /** Where rows are kept that are good in themselves. */
    StagedRows rows() {
        return rows;
    }

    boolean isStopped() {
        return stopped;
    }

    /** What stands above the rows. */
    private Fields head(Node root) {
        Fields read = head;
        if (read != null) {
            return read;
        }
        Fields fields = new Fields(problems, root, "an observation file");
        head = fields;
        Part<String> of = fields.value("observations", id -> {
            if (!id.equals(register.id())) {
                throw new IllegalArgumentException(
                        "these are observations of '" + id + "'; expected those of '" + register.id() + "'");
            }
            return id;
        });
        isOther = of.value() == null && fields.has("observations");
        if (!isOther) {
            fields.text("title", "");
            fields.text("note", "");
            source = fields.text("source", "");
            hasRecorded = fields.has("recorded");
            recorded = fields.optional("recorded", ObservationReader::instant).orNull();
        }
        return fields;
    }

    private void foot() {
        if (!isOther && head != null) {
            Fields fields = head;
            fields.list("rows", node -> Part.missing());
            fields.build(() -> fields.node);
        }
    }

    /** Reads one more row, what stands above the rows being known by now; null if it is not good in itself. */
    @Nullable Observation take(Node root, Node node) {
        if (stopped) {
            return null;
        }
        try {
            head(root);
            if (!isOther) {
                Checkpoint.pass("line", node.line);
                Part<Observation> row = row(node);
                Node id = node.fields.get("id");
                if (row.value() != null) {
                    rows.add(new ObservationRow(node.place(), row.get()));
                    return row.get();
                } else if (id != null && !id.text.isEmpty()) {
                    refused.putIfAbsent(id.text, node.place());
                }
            }
        } catch (ProblemList.GiveUp e) {
            stopped = true;
        }
        return null;
    }

    private Part<Observation> row(Node node) {
        Fields fields = new Fields(problems, node, "an observation");
        if (fields.failed()) {
            return Part.missing();
        }
        Part<String> kind = fields.text("kind");
        Part<Entry> entry = entry(fields, kind.or(""));
        if (kind.value() == null) {
            fields.know(fieldsOfAnyKind(node));
            fields.refuseUnknown();
            return Part.missing();
        }
        Part<Observation> read = observation(fields, kind.get(), entry);
        if (read.value() == null) {
            return read;
        }
        boolean refused = false;
        for (Problem problem : catalog.check(read.get())) {
            boolean error = problem.severity() == Problem.Severity.ERROR;
            problems.add(assumes ? node.fields.getOrDefault("value", node) : node, error, problem.code(), problem.message());
            refused |= error;
        }
        return refused ? Part.missing() : Part.of(assumed(read.get()));
    }

    /** What nobody says when it became known is taken as the factories of observations take it: on its own day. */
    private static Observation assumed(Observation it) {
        return it.entry().assumed() ? it.with(it.entry().assumedAt(happened(it))) : it;
    }

    private static Instant happened(Observation it) {
        if (it instanceof Observation.Increment increment) {
            return start(increment.span().last());
        } else if (it instanceof Observation.Complete complete) {
            return start(complete.span().last());
        }
        String on = ObservationCells.on(it).orElseThrow().toString();
        return on.indexOf('T') < 0 ? start(LocalDate.parse(on)) : Instant.parse(on);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** What some kind of observation has; all else is misspelt, whatever the kind. */
    private Set<String> fieldsOfAnyKind(Node node) {
        ObservationReader silent = new ObservationReader(register, new ProblemList("", Integer.MAX_VALUE));
        Set<String> known = new LinkedHashSet<>();
        for (String kind : KINDS) {
            Fields fields = new Fields(silent.problems, node, "");
            silent.observation(fields, kind, Part.missing());
            known.addAll(fields.known());
        }
        return known;
    }

    private Part<Entry> entry(Fields fields, String kind) {
        String id = fields.text("id", "");
        Part<String> stream = fields.text("stream");
        String from = fields.text("source", source);
        Instant own = fields.optional("recorded", ObservationReader::instant).orNull();
        Basis basis = fields.optionalChoice("basis", Basis.class).or(Basis.REPORTED);
        String supersedes = fields.text("supersedes", "");
        boolean kept = restores && fields.text("assumed", "").equals("true") && own != null;
        boolean assumed = kept || (assumes && own == null && !fields.has("recorded") && !kind.equals("retraction"));
        if (own == null && !hasRecorded && !assumed && !fields.failed()) {
            problems.error(fields.node, "MISSING_FIELD",
                    "an observation needs field 'recorded' (an instant) where the file has none");
        }
        if (kind.equals("retraction") && supersedes.isEmpty() && !fields.failed()) {
            problems.error(fields.node, "MISSING_FIELD", "a retraction needs field 'supersedes'");
        }
        if (id.indexOf('#') >= 0 && !restores) {
            problems.error(fields.node, "BAD_VALUE", "id must not contain '#', got '" + id + "'");
        }
        if (fields.failed()) {
            return Part.missing();
        }
        Instant at = own != null ? own : assumed ? Instant.EPOCH : recorded;
        if (at == null) {
            return Part.missing();
        }
        try {
            return Part.of(new Entry(id.indexOf('#') >= 0 ? "" : id, stream.get(), from, at, basis, Optional.of(supersedes).filter(it -> !it.isEmpty()), assumed));
        } catch (IllegalArgumentException e) {
            problems.error(fields.node, e);
            return Part.missing();
        }
    }

    static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(TypedText.of(text).text()).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "not an instant: '" + text + "'; expected such as 2024-10-08T09:00:00+08:00", e);
        }
    }

    private static Moment moment(String text) {
        return TypedText.of(text).text().matches(".*T.*[Z+-].*") ? Moment.at(instant(text)) : Moment.on(Fields.toDate(text));
    }

    private Part<Observation> observation(Fields fields, String kind, Part<Entry> entry) {
        return switch (kind) {
            case "increment" -> increment(fields, entry);
            case "total" -> total(fields, entry);
            case "level" -> level(fields, entry);
            case "event" -> event(fields, entry);
            case "complete" -> complete(fields, entry);
            case "stage" -> stage(fields, entry);
            case "member" -> member(fields, entry);
            case "tally" -> tally(fields, entry);
            case "judgement" -> judgement(fields, entry);
            case "retraction" -> fields.build(() -> new Observation.Retraction(entry.get()));
            default -> {
                problems.error(fields.node, "BAD_VALUE", "unknown kind of observation '" + kind + "'"
                        + Spelling.hint(kind, KINDS)
                        + "; expected one of " + String.join(", ", KINDS));
                yield Part.missing();
            }
        };
    }

    /** A figure, which may have no unit. */
    private Quantity figure(String text) {
        return Quantity.parseTyped(text, units);
    }

    private Quantity quantity(String text) {
        return Quantity.parse(text, units);
    }

    private Part<Observation> increment(Fields fields, Part<Entry> entry) {
        Part<Span> span = fields.value("span", Span::parse);
        Part<Quantity> value = fields.value("value", this::figure);
        return fields.build(() -> new Observation.Increment(entry.get(), span.get(), value.get()));
    }

    private Part<Observation> total(Fields fields, Part<Entry> entry) {
        Part<Moment> on = fields.value("on", ObservationReader::moment);
        Part<Quantity> value = fields.value("value", this::figure);
        Part<LocalDate> since = fields.optionalDate("since");
        Part<BigDecimal> published = fields.optional("published", ObservationReader::percent);
        return fields.build(() -> new Observation.Total(
                entry.get(), on.get(), value.get(), since.optional(), published.optional()));
    }

    /** A percentage as printed; its digits are kept, because they say how it was rounded. */
    private static BigDecimal percent(String text) {
        String plain = TypedText.of(text).text();
        String number = plain.endsWith("%") ? plain.substring(0, plain.length() - 1).strip() : "";
        if (!number.matches("-?[0-9]{1,20}(\\.[0-9]{1,20})?")) {
            throw new IllegalArgumentException("not a percentage: '" + text + "'; expected such as 87.9 %");
        }
        return new BigDecimal(number);
    }

    private Part<Observation> level(Fields fields, Part<Entry> entry) {
        Part<Moment> on = fields.value("on", ObservationReader::moment);
        Part<Quantity> value = fields.value("value", this::figure);
        String member = fields.text("member", "");
        return fields.build(() -> new Observation.Level(entry.get(), on.get(), value.get(), member));
    }

    private Part<Observation> event(Fields fields, Part<Entry> entry) {
        Part<Moment> on = fields.value("on", ObservationReader::moment);
        String member = fields.text("member", "");
        Part<String> severity = fields.optional("severity", text -> text);
        Map<String, Quantity> measures = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        if (restores) {
            fields.optionalChild("measures", node -> {
                Fields named = new Fields(problems, node, "measures");
                node.fields.forEach((name, value) -> named.value(name, this::figure).optional().ifPresent(it -> measures.put(name, it)));
                return Part.of(node);
            });
        }
        fields.optionalChild("attributes", node -> {
            Fields attributes = new Fields(problems, node, "attributes");
            node.fields.forEach((name, value) -> attribute(value, attributes.text(name, ""), measures, words));
            return Part.of(node);
        });
        return fields.build(() -> new Observation.Event(
                entry.get(), on.get(), member, severity.optional(), measures, words));
    }

    /** An attribute that reads as a quantity is one; any other is a word. */
    private void attribute(Node node, String text, Map<String, Quantity> measures, Map<String, String> words) {
        String name = node.key;
        if (restores) {
            words.put(name, text);
            return;
        }
        try {
            measures.put(name, quantity(text));
            Typing.tell(node, measures.get(name), problems);
        } catch (IllegalArgumentException e) {
            words.put(name, text);
        }
    }

    private Part<Observation> complete(Fields fields, Part<Entry> entry) {
        Part<Span> span = fields.value("span", Span::parse);
        return fields.build(() -> new Observation.Complete(entry.get(), span.get()));
    }

    private Part<Observation> stage(Fields fields, Part<Entry> entry) {
        Part<Moment> on = fields.value("on", ObservationReader::moment);
        String item = fields.text("item", "");
        Part<String> stage = text(fields, "stage");
        return fields.build(() -> new Observation.StageChange(entry.get(), on.get(), item, stage.get()));
    }

    private Part<Observation> member(Fields fields, Part<Entry> entry) {
        Part<Moment> on = fields.value("on", ObservationReader::moment);
        Part<String> member = text(fields, "member");
        List<MemberStanding> standing = fields.list("standing",
                node -> fields.convert(node, text -> Fields.constant(MemberStanding.class, text)));
        return fields.build(() -> new Observation.MemberReport(
                entry.get(), on.get(), member.get(), java.util.Set.copyOf(standing)));
    }

    private Part<Observation> tally(Fields fields, Part<Entry> entry) {
        Part<Moment> on = fields.value("on", ObservationReader::moment);
        Part<Long> numerator = fields.value("numerator", ObservationReader::count);
        Part<Long> numeratorExclusion = fields.optional("numerator-exclusion", ObservationReader::count);
        Part<Long> denominator = fields.value("denominator", ObservationReader::count);
        Part<Long> denominatorExclusion = fields.optional("denominator-exclusion", ObservationReader::count);
        Part<Long> denominatorException = fields.optional("denominator-exception", ObservationReader::count);
        return fields.build(() -> new Observation.Tally(entry.get(), on.get(), numerator.get(),
                numeratorExclusion.or(0L), denominator.get(), denominatorExclusion.or(0L),
                denominatorException.or(0L)));
    }

    private static long count(String text) {
        String plain = NumberText.of(text).number();
        if (!plain.matches("[0-9]{1,18}") || !NumberText.of(text).unit().isEmpty()) {
            throw new IllegalArgumentException("not a count: '" + text + "'; expected a whole number from 0");
        }
        return Long.parseLong(plain);
    }

    /** What files must say, and programs may leave empty. */
    private Part<String> text(Fields fields, String key) {
        return restores ? Part.of(fields.text(key, "")) : fields.text(key);
    }

    private Part<Observation> judgement(Fields fields, Part<Entry> entry) {
        Part<Moment> on = fields.value("on", ObservationReader::moment);
        Part<String> assessor = text(fields, "assessor");
        Part<String> band = text(fields, "band");
        String comment = fields.text("comment", "");
        return fields.build(() -> new Observation.Judgement(
                entry.get(), on.get(), assessor.get(), band.get(), comment));
    }

    static String instant(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toString();
    }
}
