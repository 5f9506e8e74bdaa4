package io.mubiao.io.internal.sheet;

import io.mubiao.io.internal.MissingLibraryException;

/** The libraries for workbooks, which a host adds if it wants them. */
public enum SheetLibrary {
    /** Reads workbooks. */
    READER("org.dhatim.fastexcel.reader.ReadableWorkbook", "fastexcel-reader", "org.dhatim.fastexcel.reader"),
    /** Writes workbooks. */
    WRITER("org.dhatim.fastexcel.Workbook", "fastexcel", "org.dhatim.fastexcel");

    private static final String VERSION = "0.20.2";

    private final String type;
    private final String artifact;
    private final String module;

    SheetLibrary(String type, String artifact, String module) {
        this.type = type;
        this.artifact = artifact;
        this.module = module;
    }

    /**
     * Makes sure that it is there.
     *
     * @throws MissingLibraryException if it is absent; names the dependency to add
     */
    public void check() {
        check(SheetLibrary.class.getClassLoader());
    }

    void check(ClassLoader loader) {
        MissingLibraryException.checkPresent(type, loader, "a workbook (.xlsx) needs a library that is not there: add the dependency org.dhatim:"
                + artifact + ":" + VERSION + "; on a module path also --add-modules " + module);
    }
}
