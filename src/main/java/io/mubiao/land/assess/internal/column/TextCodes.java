package io.mubiao.land.assess.internal.column;

import io.mubiao.land.TextColumn;
import java.util.List;

/** A text of every row as its place in a list of different texts. Immutable. */
abstract class TextCodes {
    /** There is no text. */
    static final int MISSING = -1;
    /** Somebody else must look. */
    static final int OPEN = -2;

    private final List<String> texts;

    TextCodes(List<String> texts) {
        this.texts = List.copyOf(texts);
    }

    List<String> texts() {
        return texts;
    }

    /** The codes of the rows of a block. */
    abstract void read(Block block, int[] into);

    /** A column as it stands in the roll. */
    static TextCodes of(TextColumn column) {
        return new TextCodes(column.texts()) {
            @Override
            void read(Block block, int[] into) {
                column.read(block.from, block.rows, into);
            }
        };
    }

    /** The class so far, as the block has it. */
    static TextCodes ofClass(List<String> classes) {
        return new TextCodes(classes) {
            @Override
            void read(Block block, int[] into) {
                for (int i = 0; i < block.rows; i++) {
                    into[i] = Math.max(OPEN, block.classes[i]);
                }
            }
        };
    }

    private static void put(long rows, int code, int word, int[] into) {
        int first = word * Long.SIZE;
        if (rows == -1L) {
            java.util.Arrays.fill(into, first, first + Long.SIZE, code);
            return;
        }
        for (long rest = rows; rest != 0; rest &= rest - 1) {
            into[first + Long.numberOfTrailingZeros(rest)] = code;
        }
    }

    /** The text of the first test that holds: a label, a group. */
    static TextCodes ofFirst(List<String> texts, List<Truths> tests) {
        return new TextCodes(texts) {
            @Override
            void read(Block block, int[] into) {
                Truths.Bits left = block.takeBits();
                Truths.Bits holds = block.takeBits();
                Truths.ALWAYS.rows(block, left);
                for (int k = 0; k < tests.size() && !left.isNowhere(block.words()); k++) {
                    tests.get(k).rows(block, holds);
                    for (int w = 0; w < block.words(); w++) {
                        put(left.yes[w] & holds.yes[w], k, w, into);
                        put(left.yes[w] & holds.open[w], OPEN, w, into);
                        left.yes[w] &= ~(holds.yes[w] | holds.open[w]);
                    }
                }
                for (int w = 0; w < block.words(); w++) {
                    put(left.yes[w], MISSING, w, into);
                }
                block.giveBits(holds);
                block.giveBits(left);
            }
        };
    }
}
