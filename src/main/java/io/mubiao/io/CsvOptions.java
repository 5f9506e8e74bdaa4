package io.mubiao.io;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** How a CSV file is read (读取选项). Immutable; {@link #DEFAULT} finds encoding and columns by itself. */
public final class CsvOptions {
    /** The column id under which the header of the enterprises' ids is mapped. */
    public static final String ID = "id";
    /** The column id under which the header of the enterprises' names is mapped. */
    public static final String NAME = "name";
    /** Encoding and columns as the file tells them, under {@link ReadLimits#DEFAULT}. */
    public static final CsvOptions DEFAULT = new CsvOptions(Optional.empty(), ImmutableMap.of(), ReadLimits.DEFAULT, rows -> { });

    private final Optional<Charset> charset;
    private final ImmutableMap<String, String> headers;
    private final ReadLimits limits;
    private final LongConsumer progress;

    private CsvOptions(Optional<Charset> charset, ImmutableMap<String, String> headers, ReadLimits limits,
            LongConsumer progress) {
        this.charset = charset;
        this.headers = headers;
        this.limits = limits;
        this.progress = progress;
    }

    /** These options with an encoding that is not to be found out: a file that is not in it is refused. */
    public CsvOptions charset(Charset charset) {
        return new CsvOptions(Optional.of(charset), headers, limits, progress);
    }

    /**
     * These options with the header under which a file has a column.
     *
     * @param columnId the id of one of the rule's columns, {@link #ID} or {@link #NAME}
     * @param headerInFile the header with or without its unit; blanks and the width of characters do not matter
     * @throws IllegalArgumentException if the header is blank
     */
    public CsvOptions header(String columnId, String headerInFile) {
        checkArgument(!CellText.key(headerInFile).isEmpty(), "the header of column '%s' must not be blank", columnId);
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(requireNonNull(columnId, "columnId"), headerInFile);
        return new CsvOptions(charset, ImmutableMap.copyOf(all), limits, progress);
    }

    /** These options under other limits. */
    public CsvOptions limits(ReadLimits limits) {
        return new CsvOptions(charset, headers, requireNonNull(limits, "limits"), progress);
    }

    /**
     * These options with somebody who hears now and then, and at the end, how many rows were read so far (读取进度). A listener
     * that throws ends the reading: what it throws reaches the caller.
     */
    public CsvOptions progress(LongConsumer rows) {
        return new CsvOptions(charset, headers, limits, requireNonNull(rows, "rows"));
    }

    /** Who hears how many rows were read. */
    public LongConsumer progress() {
        return progress;
    }

    /** The encoding, if it is not to be found out. */
    public Optional<Charset> charset() {
        return charset;
    }

    /** The headers given, by column id. */
    public Map<String, String> headers() {
        return headers;
    }

    /** How much is read. */
    public ReadLimits limits() {
        return limits;
    }
}
