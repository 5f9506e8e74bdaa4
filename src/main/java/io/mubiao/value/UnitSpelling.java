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
    /** What begins other units: 平方英里 is no slip of 平方公里. */
    private static final char FOREIGN = '英';
    /** What makes a number vague, as in 60余个; no slip of 万个. */
    private static final String MORE = "余多来几";
    /** Other words for the same, which alone may mean something else too. */
    private static final ImmutableMap<String, String> WORDS = ImmutableMap.<String, String>builder()
            .put("圆", "元").put("块", "元").put("块钱", "元").put("人民币", "元").put("rmb", "元").put("cny", "元")
            .put("美金", "美元").put("usd", "美元").put("港币", "港元").put("日币", "日元").put("欧", "欧元")
            .put("平方", "平方米").put("平", "平方米").put("平方公顷", "公顷").put("方公里", "平方公里").put("方", "立方米").put("立方", "立方米")
            .put("立米", "立方米").put("里程", "公里").put("标煤", "吨标煤").put("标准煤", "吨标准煤").put("吨煤", "吨标煤")
            .put("吨ce", "吨标煤").put("标吨", "吨标煤").put("吨碳", "吨二氧化碳").put("吨co2", "吨二氧化碳").put("千瓦/时", "千瓦时")
            .put("kw/h", "千瓦时").put("千瓦时电", "千瓦时").put("瓦时", "千瓦时").put("百分比", "%").put("percent", "%")
            .put("pct", "%").put("千分比", "‰").put("千分点", "‰").put("点", "百分点").put("个点", "个百分点").put("bp", "基点")
            .put("公理", "公里").put("理", "里").put("员", "元").put("园", "元").put("顿", "吨").put("公倾", "公顷").put("名", "人").put("员工", "人").put("ton", "t").put("tons", "t").put("hectare", "公顷").put("钟头", "小时")
            .build();

    /** Words that count and are declared by whoever uses them. */
    private static final String COUNTS = "个件起次家户条项处辆台套座所名宗例批期篇场间栋幢头只";

    private UnitSpelling() {}

    /** What to write instead, behind the message that a unit is unknown; empty if nobody can tell. */
    static String hint(String symbol, Units units) {
        if (symbol.equals("分")) {
            return "; points have no unit: write the number alone";
        }
        if (symbol.equals("倍") || symbol.equals("w")) {
            return "; a multiple is a product: write such as 1.5 * w";
        }
        if (symbol.length() == 1 && COUNTS.contains(symbol)) {
            return "; a word that counts is declared first, as in 'units: [" + symbol + "]' of a register or 'measure-words: [" + symbol
                    + "]' of a rule";
        }
        String money = symbol.replaceFirst("^([万亿])(?=$|/)", "$1元");
        return (money.equals(symbol) ? units.near(symbol) : Optional.of(money).filter(it -> units.find(it).isPresent()))
                .map(it -> "; did you mean '" + it + "'?").orElse("");
    }

    static Optional<String> near(String symbol, Units units, Predicate<Unit> fits, Collection<String> builtIn,
            Collection<String> prefixes) {
        String text = symbol.strip();
        if (text.isEmpty() || text.length() > LONGEST || MORE.indexOf(text.charAt(0)) >= 0) {
            return Optional.empty();
        }
        if (units.find(text).filter(fits).isPresent()) {
            return Optional.of(text);
        }
        String joined = text.replaceAll("\\s+", "").replace('每', '/');
        if (units.find(joined).filter(fits).isPresent()) {
            return Optional.of(joined);
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
        List<String> whole = heads.stream().flatMap(head -> known.stream().map(it -> head + it)).toList();
        return whole.stream().filter(text::equalsIgnoreCase).filter(it -> units.find(it).filter(fits).isPresent()).findFirst()
                .or(() -> text.indexOf(FOREIGN) >= 0 ? Optional.empty() : whole.stream().filter(it -> it.length() > 1 && isOneSlip(text, it, prefixes)
                        && units.find(it).filter(fits).isPresent()).findFirst());
    }

    /** Whether one character is wrong, too many or lacking, and the others say what is meant: of two characters one alone does not. */
    private static boolean isOneSlip(String text, String word, Collection<String> prefixes) {
        if (text.equals(word) || Math.abs(text.length() - word.length()) > 1 || Math.min(text.length(), word.length()) < 2
                || text.contains("/") != word.contains("/")) {
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
        boolean replaced = text.length() == word.length();
        return front + back >= Math.max(text.length(), word.length()) - 1
                && !(replaced && (text.length() == 2 || prefixes.contains(word.substring(front, front + 1))));
    }
}
