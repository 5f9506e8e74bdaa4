package io.mubiao.land.assess;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Bytes in place of what they are of, where that is serialized. A stream that is broken gives nothing but an IOException of its own. */
final class Sent implements Serializable {
    /** Of what the bytes are. */
    enum Kind {
        PART(0),
        WHOLE(1),
        HISTORY(2);

        private final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    @Serial
    private static final long serialVersionUID = 1L;

    private transient int kind;
    private transient byte @Nullable [] bytes;

    Sent(Kind kind, byte[] bytes) {
        this.kind = kind.number;
        this.bytes = bytes;
    }

    @Serial
    private void writeObject(ObjectOutputStream to) throws IOException {
        to.defaultWriteObject();
        byte[] some = bytes == null ? new byte[0] : bytes;
        to.writeInt(kind);
        to.writeInt(some.length);
        to.write(some);
    }

    @Serial
    private void readObject(ObjectInputStream from) throws IOException, ClassNotFoundException {
        from.defaultReadObject();
        kind = from.readInt();
        int length = from.readInt();
        bytes = from.readNBytes(Math.max(0, length));
        if (length != bytes.length) {
            throw new InvalidObjectException("a part of " + length + " bytes has " + bytes.length);
        }
    }

    @Serial
    private Object readResolve() throws InvalidObjectException {
        byte[] all = bytes;
        if (all == null || kind < 0 || kind >= Kind.values().length) {
            throw new InvalidObjectException("the bytes of a part are not there");
        }
        try {
            return switch (Kind.values()[kind]) {
                case PART -> ChunkPart.fromBytes(all);
                case WHOLE -> Whole.fromBytes(all);
                case HISTORY -> ClassHistory.fromBytes(all);
            };
        } catch (IllegalArgumentException e) {
            InvalidObjectException invalid = new InvalidObjectException("the bytes of a part are not as they were written");
            invalid.initCause(e);
            throw invalid;
        }
    }
}
