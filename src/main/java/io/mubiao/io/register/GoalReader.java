package io.mubiao.io.register;

import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.GoalKind;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ReadPart;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.target.Baseline;
import io.mubiao.target.Bound;
import io.mubiao.target.ChangeDirection;
import io.mubiao.target.ChangeForm;
import io.mubiao.target.Excuse;
import io.mubiao.target.Goal;
import io.mubiao.target.Items;
import io.mubiao.target.Measure;
import io.mubiao.target.Population;
import io.mubiao.target.SampleReading;
import io.mubiao.target.Scale;
import io.mubiao.target.Stated;
import io.mubiao.text.internal.Spelling;
import io.mubiao.text.internal.TypedText;
import io.mubiao.time.Cadence;
import io.mubiao.time.Span;
import io.mubiao.time.WeekNumbering;
import io.mubiao.value.Quantity;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads goals: one method a kind. */
final class GoalReader {
    private static final Pattern COUNTED = Pattern.compile("([0-9]{1,9})\\s*\\p{L}+");
    private static final Pattern COMPARED = Pattern.compile("\\s*[<>=≥≤≧≦]");

    private final ProblemList problems;
    private final DeclaredUnits units;
    private final Named<Scale> stages;
    private final Named<Scale> severities;

    GoalReader(ProblemList problems, DeclaredUnits units, Named<Scale> stages, Named<Scale> severities) {
        this.problems = problems;
        this.units = units;
        this.stages = stages;
        this.severities = severities;
    }

    ReadPart<Goal> read(Node node) {
        Fields fields = new Fields(problems, node, "a goal");
        if (fields.failed() || isUnsaid(fields)) {
            return ReadPart.missing();
        }
        ReadPart<Function<Fields, ReadPart<Goal>>> kind = fields.value("kind", word -> reader(GoalKind.parse(word)));
        if (kind.value() == null) {
            fields.know(fieldsOfAnyKind(node));
            fields.refuseUnknown();
            return ReadPart.missing();
        }
        return kind.get().apply(fields);
    }

    /** Whether the kind, or what is measured, stands as a field: {@code total: ">= 62 个"}. */
    private boolean isUnsaid(Fields fields) {
        if (fields.isMeant("kind")) {
            return false;
        }
        for (Node field : fields.node.fields.values()) {
            String word = field.key;
            if (GoalKind.isMeasure(word) && (!word.equals("level") || COMPARED.matcher(field.text).lookingAt())) {
                problems.error(field, "UNKNOWN_FIELD", "a goal has no field '" + word + "'; write kind: amount, of: " + word + ", require: \""
                        + (field.kind == Node.Kind.TEXT ? field.text : "…") + "\"");
                return true;
            }
            if (Stream.of(GoalKind.values()).anyMatch(kind -> kind.word().equals(word))) {
                problems.error(field, "UNKNOWN_FIELD", "a goal has no field '" + word + "'; write kind: " + word);
                return true;
            }
        }
        return false;
    }

    /** What some kind of goal has; all else is misspelt, whatever the kind. */
    private Set<String> fieldsOfAnyKind(Node node) {
        GoalReader silent = new GoalReader(new ProblemList("", Integer.MAX_VALUE), units, stages, severities);
        Set<String> known = new LinkedHashSet<>();
        for (GoalKind kind : GoalKind.values()) {
            Fields fields = new Fields(silent.problems, node, "");
            var unused = silent.reader(kind).apply(fields);
            known.addAll(fields.known());
        }
        return known;
    }

    private Function<Fields, ReadPart<Goal>> reader(GoalKind kind) {
        return switch (kind) {
            case AMOUNT -> this::amount;
            case MILESTONE -> this::milestone;
            case STAGE_COUNT -> this::stageCount;
            case QUOTA -> this::quota;
            case COVERAGE -> this::coverage;
            case CHANGE -> this::change;
            case RED_LINE -> this::redLine;
            case MAINTAIN -> this::maintain;
            case JUDGED -> this::judged;
        };
    }

