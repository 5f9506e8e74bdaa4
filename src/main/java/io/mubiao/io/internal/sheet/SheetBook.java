package io.mubiao.io.internal.sheet;

import static java.util.Objects.requireNonNull;

import io.mubiao.io.SheetOptions;
import io.mubiao.io.internal.FileBytes;
import io.mubiao.io.internal.ProblemList.GiveUp;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.TableHeader;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.text.internal.SheetWords;
import io.mubiao.work.CostBudget;
import io.mubiao.work.internal.Checkpoint;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** An .xlsx file that is open to be read. Not thread-safe. */
public final class SheetBook implements AutoCloseable {
    /** What is doubtful about days in a workbook of another calendar. */
    public static final String FROM_1904 = "the workbook counts its days from 1904; cells formatted as days are read so, but a plain"
            + " number is taken for days since 1899-12-30";

    /** The codes of problems that a sheet named solves. */
    public static final Set<String> SHEET = Set.of("SEVERAL_SHEETS", "NO_SHEET");

    /** A part may be so many times as large as the largest file; tables shrink about tenfold when they are zipped. */
    private static final long MOST_TIMES = 16;
    private static final int BYTES_A_CHARACTER = 6;
    private static final int LEAST_TEXT = 1 << 20;
    private static final int SHOWN = 20;

    private final ZipFile zip;
    private final ReadableWorkbook book;
    private final SheetParts parts;
    private final CostBudget limits;
    private final int strings;
    private final Map<String, SheetScan> scans = new HashMap<>();

    private SheetBook(ZipFile zip, ReadableWorkbook book, SheetParts parts, CostBudget limits, int strings) {
        this.zip = zip;
        this.book = book;
        this.parts = parts;
        this.limits = limits;
        this.strings = strings;
    }

