package io.mubiao.land.assess.internal.part;

import io.mubiao.land.assess.PartException;
import io.mubiao.value.NumberReader;
import io.mubiao.value.NumberWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * What some rows give in one pass.
 *
 * @param work the digest of the rule and its settings
 * @param under the digest of what was known before the pass
 * @param pass how many passes there were before
 * @param contents what was gathered, of units and of members on their own
 */
@SuppressWarnings("ArrayRecordComponent")
public record Parcel(byte[] work, byte[] under, int pass, List<Content> contents) {
    public Parcel {
        contents = List.copyOf(contents);
    }

    /**
     * This and the other; changes neither.
     *
     * @throws PartException if they are not of the same rule and pass
     */
    public Parcel merge(Parcel other) {
        checkWork(work, other.work);
        if (pass != other.pass || !Arrays.equals(under, other.under) || contents.size() != other.contents.size()) {
            throw new PartException(PartException.Fault.OTHER_PASS, pass == other.pass
                    ? "two parts of pass " + (pass + 1) + " do not merge: they were made under different knowledge of the whole"
                    : "a part of pass " + (other.pass + 1) + " does not merge with one of pass " + (pass + 1));
        }
        List<Content> merged = new ArrayList<>();
        try {
            for (int i = 0; i < contents.size(); i++) {
                merged.add(contents.get(i).merge(other.contents.get(i)));
            }
        } catch (PartException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new PartException(PartException.Fault.DAMAGED, "a part is not as it was made: it does not merge with another of its pass", e);
        }
        return new Parcel(work, under, pass, merged);
    }

    /**
     * That two digests of rule and settings are one.
     *
     * @throws PartException if they differ
     */
    public static void checkWork(byte[] expected, byte[] found) {
        if (!Arrays.equals(expected, found)) {
            throw new PartException(PartException.Fault.OTHER_RULE, "the part is of another rule or of other settings: found "
                    + shown(found) + ", expected " + shown(expected));
        }
    }

    public static String shown(byte[] digest) {
        return HexFormat.of().formatHex(digest, 0, Math.min(6, digest.length)) + "…";
    }

    public void write(NumberWriter to) {
        to.addBytes(work).addBytes(under).addCount(pass).addCount(contents.size());
        contents.forEach(it -> Content.write(to, it));
    }

    public static Parcel read(NumberReader from) {
        byte[] work = from.raw(Envelope.DIGEST);
        byte[] under = from.raw(Envelope.DIGEST);
        int pass = from.count(Integer.MAX_VALUE);
        List<Content> contents = new ArrayList<>();
        for (int i = from.things(1); i > 0; i--) {
            contents.add(Content.read(from));
        }
        return new Parcel(work, under, pass, contents);
    }
}
