package io.mubiao.workbook.internal;

import io.mubiao.io.internal.AtomicFile;
import io.mubiao.io.internal.sheet.SheetLibrary;
import io.mubiao.work.internal.Checkpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Writes workbooks whole or not at all, always the same bytes for the same leaves: no time of writing is in them. */
public final class BookWriter {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final Pattern CREATED = Pattern.compile("<dcterms:created[^>]*>[^<]*</dcterms:created>");

    private BookWriter() {}

    /**
     * Writes a workbook in place of what is there.
     *
     * @param locale of the words beside those of the leaves
     * @throws IllegalStateException if the library that writes workbooks is absent
     * @throws java.io.UncheckedIOException if the file cannot be written; then it is as it was
     */
    public static void write(Path file, List<Leaf> leaves, Locale locale) {
        SheetLibrary.WRITER.check();
        AtomicFile.write(file, out -> {
            Path raw = Files.createTempFile("mubiao", ".xlsx");
            try {
                try (OutputStream drawn = Files.newOutputStream(raw)) {
                    new BookDrawing(leaves, locale).draw(drawn);
                }
                copy(raw, out);
            } finally {
                Files.deleteIfExists(raw);
            }
        });
    }

    private static void copy(Path raw, OutputStream out) throws IOException {
        try (ZipFile from = new ZipFile(raw.toFile())) {
            ZipOutputStream to = new ZipOutputStream(out);
            for (ZipEntry entry : from.stream().<ZipEntry>map(it -> it).toList()) {
                Checkpoint.pass();
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(NO_TIME);
                to.putNextEntry(same);
                try (InputStream part = from.getInputStream(entry)) {
                    if (entry.getName().equals("docProps/core.xml")) {
                        String text = new String(part.readAllBytes(), StandardCharsets.UTF_8);
                        to.write(CREATED.matcher(text).replaceAll("").getBytes(StandardCharsets.UTF_8));
                    } else {
                        part.transferTo(to);
                    }
                }
            }
            to.finish();
        }
    }
}
