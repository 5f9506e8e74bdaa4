package io.mubiao.io.internal.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts of a zipped workbook by what they hold. */
final class SheetParts {
    private static final int MOST = 10_000;
    private static final int LONGEST_LIST = 1 << 20;
    /** The names of ISO 29500 Strict begin so. */
    private static final String STRICT = "http://purl.oclc.org/ooxml/";
    private static final Pattern RELATION = Pattern.compile("<(?:\\w+:)?Relationship\\s[^>]*>");
    private static final Pattern OVERRIDE = Pattern.compile("<(?:\\w+:)?Override\\s[^>]*>");

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    SheetParts(ZipFile zip) throws IOException {
        this.zip = zip;
        if (zip.size() > MOST) {
            throw new SheetScan.Refused("TOO_LARGE", "the workbook has " + zip.size() + " parts; expected at most " + MOST);
        }
        for (ZipEntry entry : zip.stream().<ZipEntry>map(it -> it).toList()) {
            if (entries.put(key(entry.getName()), entry) != null) {
                throw new SheetScan.Refused("DAMAGED", "the workbook is damaged: '" + entry.getName() + "' is there twice");
            }
        }
    }

    private static String key(String name) {
        return (name.startsWith("/") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
    }

    /** Refuses what is zipped too, but no workbook of rows and cells. */
    void refuseOthers() throws IOException {
        if (entries.containsKey("xl/workbook.bin")) {
            throw new SheetScan.Refused("NO_WORKBOOK", "the file is a binary workbook (.xlsb); save it as .xlsx");
        }
        if (entries.containsKey("content.xml") && entries.containsKey("mimetype")) {
            throw new SheetScan.Refused("NO_WORKBOOK", "the file is an OpenDocument file (.ods); save it as .xlsx");
        }
        if (!entries.containsKey("[content_types].xml") || workbook() == null) {
            throw new SheetScan.Refused("NO_WORKBOOK", "the file is zipped but no workbook (.xlsx)");
        }
        if (text(workbook()).contains(STRICT)) {
            throw new SheetScan.Refused("NO_WORKBOOK", "the workbook is saved as Strict Open XML, another form of .xlsx; save it as the usual one"
                    + " (Excel Workbook)");
        }
    }

    private @Nullable ZipEntry workbook() throws IOException {
        return typed("sheet.main+xml", "macroEnabled.main+xml").stream().findFirst().orElse(entries.get("xl/workbook.xml"));
    }

    /** Everything that is read before the sheets but the shared texts. */
    List<ZipEntry> small() throws IOException {
        List<ZipEntry> small = new ArrayList<>(typed("sheet.main+xml", "macroEnabled.main+xml", "styles+xml"));
        entries.forEach((name, entry) -> {
            if (name.endsWith(".rels") || name.equals("[content_types].xml") || name.equals("xl/workbook.xml")) {
                small.add(entry);
            }
        });
        return small;
    }

    boolean hasStyles() throws IOException {
        return !typed("styles+xml").isEmpty();
    }

    List<ZipEntry> sharedTexts() throws IOException {
        return typed("sharedStrings+xml");
    }

    /** @throws SheetScan.Refused if the workbook names a sheet that is not there */
    ZipEntry sheet(String relation) throws IOException {
        ZipEntry workbook = workbook();
        String name = workbook == null ? "" : workbook.getName();
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        ZipEntry relations = entries.get(key(folder + "_rels/" + name.substring(folder.length()) + ".rels"));
        for (String tag : relations == null ? List.<String>of() : tags(relations, RELATION)) {
            if (attribute(tag, "Id").equals(relation)) {
                String target = attribute(tag, "Target");
                ZipEntry sheet = entries.get(key(target.startsWith("/") ? target : folder + target));
                if (sheet != null) {
                    return sheet;
                }
            }
        }
        throw new SheetScan.Refused("DAMAGED", "the workbook is damaged: the part of a sheet is not there");
    }

    private List<ZipEntry> typed(String... ends) throws IOException {
        ZipEntry types = entries.get("[content_types].xml");
        List<ZipEntry> typed = new ArrayList<>();
        for (String tag : types == null ? List.<String>of() : tags(types, OVERRIDE)) {
            for (String end : ends) {
                ZipEntry entry = entries.get(key(attribute(tag, "PartName")));
                if (attribute(tag, "ContentType").endsWith(end) && entry != null) {
                    typed.add(entry);
                }
            }
        }
        return typed;
    }

    private List<String> tags(ZipEntry entry, Pattern pattern) throws IOException {
        return pattern.matcher(text(entry)).results().map(java.util.regex.MatchResult::group).toList();
    }

    private String text(@Nullable ZipEntry entry) throws IOException {
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(LONGEST_LIST), StandardCharsets.UTF_8);
        }
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("\\s" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')").matcher(tag);
        return !value.find() ? "" : value.group(1) != null ? value.group(1) : value.group(2);
    }
}