    private ReadPart<Goal> amount(Fields fields) {
        ReadPart<Measure> measure = measure(fields);
        ReadPart<Bound> require = bound(fields, "require");
        return fields.build(() -> Goal.amount(measure.get(), require.get()));
    }

    private ReadPart<Measure> measure(Fields fields) {
        String stream = fields.text("stream", "");
        String attribute = fields.text("attribute", "");
        ReadPart<Measure> numerator = fields.optionalChild("numerator", this::part);
        ReadPart<Measure> denominator = fields.optionalChild("denominator", this::part);
        ReadPart<Measure> measure = fields.value("of", word -> switch (word) {
            case "total" -> Measure.total(stream);
            case "level" -> Measure.level(stream);
            case "count" -> Measure.count(stream);
            case "sum" -> {
                if (attribute.isEmpty()) {
                    throw new IllegalArgumentException("a sum needs field 'attribute': what of each event it adds up, such as 投资额");
                }
                yield Measure.sum(stream, attribute);
            }
            case "ratio" -> {
                if (fields.failed()) {
                    yield Measure.total();
                }
                if (numerator.value() == null || denominator.value() == null || !stream.isEmpty()) {
                    throw new IllegalArgumentException("a ratio needs numerator and denominator, and no stream");
                }
                yield Measure.ratio(numerator.get(), denominator.get());
            }
            default -> throw new IllegalArgumentException(
                    "unknown measure '" + word + "'" + Spelling.hint(word, List.of("total", "level", "count", "sum", "ratio"))
                            + "; expected one of total, level, count, sum, ratio");
        });
        if (!(measure.value() instanceof Measure.Ratio) && !fields.failed()
                && (fields.has("numerator") || fields.has("denominator"))) {
            problems.error(fields.node, "BAD_VALUE", "numerator and denominator belong to a ratio");
        }
        if (measure.value() != null && !(measure.value() instanceof Measure.Sum) && !attribute.isEmpty()) {
            problems.error(fields.node, "BAD_VALUE", "'attribute' belongs to a sum");
        }
        return measure;
    }

    private ReadPart<Measure> part(Node node) {
        Fields fields = new Fields(problems, node, "a part of a ratio");
        ReadPart<Measure> measure = measure(fields);
        return fields.build(measure::get);
    }

    private ReadPart<Bound> bound(Fields fields, String key) {
        return fields.value(key, units::bound);
    }

    private static <T> Function<String, Stated<T>> stated(Function<String, T> read) {
        return text -> text.startsWith("?") ? Stated.open(text.substring(1).strip()) : Stated.of(read.apply(text));
    }

    private ReadPart<Goal> milestone(Fields fields) {
        ReadPart<Scale> scale = stageScale(fields);
        ReadPart<Stated<String>> stage = fields.value("stage", stated(text -> text));
        return fields.build(() -> new Goal.Milestone(scale.get(), stage.get()));
    }

    private ReadPart<Scale> stageScale(Fields fields) {
        if (!fields.has("stages")) {
            return onlyStages();
        }
        return fields.value("stages", name -> scale(stages, name));
    }

    private ReadPart<Scale> onlyStages() {
        try {
            Scale only = stages.only();
            return ReadPart.of(only == null ? Scale.STAGES : only);
        } catch (ReadPart.Refused e) {
            return ReadPart.missing();
        }
    }

    private static Scale scale(Named<Scale> scales, String name) {
        if (name.equals(Scale.STAGES.id())) {
            return Scale.STAGES;
        }
        Scale scale = scales.get(name);
        if (scale == null) {
            throw new IllegalArgumentException("no list '" + name + "'; expected one of " + scales.names());
        }
        return scale;
    }

