package io.mubiao.io.internal.table;

/** Whole lines of a file in UTF-8; behind them stand line ends that are none of theirs, so that reading finds an end. */
public class LineBlock {
    public byte[] bytes = new byte[1];
    public int end;
    /** Whether nothing follows. */
    public boolean last;
    /** Whether the line behind these is longer than what is read. */
    public boolean tooLong;
}
