package io.mubiao.io.internal.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the first bytes of a file are those of. */
enum SheetStart {
    /** Of something zipped, such as a workbook. */
    ZIP,
    /** Of a workbook of before 2007, or of an encrypted one. */
    OLD,
    /** Of HTML or XML, which offices' systems save under the names of workbooks and tables. */
    TAGS,
    /** There are none. */
    NOTHING,
    /** Of anything else. */
    OTHER;

    /** So many bytes tell. */
    static final int BYTES = 64;

    private static final byte[] OF_OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final List<String> OF_ZIP = List.of("PK\u0003\u0004", "PK\u0005\u0006");
    private static final Pattern TAG = Pattern.compile("<[!?]?[a-zA-Z-].*", Pattern.DOTALL);
    private static final Pattern AROUND = Pattern.compile("^\u00EF\u00BB\u00BF|^\u00FE\u00FF|^\u00FF\u00FE|\u0000|\\s");
    private static final List<String> NAMES = List.of(".xlsx", ".xlsm", ".xls", ".et");

    static SheetStart of(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (OF_ZIP.stream().anyMatch(text::startsWith)) {
            return ZIP;
        }
        if (start.length >= OF_OLD.length && Arrays.equals(Arrays.copyOf(start, OF_OLD.length), OF_OLD)) {
            return OLD;
        }
        return text.isEmpty() ? NOTHING : TAG.matcher(AROUND.matcher(text).replaceAll("")).matches() ? TAGS : OTHER;
    }

    static SheetStart of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is to be opened as a workbook, to be read or to be refused as what it is. */
    boolean isTaken(String name) {
        return this == ZIP || this == OLD || this == TAGS || isNamed(name);
    }

    /** Whether a workbook would have such a name. */
    static boolean isNamed(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return NAMES.stream().anyMatch(small::endsWith);
    }
}
