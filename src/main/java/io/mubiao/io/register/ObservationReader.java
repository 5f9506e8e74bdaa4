package io.mubiao.io.register;

import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ReadPart;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.observe.Basis;
import io.mubiao.observe.Entry;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Problem;
import io.mubiao.target.Register;
import io.mubiao.target.internal.PlainIncrements;
import io.mubiao.target.internal.StreamCatalog;
import io.mubiao.work.internal.Checkpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads observations from their tree: the good rows, and a problem for everything else. */
final class ObservationReader {
    private static final List<String> FIELDS = List.of("id", "supersedes");

    private final Register register;
    private final ProblemList problems;
    private final StreamCatalog catalog;
    private final ObservationKinds kinds;
    private final boolean restores;
    private String source = "";
    private @Nullable Instant recorded;
    private final StagedRows rows = new StagedRows();
    private final Map<String, Node> refused = new HashMap<>();
    private boolean hasRecorded;
    private boolean assumes;
    private boolean isTable;
    private @Nullable Fields head;
    private boolean isOther;
    private boolean stopped;
    private boolean toldUnrecorded;
    /** Where a table has the ids of its rows and of those that they supersede. */
    private final Map<String, Integer> columns = new HashMap<>();

    private ObservationReader(Register register, ProblemList problems, boolean restores) {
        this.register = register;
        this.problems = problems;
        this.catalog = StreamCatalog.of(register);
        this.restores = restores;
        this.kinds = new ObservationKinds(register, problems, restores);
    }

    /** A reader of the rows of a file, one by one: {@link #take} each, then {@link #good}. */
    static ObservationReader of(Register register, ProblemList problems) {
        return new ObservationReader(register, problems, false);
    }

    /** A reader of the rows of a table, which need not say when they were recorded. */
    static ObservationReader ofTable(Register register, ProblemList problems) {
        ObservationReader reader = new ObservationReader(register, problems, false);
        reader.assumes = true;
        reader.isTable = true;
        return reader;
    }

    /** A reader of the rows of a file that are appended to a log, which need not say it either. */
    static ObservationReader appending(Register register, ProblemList problems) {
        ObservationReader reader = of(register, problems);
        reader.assumes = true;
        return reader;
    }

    /** One that has nothing to give. */
    static ObservationReader stopped(Register register) {
        ObservationReader reader = new ObservationReader(register, new ProblemList(""), false);
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
        return new ObservationReader(register, problems, true);
    }

    /** An observation of a log, without an id if the log gave it one; null where there is a problem. */
    @Nullable Observation restored(Node node) {
        Fields fields = new Fields(problems, node, "an observation");
        String kind = fields.text("kind").or("");
        return fields.failed() ? null : kinds.read(fields, kind, entry(fields, kind)).orNull();
    }

