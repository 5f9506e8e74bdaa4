package io.mubiao.io.roll;

import io.mubiao.io.internal.table.ByteLines;
import io.mubiao.io.internal.table.CsvLines;
import io.mubiao.io.internal.table.LineBlocks;
import io.mubiao.work.Threads;
import io.mubiao.work.internal.Crew;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the blocks of a file. On several threads three batches are on their way at once: of one the blocks are fetched and read,
 * each as if it began with a row; those of the one before are taken in the order of the file; the rows of the one before that are
 * put into the columns. No part of this waits for another. Where a block ends within quotes, the next is read again behind that
 * row's beginning. Not thread-safe.
 */
final class BlockReader {
    private static final int BATCH = 4;

    private final RollHeader header;
    private final int longestCell;
    private final boolean isTried;
    private final Threads threads;
    private final boolean inOne;
    private final BlockRows taken;
    private byte[] unfinished = {};

    /**
     * @param isTried whether all is UTF-8 for certain
     * @param inOne whether all rows come into one roll, so that their columns can be filled later
     */
    BlockReader(RollHeader header, int longestCell, boolean isTried, Threads threads, boolean inOne, BlockRows taken) {
        this.header = header;
        this.longestCell = longestCell;
        this.isTried = isTried;
        this.threads = threads;
        this.inOne = inOne;
        this.taken = taken;
    }

    /** Some blocks that go the same way together. */
    private static final class Batch {
        private final List<PlainRows> blocks = new ArrayList<>();
        private int filled;
        private List<RollColumns.Piece> pieces = List.of();
    }

    /**
     * @param before how many lines are passed over
     * @throws java.nio.charset.CharacterCodingException if it was not tried and is not UTF-8
     */
    void read(LineBlocks blocks, int before) throws IOException {
        blocks.skip(before);
        if (threads.count() > 1) {
            readTogether(blocks);
            return;
        }
        PlainRows rows = new PlainRows(header, longestCell, isTried);
        while (blocks.next(rows.block())) {
            rows.read();
            take(rows, blocks.longest());
            taken.settle();
        }
    }

    private void readTogether(LineBlocks blocks) throws IOException {
        Batch first = new Batch();
        Batch second = new Batch();
        Batch third = new Batch();
        do {
            round(blocks, first, second, third);
            Batch done = third;
            third = second;
            second = first;
            first = done;
        } while (second.filled > 0 || third.filled > 0);
    }

    /** @param next is filled and read, while what was {@code read} is taken, and what was {@code taken} is put into columns */
    private void round(LineBlocks blocks, Batch next, Batch read, Batch taken) throws IOException {
        next.filled = 0;
        int reading = BATCH * threads.count();
        int filling = taken.pieces.isEmpty() ? 0 : this.taken.columns().columns();
        try {
            Crew.each(threads, 1 + reading + filling, part -> {
                try {
                    if (part == 0) {
                        take(read, blocks.longest());
                    } else if (part <= reading) {
                        read(blocks, next);
                    } else {
                        this.taken.columns().fill(part - reading - 1, taken.pieces);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Reads the next block of the file, which is the next of the batch too. */
    private void read(LineBlocks blocks, Batch batch) throws IOException {
        PlainRows rows;
        synchronized (blocks) {
            if (batch.filled == batch.blocks.size()) {
                batch.blocks.add(new PlainRows(header, longestCell, isTried));
            }
            rows = batch.blocks.get(batch.filled);
            if (!blocks.next(rows.block())) {
                return;
            }
            batch.filled++;
        }
        rows.read();
    }

    private void take(Batch batch, long longest) throws IOException {
        for (PlainRows each : batch.blocks.subList(0, batch.filled)) {
            take(each, longest);
            if (!inOne) {
                taken.settle();
            }
        }
        batch.pieces = taken.release();
    }

    private void take(PlainRows read, long longest) throws IOException {
        RollBlock block = read.block();
        if (unfinished.length > 0) {
            LineBlocks.prepend(block, unfinished);
            read.read();
        }
        taken.take(block);
        unfinished = Arrays.copyOfRange(block.bytes, block.unfinished, block.end);
        if (block.tooLong) {
            throw new CsvLines.TooLong(taken.lines() + lines(unfinished) + 1, longest);
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
}