    /** Whether a file is opened as a workbook: it begins or is named as one, or is a folder or web page, which is refused then. */
    public static boolean isOne(Path file) {
        String name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file) ? SheetStart.of(file).isTaken(name)
                : Files.isDirectory(file) || (Files.notExists(file) && SheetStart.isNamed(name));
    }

    /**
     * Makes sure that a file begins as workbooks do.
     *
     * @throws InvalidDefinitionException if it does not, or is not there; says what it is
     */
    public static void check(Path file) {
        ProblemList problems = new ProblemList(file.toString());
        try (InputStream in = FileBytes.of(file, Long.MAX_VALUE, problems).open()) {
            refuseOthers(in, problems);
        } catch (GiveUp e) {
            throw new InvalidDefinitionException(file.toString(), problems.inFileOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens a workbook.
     *
     * @throws GiveUp if it is none that can be read
     * @throws IllegalStateException if the library that reads workbooks is absent
     */
    public static SheetBook open(Path file, ProblemList problems) throws IOException {
        CostBudget limits = Checkpoint.budget();
        FileBytes bytes = FileBytes.of(file, limits.bytes(), problems);
        ZipFile zip;
        try (InputStream in = bytes.open()) {
            refuseOthers(in, problems);
            SheetLibrary.READER.check();
            zip = new ZipFile(file.toFile());
        } catch (FileBytes.Changed e) {
            throw e.refuse(problems);
        } catch (NoSuchFileException e) {
            bytes.checkUnchanged(problems);
            throw new GiveUp();
        } catch (ZipException | EOFException e) {
            throw refuse(problems, "DAMAGED", "the workbook is cut off or damaged: it has no whole list of its parts at its end");
        }
        SheetBook opened = null;
        try {
            opened = opened(file, zip, limits);
            return opened;
        } catch (IOException e) {
            throw refuse(problems, e);
        } finally {
            if (opened == null) {
                zip.close();
            }
        }
    }

    private static GiveUp refuse(ProblemList problems, IOException e) {
        return e instanceof SheetScan.Refused refused ? refuse(problems, refused.code, cause(e))
                : refuse(problems, "DAMAGED", "the workbook is damaged: " + cause(e));
    }

    /** What the library is asked for; it says in many ways that it cannot go on. */
    private interface Asked<T> {
        T get() throws IOException;
    }

    private static <T> T ask(Asked<T> library) throws IOException {
        try {
            return library.get();
        } catch (RuntimeException e) {
            Checkpoint.pass();
            throw new IOException(e);
        }
    }

    private static SheetBook opened(Path file, ZipFile zip, CostBudget limits) throws IOException {
        SheetParts parts = new SheetParts(zip);
        parts.refuseOthers();
        for (ZipEntry entry : parts.small()) {
            scan(zip, entry, limits, limits.bytes(), 0);
        }
        int strings = 0;
        for (ZipEntry entry : parts.sharedTexts()) {
            strings = scan(zip, entry, limits, limits.bytes(), 0).items();
        }
        ReadingOptions options = new ReadingOptions(parts.hasStyles(), true);
        return new SheetBook(zip, ask(() -> new ReadableWorkbook(file.toFile(), options)), parts, limits, strings);
    }

    private static SheetScan scan(ZipFile zip, ZipEntry entry, CostBudget limits, long most, int strings) throws IOException {
        long longest = Math.max(LEAST_TEXT, (long) BYTES_A_CHARACTER * limits.characters());
        SheetScan scan = new SheetScan(most, (int) Math.min(Integer.MAX_VALUE, longest), strings);
        try (InputStream in = zip.getInputStream(entry)) {
            scan.read(in);
        }
        return scan;
    }

    private static void refuseOthers(InputStream in, ProblemList problems) throws IOException {
        switch (SheetStart.of(in.readNBytes(SheetStart.BYTES))) {
            case OLD -> throw contains(in, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE))
                    ? refuse(problems, "ENCRYPTED", "the workbook is encrypted; take its password away and save it again")
                    : refuse(problems, "OLD_WORKBOOK", "the workbook is of the kind of before 2007 (.xls, .et); save it as .xlsx");
            case TAGS -> throw refuse(problems, "WEB_PAGE", "the file is a web page or XML, whatever its name says; open it in a spreadsheet"
                    + " program and save it as .xlsx");
            case NOTHING -> throw refuse(problems, "EMPTY", "the file is empty; expected a workbook (.xlsx)");
            case OTHER -> throw refuse(problems, "NO_WORKBOOK", "the file is no workbook (.xlsx), whatever its name says; a table as plain text"
                    + " is named .csv");
            case ZIP -> { }
        }
    }

    private static boolean contains(InputStream in, byte[] words) throws IOException {
        byte[] buffer = new byte[1 << 16];
        int kept = 0;
        for (int count = in.read(buffer, kept, buffer.length - kept); count >= 0; count = in.read(buffer, kept, buffer.length - kept)) {
            int end = kept + count;
            if (new String(buffer, 0, end, StandardCharsets.ISO_8859_1)
                    .contains(new String(words, StandardCharsets.ISO_8859_1))) {
                return true;
            }
            kept = Math.min(words.length, end);
            System.arraycopy(buffer, end - kept, buffer, 0, kept);
        }
        return false;
    }

    private static GiveUp refuse(ProblemList problems, String code, String message) {
        problems.error(0, 0, "", code, message);
        return new GiveUp();
    }

    /** What an exception says in the end, of a library in quotes. */
    static String cause(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String words = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage().replaceAll("\\s+", " ");
        return cause instanceof SheetScan.Refused ? words : CellText.shown(words);
    }

    /** The names of the sheets that can be seen, or of all. */
    public List<String> names(boolean hiddenToo) {
        return book.getSheets().filter(it -> hiddenToo || it.getVisibility() == SheetVisibility.VISIBLE).map(Sheet::getName).toList();
    }

    /** Whether the workbook counts its days from 1904. */
    public boolean isFrom1904() {
        return book.isDate1904();
    }

    /**
     * The rows of a sheet.
     *
     * @param problems where to tell what is wrong with it
     * @throws GiveUp if it cannot be read
     */
    public SheetRows rows(String name, SheetOptions options, Supplier<ProblemList> problems) throws IOException {
        Sheet sheet = book.findSheet(name).orElseThrow();
        try {
            SheetScan scan = scans.get(name);
            if (scan == null) {
                scan = scan(zip, parts.sheet(sheet.getId()), limits, largest(), strings);
                scans.put(name, scan);
            }
            return new SheetRows(ask(sheet::openStream), scan, book.isDate1904(), options.skipsHiddenRows(), problems);
        } catch (IOException e) {
            throw refuse(problems.get(), e);
        }
    }

    private long largest() {
        return limits.bytes() > Long.MAX_VALUE / MOST_TIMES ? Long.MAX_VALUE : limits.bytes() * MOST_TIMES;
    }

    /**
     * The sheet asked for, else the only one that fits, else the only one.
     *
     * @throws GiveUp if there is no such one
     */
    public String choose(SheetOptions options, TableHeader.Fit fit, ProblemList problems) throws IOException {
        if (options.sheet().isPresent()) {
            String name = options.sheet().get();
            return names(true).stream().filter(name::equals).findFirst().or(() -> names(true).stream()
                    .filter(it -> CellText.key(it).equals(CellText.key(name))).findFirst()).orElseThrow(() -> refuse(problems,
                            "NO_SHEET", "the workbook has no sheet '" + name + "'; it has " + shown(names(true))));
        }
        List<String> visible = names(false);
        List<String> fitting = fitting(names(true), options, fit);
        List<String> seen = visible.stream().filter(it -> visible.size() == 1 || fitting.contains(it)).toList();
        if (seen.size() == 1) {
            tellOthers(seen.get(0), fitting, problems);
            return seen.get(0);
        }
        fitting.retainAll(visible);
        throw fitting.isEmpty()
                ? refuse(problems, "NO_SHEET", "no sheet of the workbook has the headers that are looked for; it has " + shown(visible)
                        + "; expected one of them to be named")
                : refuse(problems, "SEVERAL_SHEETS", "several sheets of the workbook have the headers that are looked for: "
                        + shown(fitting) + "; expected one of them to be named");
    }

    private List<String> fitting(List<String> names, SheetOptions options, TableHeader.Fit fit) throws IOException {
        List<String> fitting = new ArrayList<>();
        List<String> sure = new ArrayList<>();
        if (names.size() > 1) {
            for (String name : names) {
                ProblemList unheard = new ProblemList("", Integer.MAX_VALUE);
                try (SheetRows rows = rows(name, options, () -> unheard)) {
                    TableHeader table = TableHeader.find(rows, options, fit, unheard);
                    if (table.isFound()) {
                        fitting.add(name);
                    }
                    if (table.isFound() && fit.isSure(requireNonNull(table.header()))) {
                        sure.add(name);
                    }
                } catch (GiveUp e) {
                    fitting.remove(name);
                }
            }
        }
        return sure.isEmpty() ? fitting : sure;
    }

    /** Sheets that may hold something are told; of hidden ones those with the headers looked for. */
    private void tellOthers(String read, List<String> fitting, ProblemList problems) {
        List<String> visible = names(false);
        List<String> others = names(true).stream().filter(it -> !it.equals(read) && !SheetWords.isAside(it)
                && (visible.contains(it) || fitting.contains(it))).toList();
        if (!others.isEmpty()) {
            problems.warning(0, 0, "", "OTHER_SHEETS", "the sheet that is read is '" + read + "'; not read: " + shown(others));
        }
    }

    private static List<String> shown(List<String> names) {
        return names.size() <= SHOWN ? names : names.subList(0, SHOWN);
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            book.close();
        }
    }
}
