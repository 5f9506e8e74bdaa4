package io.mubiao.testing;

import io.mubiao.problem.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook that is spelt out, for what no library writes. */
public final class RawBook {
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final List<String> formats = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final Map<String, String> others = new LinkedHashMap<>();
    private String properties = "";
    private String state = "";

    /** A visible sheet of these rows. */
    public RawBook sheet(String name, String rows) {
        return sheet(name, rows, "");
    }

    /** A visible sheet with what stands behind its rows. */
    public RawBook sheet(String name, String rows, String behind) {
        sheets.put(name, "<worksheet " + MAIN + "><sheetData>" + rows + "</sheetData>" + behind + "</worksheet>");
        return this;
    }

    /** The sheets so far are hidden. */
    public RawBook hidden() {
        state = " state=\"hidden\"";
        return this;
    }

    /** Styles 1, 2, … are these number formats. */
    public RawBook formats(String... codes) {
        formats.addAll(List.of(codes));
        return this;
    }

    /** The shared texts, marked up. */
    public RawBook texts(String... marked) {
        texts.addAll(List.of(marked));
        return this;
    }

    public RawBook properties(String attributes) {
        properties = attributes;
        return this;
    }

    /** A part that replaces one or is none of a workbook. */
    public RawBook part(String name, String text) {
        others.put(name, text);
        return this;
    }

    public Path write(Path file) {
        try {
            Files.write(file, bytes());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        StringBuilder types = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        StringBuilder names = new StringBuilder();
        int number = 0;
        for (Map.Entry<String, String> sheet : sheets.entrySet()) {
            number++;
            parts.put("xl/worksheets/sheet" + number + ".xml", sheet.getValue());
            types.append(type("/xl/worksheets/sheet" + number + ".xml", "worksheet+xml"));
            relations.append("<Relationship Id=\"rId" + number + "\" Type=\"" + RELATIONS + "/worksheet\" Target=\"worksheets/sheet"
                    + number + ".xml\"/>");
            names.append("<sheet name=\"" + sheet.getKey() + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\""
                    + (number == 1 ? state : "") + "/>");
        }
        parts.put("xl/workbook.xml", "<workbook " + MAIN + " xmlns:r=\"" + RELATIONS + "\"><workbookPr " + properties + "/><sheets>"
                + names + "</sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
        parts.put("xl/styles.xml", styles());
        parts.put("xl/sharedStrings.xml", "<sst " + MAIN + ">" + String.join("", texts.stream().map(it -> "<si>" + it + "</si>").toList())
                + "</sst>");
        parts.put("[Content_Types].xml", "<Types>" + type("/xl/workbook.xml", "sheet.main+xml") + type("/xl/styles.xml", "styles+xml")
                + type("/xl/sharedStrings.xml", "sharedStrings+xml") + types + "</Types>");
        parts.putAll(others);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPES + type + "\"/>";
    }

    private String styles() {
        StringBuilder codes = new StringBuilder();
        StringBuilder cells = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (int i = 0; i < formats.size(); i++) {
            boolean known = formats.get(i).matches("[0-9]+");
            codes.append(known ? "" : "<numFmt numFmtId=\"" + (164 + i) + "\" formatCode=\"" + formats.get(i).replace("\"", "&quot;") + "\"/>");
            cells.append("<xf numFmtId=\"" + (known ? formats.get(i) : String.valueOf(164 + i)) + "\"/>");
        }
        return "<styleSheet " + MAIN + "><numFmts>" + codes + "</numFmts><cellXfs>" + cells + "</cellXfs></styleSheet>";
    }

    /** A row of cells as they are given. */
    public static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    /** Rows of texts and plain numbers from A1 on; an empty text is no cell. */
    public static String rows(int first, List<List<String>> texts) {
        StringBuilder rows = new StringBuilder();
        for (int r = 0; r < texts.size(); r++) {
            StringBuilder cells = new StringBuilder();
            for (int c = 0; c < texts.get(r).size(); c++) {
                String text = texts.get(r).get(c);
                String place = new Place("", first + r, c + 1, "").cell();
                cells.append(text.isEmpty() ? "" : text.matches("-?[0-9]+(\\.[0-9]+)?") ? number(place, text) : text(place, text.replace("&", "&amp;").replace("<", "&lt;")));
            }
            rows.append(row(first + r, cells.toString()));
        }
        return rows.toString();
    }

    public static String text(String place, String text) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    public static String number(String place, String number) {
        return "<c r=\"" + place + "\"><v>" + number + "</v></c>";
    }

    public static String number(String place, String number, int style) {
        return "<c r=\"" + place + "\" s=\"" + style + "\"><v>" + number + "</v></c>";
    }
}
