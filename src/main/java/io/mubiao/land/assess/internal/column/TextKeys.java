package io.mubiao.land.assess.internal.column;

import io.mubiao.land.TextColumn;
import io.mubiao.land.assess.internal.RankCodes;
import io.mubiao.land.internal.CompiledRule.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Groups that several texts make, each a small number; what a block cannot tell the exact evaluator tells for that row. */
final class TextKeys {
    private static final int RECENT = 8;
    private static final int FACTOR = 0x9E3779B9;

    /** The texts that were last met on each place that a few of their bits give, and their group. */
    private final int[][] recent = new int[1 << RECENT][0];
    private final int[] recentCodes = new int[1 << RECENT];
    private final Map<List<Integer>, Integer> known = new HashMap<>();
    private final Map<List<String>, Integer> named = new HashMap<>();
    private final List<List<String>> keys = new ArrayList<>();
    private final List<TextCodes> texts;

    private TextKeys(List<TextCodes> texts) {
        this.texts = texts;
    }

    /** The groups of these text slots; a single column is used as it is. */
    static RankCodes of(Inputs inputs, List<Integer> slots) {
        if (slots.isEmpty()) {
            return RankCodes.ONE;
        }
        TextColumn only = slots.size() == 1 && inputs.slot(slots.get(0)).role() == Role.COLUMN
                ? inputs.binding.texts(slots.get(0)) : null;
        if (only != null) {
            return RankCodes.of(only);
        }
        TestCompiler compiler = new VecCompiler(inputs).tests();
        TextKeys keys = new TextKeys(slots.stream().map(compiler::texts).toList());
        int[] codes = new int[inputs.binding.roll.size()];
        Block block = new Block();
        for (int start = 0; start < codes.length; start += Block.SIZE) {
            block.at(start, codes.length);
            keys.block(block, codes, inputs, slots);
        }
        return RankCodes.of(codes, keys.keys);
    }

    private void block(Block block, int[] codes, Inputs inputs, List<Integer> slots) {
        int[][] parts = new int[texts.size()][];
        for (int k = 0; k < parts.length; k++) {
            parts[k] = block.takeInts();
            texts.get(k).read(block, parts[k]);
        }
        for (int i = 0; i < block.rows; i++) {
            int least = 0;
            int hash = 0;
            for (int[] part : parts) {
                least = Math.min(least, part[i]);
                hash = hash * FACTOR + part[i];
            }
            if (least == TextCodes.OPEN) {
                List<String> key = inputs.frame(block.from + i).key(slots);
                codes[block.from + i] = key == null ? -1 : code(key);
            } else if (least == TextCodes.MISSING) {
                codes[block.from + i] = -1;
            } else {
                codes[block.from + i] = code(parts, i, (hash * FACTOR) >>> (Integer.SIZE - RECENT));
            }
        }
        for (int[] part : parts) {
            block.giveInts(part);
        }
    }

    private int code(int[][] parts, int i, int place) {
        if (!isRecent(recent[place], parts, i)) {
            int[] own = Arrays.stream(parts).mapToInt(part -> part[i]).toArray();
            recent[place] = own;
            recentCodes[place] = code(own);
        }
        return recentCodes[place];
    }

    private static boolean isRecent(int[] last, int[][] parts, int i) {
        for (int k = 0; k < parts.length; k++) {
            if (last.length == 0 || last[k] != parts[k][i]) {
                return false;
            }
        }
        return true;
    }

    private int code(int[] parts) {
        List<Integer> key = Arrays.stream(parts).boxed().toList();
        return known.computeIfAbsent(key, it -> {
            List<String> names = new ArrayList<>();
            for (int k = 0; k < it.size(); k++) {
                names.add(texts.get(k).texts().get(it.get(k)));
            }
            return code(names);
        });
    }

    private int code(List<String> key) {
        return named.computeIfAbsent(key, it -> {
            keys.add(it);
            return keys.size() - 1;
        });
    }
}
