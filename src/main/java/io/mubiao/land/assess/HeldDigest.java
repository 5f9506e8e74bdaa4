package io.mubiao.land.assess;

import io.mubiao.land.Roll;
import io.mubiao.land.assess.internal.Settings;
import io.mubiao.land.assess.internal.part.Envelope;
import io.mubiao.land.assess.internal.part.Held;
import io.mubiao.value.NumberWriter;
import java.util.TreeMap;

/** The digest of a rule with everything an assessor holds beside it that changes an answer: settings, earlier years, classes of earlier years. */
final class HeldDigest {
    private HeldDigest() {}

    static byte[] of(LandAssessor assessor) {
        Settings is = assessor.settings();
        NumberWriter to = new NumberWriter().addText(assessor.rule().digest()).addCount(is.year());
        to.addText(String.valueOf(is.asked())).addText(String.valueOf(is.frozen())).addCount(is.manual().size());
        is.manual().values().stream().map(ManualChange::toString).sorted().forEach(to::addText);
        TreeMap<Integer, Roll> earlier = new TreeMap<>(is.earlier());
        Roll lastYear = is.prior();
        if (lastYear != null) {
            earlier.put(1, lastYear);
        }
        to.addCount(earlier.size());
        earlier.forEach((yearsAgo, roll) -> to.addCount(yearsAgo).addBytes(Held.digest(roll)));
        return Envelope.digest(to.addBytes(is.history().toBytes()).toBytes());
    }
}
