package io.mubiao.io.register;

import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ReadPart;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.Typing;
import io.mubiao.observe.Entry;
import io.mubiao.observe.MemberStanding;
import io.mubiao.observe.Observation;
import io.mubiao.target.Register;
import io.mubiao.text.internal.DayText;
import io.mubiao.text.internal.NumberText;
import io.mubiao.text.internal.Spelling;
import io.mubiao.text.internal.TypedText;
import io.mubiao.time.Moment;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Units;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What each kind of observation has: one method a kind. */
final class ObservationKinds {
    static final List<String> ALL = List.of("increment", "total", "level", "event", "complete", "stage", "member",
            "tally", "judgement", "retraction");
    private static final Pattern CLOCK = Pattern.compile("(.*?)[ T]+([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)");
    private static final Pattern OFFSET = Pattern.compile("(?:Z|[+-][0-9]{2}:?[0-9]{2})$");
    private static final int LONGEST_MONTH = 12;
    private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T.*)?");

    private final Units units;
    private final ZoneId zone;
    private final OptionalInt year;
    private final ProblemList problems;
    private final boolean restores;

    /**
     * Of a file.
     *
     * @param restores whether a log wrote it, whose texts may be empty
     */
    ObservationKinds(Register register, ProblemList problems, boolean restores) {
        units = register.units();
        zone = register.zone();
        year = register.period().map(LedgerDay::year).orElse(OptionalInt.empty());
        this.problems = problems;
        this.restores = restores;
    }

    /** When something became known: an instant, or a day of the register's zone, perhaps with a time. */
    Instant recorded(String text) {
        String plain = TypedText.of(text).text();
        if (OFFSET.matcher(plain).find()) {
            return instant(text);
        }
        Matcher clock = CLOCK.matcher(plain);
        try {
            String time = clock.matches() ? clock.group(2) : "00:00";
            return DayText.of(clock.matches() ? clock.group(1) : plain).day().atTime(LocalTime.parse(time.indexOf(':') == 1 ? "0" + time : time))
                    .atZone(zone).toInstant();
        } catch (IllegalArgumentException | DateTimeException e) {
            return instant(text);
        }
    }

    private static Instant instant(String text) {
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

    /** When something stood so: of a month, a quarter or a year at its end. */
    private ReadPart<Moment> standing(Fields fields) {
        Node on = fields.node.fields.get("on");
        Optional<LocalDate> end = on == null || on.text.isEmpty() || ISO.matcher(on.text).matches() ? Optional.empty() : LedgerDay.of(on.text, year);
        if (on == null || end.isEmpty()) {
            return fields.value("on", ObservationKinds::moment);
        }
        fields.know(Set.of("on"));
        Typing.tell(on, "DAY_FORM", ObservationTable.DAY_FORM, problems);
        return ReadPart.of(Moment.on(end.get()));
    }

    private static Span span(String text) {
        return Span.parse(text.length() > LONGEST_MONTH ? text : LedgerDay.span(text));
    }

    /** The observation of a kind that some fields say. */
    ReadPart<Observation> read(Fields fields, String kind, ReadPart<Entry> entry) {
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
                problems.error(fields.node.fields.getOrDefault("kind", fields.node), "BAD_VALUE", "unknown kind of observation '" + kind + "'"
                        + Spelling.hint(kind, ALL)
                        + "; expected one of " + String.join(", ", ALL));
                yield ReadPart.missing();
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

    private ReadPart<Observation> increment(Fields fields, ReadPart<Entry> entry) {
        ReadPart<Span> span = fields.value("span", ObservationKinds::span);
        ReadPart<Quantity> value = fields.value("value", this::figure);
        return fields.build(() -> new Observation.Increment(entry.get(), span.get(), value.get()));
    }

    private ReadPart<Observation> total(Fields fields, ReadPart<Entry> entry) {
        ReadPart<Moment> on = standing(fields);
        ReadPart<Quantity> value = fields.value("value", this::figure);
        ReadPart<LocalDate> since = fields.optionalDate("since");
        ReadPart<BigDecimal> published = fields.optional("published", ObservationKinds::percent);
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

    private ReadPart<Observation> level(Fields fields, ReadPart<Entry> entry) {
        ReadPart<Moment> on = standing(fields);
        ReadPart<Quantity> value = fields.value("value", this::figure);
        String member = fields.text("member", "");
        return fields.build(() -> new Observation.Level(entry.get(), on.get(), value.get(), member));
    }

    private ReadPart<Observation> event(Fields fields, ReadPart<Entry> entry) {
        ReadPart<Moment> on = fields.value("on", ObservationKinds::moment);
        String member = fields.text("member", "");
        ReadPart<String> severity = fields.optional("severity", text -> text);
        Map<String, Quantity> measures = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        if (restores) {
            fields.optionalChild("measures", node -> {
                Fields named = new Fields(problems, node, "measures");
                node.fields.forEach((name, value) -> named.value(name, this::figure).optional().ifPresent(it -> measures.put(name, it)));
                return ReadPart.of(node);
            });
        }
        fields.optionalChild("attributes", node -> {
            Fields attributes = new Fields(problems, node, "attributes");
            node.fields.forEach((name, value) -> attribute(value, attributes.text(name, ""), measures, words));
            return ReadPart.of(node);
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

    private ReadPart<Observation> complete(Fields fields, ReadPart<Entry> entry) {
        ReadPart<Span> span = fields.value("span", ObservationKinds::span);
        return fields.build(() -> new Observation.Complete(entry.get(), span.get()));
    }

    private ReadPart<Observation> stage(Fields fields, ReadPart<Entry> entry) {
        ReadPart<Moment> on = fields.value("on", ObservationKinds::moment);
        String item = fields.text("item", "");
        ReadPart<String> stage = text(fields, "stage");
        return fields.build(() -> new Observation.StageChange(entry.get(), on.get(), item, stage.get()));
    }

    private ReadPart<Observation> member(Fields fields, ReadPart<Entry> entry) {
        ReadPart<Moment> on = fields.value("on", ObservationKinds::moment);
        ReadPart<String> member = text(fields, "member");
        List<MemberStanding> standing = fields.list("standing",
                node -> fields.convert(node, text -> Fields.constant(MemberStanding.class, text)));
        return fields.build(() -> new Observation.MemberReport(
                entry.get(), on.get(), member.get(), java.util.Set.copyOf(standing)));
    }

    private ReadPart<Observation> tally(Fields fields, ReadPart<Entry> entry) {
        ReadPart<Moment> on = fields.value("on", ObservationKinds::moment);
        ReadPart<Long> numerator = fields.value("numerator", ObservationKinds::count);
        ReadPart<Long> numeratorExclusion = fields.optional("numerator-exclusion", ObservationKinds::count);
        ReadPart<Long> denominator = fields.value("denominator", ObservationKinds::count);
        ReadPart<Long> denominatorExclusion = fields.optional("denominator-exclusion", ObservationKinds::count);
        ReadPart<Long> denominatorException = fields.optional("denominator-exception", ObservationKinds::count);
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
    private ReadPart<String> text(Fields fields, String key) {
        return restores ? ReadPart.of(fields.text(key, "")) : fields.text(key);
    }

    private ReadPart<Observation> judgement(Fields fields, ReadPart<Entry> entry) {
        ReadPart<Moment> on = fields.value("on", ObservationKinds::moment);
        ReadPart<String> assessor = text(fields, "assessor");
        ReadPart<String> band = text(fields, "band");
        String comment = fields.text("comment", "");
        return fields.build(() -> new Observation.Judgement(
                entry.get(), on.get(), assessor.get(), band.get(), comment));
    }

    static String instant(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toString();
    }
}
