package io.mubiao.value;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the known unit that somebody may have meant. */
final class UnitSpelling {
    private static final int LONGEST = 20;
    /** Other words for the same, which alone may mean something else too. */
    private static final ImmutableMap<String, String> WORDS = ImmutableMap.<String, String>builder()
            .put("度", "千瓦时").put("度电", "千瓦时").put("圆", "元").put("块", "元").put("人民币", "元").put("rmb", "元").put("cny", "元")
            .put("平方", "平方米").put("平", "平方米").put("市亩", "亩").put("方", "立方米").put("立方", "立方米").put("里程", "公里")
            .put("斤", "千克").put("吨煤", "吨标煤").put("标煤", "吨标煤").put("标准煤", "吨标准煤").put("百分比", "%").put("点", "百分点")
            .put("名", "人").put("员工", "人").put("ton", "t").put("tons", "t").put("hectare", "公顷")
            .build();

    private UnitSpelling() {}

    static Optional<String> near(String symbol, Units units, Predicate<Unit> fits, Collection<String> builtIn,
            Collection<String> prefixes) {
        String text = symbol.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        if (units.find(text).filter(fits).isPresent()) {
            return Optional.of(text);
        }
        List<String> heads = new ArrayList<>(prefixes);
        heads.add("");
        for (String head : heads) {
            String rest = text.startsWith(head) ? text.substring(head.length()) : "";
            String word = WORDS.get(rest.toLowerCase(java.util.Locale.ROOT));
            if (word != null && units.find(head + word).filter(fits).isPresent()) {
                return Optional.of(head + word);
            }
        }
        List<String> known = new ArrayList<>(builtIn);
        known.addAll(units.measureWords());
        return heads.stream().flatMap(head -> known.stream().map(it -> head + it))
                .filter(it -> it.length() > 1 && isOneSlip(text, it) && units.find(it).filter(fits).isPresent())
                .findFirst();
    }

    /** Whether one character is wrong, too many or lacking, in texts of which at least another is right. */
    private static boolean isOneSlip(String text, String word) {
        if (Math.abs(text.length() - word.length()) > 1 || Math.min(text.length(), word.length()) < 2) {
            return false;
        }
        int front = 0;
        int least = Math.min(text.length(), word.length());
        while (front < least && text.charAt(front) == word.charAt(front)) {
            front++;
        }
        int back = 0;
        while (back < least - front
                && text.charAt(text.length() - 1 - back) == word.charAt(word.length() - 1 - back)) {
            back++;
        }
        return front + back >= Math.max(text.length(), word.length()) - 1;
    }
}
