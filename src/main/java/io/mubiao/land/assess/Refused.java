package io.mubiao.land.assess;

import io.mubiao.land.assess.internal.part.NotInPartsException;
import io.mubiao.land.assess.internal.part.PlacesApartException;
import io.mubiao.land.assess.internal.part.SplitRangeException;
import java.util.function.Supplier;

/** Tells why rows cannot be evaluated in parts. */
final class Refused {
    private Refused() {}

    static <T> T asPart(Supplier<T> work) {
        try {
            return work.get();
        } catch (SplitRangeException e) {
            throw new PartException(PartException.Fault.ROWS_APART, e.all == 0
                    ? "a row of this chunk was not there in an earlier pass, or had another total"
                    : "this chunk has " + e.here + " of the " + e.all + " rows of a range of totals, expected all or none", e);
        } catch (PlacesApartException e) {
            throw new PartException(PartException.Fault.ROWS_APART,
                    "rows moved without their places in other rankings: take along what Chunks.places says", e);
        } catch (NotInPartsException e) {
            throw new PartException(PartException.Fault.NOT_IN_PARTS, switch (e.why) {
                case PLACES -> "places of an indicator within a group need every different number in one place; there are more than "
                        + e.limit + ", allow more with atMost";
                case REFILL -> "vacated places are filled again among all different totals; there are more than " + e.limit
                        + ", allow more with atMost";
                case BOTH -> "units and their members on their own cannot both travel by ranges of totals; there are more than "
                        + e.limit + " different ones, allow more with atMost";
            }, e);
        }
    }
}