    /** The rows taken that can be appended to a log, once nothing more comes. */
    List<Observation> good(Node root, ObservationLog known) {
        end(root);
        known.latestRecordedAt().ifPresent(rows::knownAfter);
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
            RowChecks checks = new RowChecks(known, refused, catalog, columns);
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

    /** Of which increments of a stream, in a unit, the register has certainly no doubt. */
    PlainIncrements plain(String stream, Unit unit) {
        return catalog.plain(stream, unit);
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
        ReadPart<String> of = fields.value("observations", id -> {
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
            recorded = possible(fields, fields.optional("recorded", kinds::recorded).orNull(),
                    "; rows that do not say themselves when they were recorded are left out");
        }
        return fields;
    }

    private @Nullable Instant possible(Fields fields, @Nullable Instant at, String more) {
        Optional<String> odd = at == null ? Optional.empty() : catalog.impossible(at);
        odd.ifPresent(message -> problems.error(fields.node.fields.getOrDefault("recorded", fields.node), "IMPOSSIBLE_DATE", message + more));
        return odd.isPresent() ? null : at;
    }

    private void foot() {
        if (!isOther && head != null) {
            Fields fields = head;
            fields.list("rows", node -> ReadPart.missing());
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
                ReadPart<Observation> row = row(node);
                Node id = node.fields.get("id");
                if (isTable && columns.size() < FIELDS.size()) {
                    FIELDS.stream().filter(node.fields::containsKey)
                            .forEach(it -> columns.put(it, node.fields.getOrDefault(it, node).column));
                }
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

    private ReadPart<Observation> row(Node node) {
        Fields fields = new Fields(problems, node, "an observation");
        if (fields.failed()) {
            return ReadPart.missing();
        }
        ReadPart<String> kind = fields.text("kind");
        ReadPart<Entry> entry = entry(fields, kind.or(""));
        if (kind.value() == null) {
            fields.know(fieldsOfAnyKind(node));
            fields.refuseUnknown();
            return ReadPart.missing();
        }
        ReadPart<Observation> read = kinds.read(fields, kind.get(), entry);
        if (read.value() == null) {
            return read;
        }
        boolean refused = false;
        for (Problem problem : catalog.check(read.get())) {
            boolean error = problem.severity() == Problem.Severity.ERROR;
            problems.add(culprit(node, read.get().entry().stream()), error, problem.code(), problem.message());
            refused |= error;
        }
        return refused ? ReadPart.missing() : ReadPart.of(assumed(read.get()));
    }

    /** In a table the cell with the figure, or with the stream if nobody reads it. */
    private Node culprit(Node row, String stream) {
        return isTable ? row.fields.getOrDefault(catalog.isRead(stream) ? "value" : "stream", row) : row;
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
        ObservationReader silent = new ObservationReader(register, new ProblemList("", Integer.MAX_VALUE), false);
        Set<String> known = new LinkedHashSet<>();
        for (String kind : ObservationKinds.ALL) {
            Fields fields = new Fields(silent.problems, node, "");
            silent.kinds.read(fields, kind, ReadPart.missing());
            known.addAll(fields.known());
        }
        return known;
    }

    private ReadPart<Entry> entry(Fields fields, String kind) {
        String id = fields.text("id", "");
        ReadPart<String> stream = fields.text("stream");
        String from = fields.text("source", source);
        Instant said = fields.optional("recorded", kinds::recorded).orNull();
        Instant own = restores ? said : possible(fields, said, "");
        Basis basis = fields.optionalChoice("basis", Basis.class).or(Basis.REPORTED);
        String supersedes = fields.text("supersedes", "");
        boolean kept = restores && fields.text("assumed", "").equals("true") && own != null;
        boolean assumed = kept || (assumes && said == null && !hasRecorded && !fields.has("recorded") && !kind.equals("retraction"));
        boolean unrecorded = said == null && !hasRecorded && !assumed && !fields.failed();
        if (unrecorded && !toldUnrecorded) {
            toldUnrecorded = true;
            problems.error(fields.node, "MISSING_FIELD", "neither the observation nor the file has field 'recorded', when it became known; "
                    + "write it above the rows, such as recorded: 2024-10-08T09:00:00+08:00; rows without it are left out");
        }
        if (kind.equals("retraction") && supersedes.isEmpty() && !fields.failed()) {
            problems.error(fields.node, "MISSING_FIELD", "a retraction needs field 'supersedes'");
        }
        if (id.indexOf('#') >= 0 && !restores) {
            problems.error(fields.node, "BAD_VALUE", "id must not contain '#', got '" + id + "'");
        }
        if (unrecorded || fields.failed() || (said != null && own == null)) {
            return ReadPart.missing();
        }
        Instant at = own != null ? own : assumed ? Instant.EPOCH : recorded;
        if (at == null) {
            return ReadPart.missing();
        }
        try {
            return ReadPart.of(new Entry(id.indexOf('#') >= 0 ? "" : id, stream.get(), from, at, basis, Optional.of(supersedes).filter(it -> !it.isEmpty()), assumed));
        } catch (IllegalArgumentException e) {
            problems.error(fields.node, e);
            return ReadPart.missing();
        }
    }
}
