package io.mubiao.scoring.internal;

import io.mubiao.scoring.ItemRule;
import io.mubiao.scoring.RuleInput;
import io.mubiao.target.Target;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item made ready. Immutable.
 *
 * @param index its number among the items
 * @param rule how it was declared
 * @param title what people call it
 * @param program its scoring rule
 * @param full its full points
 * @param target the target that its readings are of; null for none
 * @param number the number of that target in the register; -1 for none
 * @param chapter the chapter of that target; may be empty
 * @param owner its lead unit; may be empty
 * @param set the targets of its set, in register order
 */
public record CompiledItem(int index, ItemRule rule, String title, Program program, Rational full, @Nullable Target target, int number,
        String chapter, String owner, List<String> set) {
    public String id() {
        return rule.id();
    }

    /** The target whose assessment an input is read of; empty for none. */
    String targetOf(RuleInput input) {
        return rule.targets().getOrDefault(input.id(), rule.target());
    }

    /** The inputs it needs to know of its peers. */
    public List<RuleInput> peerInputs() {
        return program.wants().stream().filter(want -> want.about().ofPeers())
                .map(want -> want.input().orElseThrow()).distinct().toList();
    }

    Map<String, String> given() {
        return rule.given();
    }
}
