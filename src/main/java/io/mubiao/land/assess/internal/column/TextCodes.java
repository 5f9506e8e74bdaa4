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

    /** The text of the first test that holds: a label, a group. */
    static TextCodes ofFirst(List<String> texts, List<Vec> tests) {
        return new TextCodes(texts) {
            @Override
            void read(Block block, int[] into) {
                java.util.Arrays.fill(into, 0, block.rows, MISSING);
                double[] holds = block.take();
                for (int k = tests.size() - 1; k >= 0; k--) {
                    tests.get(k).rows(block, holds);
                    for (int i = 0; i < block.rows; i++) {
                        into[i] = holds[i] == 1 ? k : Double.isNaN(holds[i]) ? OPEN : into[i];
                    }
                }
                block.give(holds);
            }
        };
    }
}
