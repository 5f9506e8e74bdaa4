package io.mubiao.io.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Decodes bytes and stops at the first that is not in the encoding, naming its position. Not thread-safe. */
final class StrictReader extends Reader {
    /** A byte that is not in the encoding. */
    static final class BadByte extends CharacterCodingException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        /** How many bytes come before it in the file. */
        final long position;

        BadByte(long position) {
            this.position = position;
        }

        @Override
        public String getMessage() {
            return "byte " + position + " is not in the encoding";
        }
    }

    private final InputStream input;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).limit(0);
    /** Of its own: a caller's room for one character cannot take one of two halves, and would ask for ever. */
    private final CharBuffer chars = CharBuffer.allocate(1 << 13).limit(0);
    private long before;
    private boolean ended;
    private boolean flushed;

    StrictReader(InputStream input, Charset charset) {
        this.input = input;
        decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * Reads the whole of it.
     *
     * @throws BadByte at the first byte that is not in the encoding
     */
    @Override
    public int read(char[] into, int from, int count) throws IOException {
        while (!chars.hasRemaining() && !flushed) {
            decode();
        }
        if (!chars.hasRemaining()) {
            return count == 0 ? 0 : -1;
        }
        int read = Math.min(count, chars.remaining());
        chars.get(into, from, read);
        return read;
    }

    private void decode() throws IOException {
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        if (result.isError()) {
            throw new BadByte(before + bytes.position());
        }
        if (result.isUnderflow() && ended) {
            flushed = decoder.flush(chars).isUnderflow();
        } else if (result.isUnderflow()) {
            fill();
        }
        chars.flip();
    }

    private void fill() throws IOException {
        before += bytes.position();
        bytes.compact();
        int count = input.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