    private ReadPart<Goal> stageCount(Fields fields) {
        ReadPart<Scale> scale = stageScale(fields);
        ReadPart<Stated<String>> stage = fields.value("stage", stated(text -> text));
        ReadPart<Items> items = fields.optionalChild("items", this::items);
        ReadPart<Bound> require = bound(fields, "require");
        return fields.build(() -> new Goal.StageCount(scale.get(), stage.get(), items.or(Items.open()), require.get()));
    }

    private ReadPart<Items> items(Node node) {
        Fields fields = new Fields(problems, node, "a list of items");
        List<String> named = fields.texts("named");
        ReadPart<Integer> total = fields.optional("total", GoalReader::count);
        return fields.build(() -> new Items(named, total.optional()));
    }

    private static int count(String text) {
        try {
            return Integer.parseInt(TypedText.of(text).text());
        } catch (NumberFormatException e) {
            Matcher counted = COUNTED.matcher(text);
            throw new IllegalArgumentException("not a whole number: '" + text + "'"
                    + (counted.matches() ? "; " + counted.group(1) + " was probably meant" : ""), e);
        }
    }

    private ReadPart<Goal> quota(Fields fields) {
        ReadPart<Integer> atLeast = fields.value("at-least", GoalReader::count);
        ReadPart<Stated<Cadence>> cadence = cadence(fields, true);
        ReadPart<Stated<Population>> population = fields.optionalChild("population", this::population);
        List<Excuse> excuses = fields.list("excused", this::excuse);
        return fields.build(() -> new Goal.Quota(atLeast.get(), cadence.get(), population.optional(), excuses));
    }

    private ReadPart<Stated<Cadence>> cadence(Fields fields, boolean required) {
        ReadPart<WeekNumbering> weeks = fields.optional("weeks", WeekNumbering::parse);
        Function<String, Stated<Cadence>> read = stated(text -> {
            if (Cadence.needsNumbering(text) && weeks.value() == null) {
                throw new IllegalArgumentException("cadence '" + text + "' needs field weeks beside it: iso, or from "
                        + "2024-01-02");
            }
            return Cadence.parse(text, weeks.or(WeekNumbering.iso()));
        });
        return required ? fields.value("every", read) : fields.optional("every", read);
    }

    private ReadPart<Stated<Population>> population(Node node) {
        if (node.kind == Node.Kind.LIST) {
            Fields none = new Fields(problems, new Node(Node.Kind.OBJECT, node.parent, node.key, node.line, node.column),
                    "a population");
            List<String> members = none.items(node, none::scalar);
            return none.build(() -> Stated.of(new Population.Listed(members)));
        }
        return new Fields(problems, new Node(Node.Kind.OBJECT, node.parent, node.key, node.line, node.column),
                "a population").convert(node, stated(text -> {
                    if (text.equals("growing")) {
                        return Population.growing();
                    }
                    if (text.startsWith("frozen ")) {
                        return Population.frozen(Fields.toDate(text.substring(7)));
                    }
                    throw new IllegalArgumentException("unknown population '" + text
                            + "'; expected a list of members, growing, frozen 2024-01-01, or ? and the text's words");
                }));
    }

    private ReadPart<Excuse> excuse(Node node) {
        Fields fields = new Fields(problems, node, "an excuse");
        ReadPart<Span> days = fields.optional("on", Span::parse);
        String slot = fields.text("slot", "");
        String reason = fields.text("reason", "");
        return fields.build(() -> new Excuse(days.optional(), slot, reason));
    }

    private ReadPart<Goal> coverage(Fields fields) {
        ReadPart<Stated<Population>> population = fields.child("population", this::population);
        ReadPart<Bound> require = bound(fields, "require");
        return fields.build(() -> new Goal.Coverage(population.get(), require.get()));
    }

