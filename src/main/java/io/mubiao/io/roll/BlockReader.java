package io.mubiao.io.roll;

import io.mubiao.io.internal.table.CsvLines;
import io.mubiao.work.Threads;
import io.mubiao.work.internal.Crew;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads blocks on several threads, each as if it began with a row, and takes them in order while others read those that
 * follow. Where a block ends within quotes, the next is read again behind that row's beginning. Not
 * thread-safe.
 */
final class BlockReader {
    private static final int BATCH = 4;

    private final RollHeader header;
    private final int longestCell;
    private final Threads threads;
    private final BlockRows taken;
    private byte[] unfinished = {};

    BlockReader(RollHeader header, int longestCell, Threads threads, BlockRows taken) {
        this.header = header;
        this.longestCell = longestCell;
        this.threads = threads;
        this.taken = taken;
    }

    /** @param before how many lines are passed over */
    void read(RollBlocks blocks, int before) throws IOException {
        blocks.skip(before);
        List<PlainRows> some = new ArrayList<>();
        List<PlainRows> others = threads.count() == 1 ? some : new ArrayList<>();
        int filled = fill(blocks, some);
        read(some.subList(0, filled), () -> { });
        while (filled > 0) {
            List<PlainRows> last = some.subList(0, filled);
            if (threads.count() == 1) {
                take(last, blocks.longest());
                filled = fill(blocks, some);
                read(some.subList(0, filled), () -> { });
            } else {
                filled = fill(blocks, others);
                read(others.subList(0, filled), () -> take(last, blocks.longest()));
                List<PlainRows> next = others;
                others = some;
                some = next;
            }
        }
    }

    private int fill(RollBlocks blocks, List<PlainRows> crew) throws IOException {
        int filled = 0;
        boolean more = true;
        while (more && filled < (threads.count() == 1 ? 1 : BATCH * threads.count())) {
            if (filled == crew.size()) {
                crew.add(new PlainRows(header, longestCell));
            }
            more = blocks.next(crew.get(filled).block());
            filled += more ? 1 : 0;
        }
        return filled;
    }

    private void take(List<PlainRows> read, long longest) throws CsvLines.TooLong {
        for (PlainRows each : read) {
            RollBlock block = each.block();
            if (unfinished.length > 0) {
                RollBlocks.prepend(block, unfinished);
                each.read();
            }
            taken.take(block);
            unfinished = Arrays.copyOfRange(block.bytes, block.unfinished, block.end);
            if (block.tooLong) {
                throw new CsvLines.TooLong(taken.lines() + lines(unfinished) + 1, longest);
            }
        }
    }

    private static int lines(byte[] bytes) {
        int lines = 0;
        for (int at = 0; at < bytes.length; lines++) {
            while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
                at++;
            }
            at = ByteLines.after(bytes, at, bytes.length);
        }
        return lines;
    }

    private interface Meanwhile {
        void run() throws CsvLines.TooLong;
    }

    /** Reads blocks, and does something else besides. */
    private void read(List<PlainRows> work, Meanwhile meanwhile) throws CsvLines.TooLong {
        try {
            Crew.each(threads, work.size() + 1, part -> {
                if (part > 0) {
                    work.get(part - 1).read();
                    return;
                }
                try {
                    meanwhile.run();
                } catch (CsvLines.TooLong e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CsvLines.TooLong tooLong) {
                throw tooLong;
            }
            throw e;
        }
    }
}
