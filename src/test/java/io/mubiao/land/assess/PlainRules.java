package io.mubiao.land.assess;

import io.mubiao.shape.Ties;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes up rules of ratios: every combination of what can be declared turns up. The same seed gives the same rule. */
final class PlainRules {
    private static final List<RoundingMode> HALF =
            List.of(RoundingMode.HALF_UP, RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.HALF_DOWN);
    private static final List<RoundingMode> QUOTA = List.of(RoundingMode.HALF_UP, RoundingMode.FLOOR, RoundingMode.CEILING,
            RoundingMode.HALF_EVEN, RoundingMode.HALF_DOWN);
    private static final List<int[]> WEIGHTS =
            List.of(new int[] {30, 20, 20, 10, 10, 10}, new int[] {30, 30, 40}, new int[] {50, 50}, new int[] {100});
    private static final List<String> BASES = List.of("24.1", "2.5", "136.2", "0.04", "1", "18.14", "3");

    private PlainRules() {}

    static PlainRule of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PlainRule.Item> items = new ArrayList<>();
        PlainRule.Base kind = pick(random, List.of(PlainRule.Base.values()));
        boolean floored = random.nextInt(4) > 0;
        for (int weight : pick(random, WEIGHTS)) {
            PlainRule.Base own = random.nextInt(3) > 0 ? kind : PlainRule.Base.CONSTANT;
            items.add(new PlainRule.Item(weight, own, new BigDecimal(pick(random, BASES)),
                    own == PlainRule.Base.CONSTANT || random.nextBoolean() ? -1 : 3, random.nextInt(4) > 0, floored,
                    random.nextInt(3) == 0, random.nextInt(5) == 0 ? 2 + random.nextInt(3) : -1));
        }
        Optional<BigDecimal> cap = switch (random.nextInt(5)) {
            case 0 -> Optional.of(new BigDecimal("100"));
            case 1 -> Optional.of(new BigDecimal("110.005"));
            default -> Optional.empty();
        };
        List<BigDecimal> cuts = random.nextBoolean() ? cuts("20", "70", "95") : random.nextBoolean()
                ? cuts("0", "62.5", "99.5") : cuts("10", "60", "90");
        return new PlainRule(items, digits(random), pick(random, HALF), cap, random.nextInt(3) > 0,
                pick(random, List.of(Ties.values())), cuts, pick(random, QUOTA), random.nextBoolean() ? -1 : random.nextInt(4));
    }

    private static int digits(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> 4;
            default -> 2;
        };
    }

    private static List<BigDecimal> cuts(String a, String b, String c) {
        return List.of(new BigDecimal(a), new BigDecimal(b), new BigDecimal(c), new BigDecimal(100));
    }

    private static <T> T pick(SplittableRandom random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