    private ReadPart<Goal> change(Fields fields) {
        ReadPart<Measure> measure = measure(fields);
        ReadPart<ChangeDirection> direction = fields.choice("direction", ChangeDirection.class);
        ReadPart<ChangeForm> form = fields.value("form", text -> text.equals("compound")
                ? ChangeForm.COMPOUND_ANNUAL
                : Fields.constant(ChangeForm.class, text));
        ReadPart<Stated<Baseline>> baseline = fields.child("baseline", this::baseline);
        ReadPart<Bound> require = bound(fields, "require");
        return fields.build(() -> new Goal.Change(
                measure.get(), direction.get(), form.get(), baseline.get(), require.get()));
    }

    private ReadPart<Stated<Baseline>> baseline(Node node) {
        if (node.kind == Node.Kind.TEXT) {
            if (node.text.startsWith("?")) {
                return ReadPart.of(Stated.open(node.text.substring(1).strip()));
            }
            problems.error(node, "BAD_VALUE", "not a baseline: " + node.describe()
                    + "; expected {observed: 2023-12-31}, {value: …, on: …}, or ? and the text's words");
            return ReadPart.missing();
        }
        Fields fields = new Fields(problems, node, "a baseline");
        ReadPart<LocalDate> observed = fields.optionalDate("observed");
        ReadPart<Quantity> value = fields.optional("value", units::quantity);
        ReadPart<LocalDate> on = fields.optionalDate("on");
        return fields.build(() -> {
            if ((observed.value() == null) == (value.value() == null) || (value.value() == null) != (on.value() == null)) {
                throw new IllegalArgumentException("a baseline has either observed, or value and on");
            }
            return Stated.of(value.value() == null
                    ? Baseline.observed(observed.get())
                    : Baseline.of(value.get(), on.get()));
        });
    }

    private ReadPart<Goal> redLine(Fields fields) {
        ReadPart<Scale> grades = fields.optional("severities", name -> scale(severities, name));
        ReadPart<Stated<String>> severity = fields.value("severity", stated(text -> text));
        return fields.build(() -> {
            Stated<String> lowest = severity.get();
            boolean any = lowest.known().filter("any"::equals).isPresent();
            return new Goal.RedLine(grades.value() != null || any || lowest.known().isEmpty()
                    ? grades.optional()
                    : Optional.ofNullable(severities.only()), any ? Optional.empty() : Optional.of(lowest));
        });
    }

    private ReadPart<Goal> maintain(Fields fields) {
        ReadPart<Bound> level = bound(fields, "level");
        ReadPart<Bound> share = fields.optional("share", units::bound);
        ReadPart<SampleReading> reading = fields.value("reading", word -> reading(word, share.orNull()));
        ReadPart<Stated<Population>> population = fields.optionalChild("population", this::population);
        ReadPart<Stated<Cadence>> cadence = cadence(fields, false);
        return fields.build(() -> new Goal.Maintain(level.get(), reading.get(), population.optional(),
                cadence.optional()));
    }

    private static SampleReading reading(String word, @Nullable Bound share) {
        if (word.equals("share") != (share != null)) {
            throw new IllegalArgumentException("field share goes with reading share, and only with it; got reading "
                    + word);
        }
        return switch (word) {
            case "every" -> SampleReading.every();
            case "worst" -> SampleReading.worst();
            case "mean" -> SampleReading.mean();
            case "share" -> SampleReading.share(java.util.Objects.requireNonNull(share));
            default -> throw new IllegalArgumentException(
                    "unknown reading '" + word + "'; expected one of every, worst, mean, share");
        };
    }

    private ReadPart<Goal> judged(Fields fields) {
        ReadPart<Stated<List<String>>> evidence = fields.child("evidence", node -> {
            if (node.kind == Node.Kind.TEXT && node.text.startsWith("?")) {
                return ReadPart.of(Stated.open(node.text.substring(1).strip()));
            }
            return ReadPart.of(Stated.of(fields.items(node, fields::scalar)));
        });
        List<String> bands = fields.texts("bands");
        return fields.build(() -> new Goal.Judged(evidence.get(), bands));
    }
}
