package io.mubiao.target.internal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.mubiao.target.Comparison;
import io.mubiao.text.internal.Spelling;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of documents around the bound of a target: those with one sure meaning, and those that are refused with what to write. */
final class BoundWords {
    /** Longer words stand before the shorter ones that they begin with. */
    static final ImmutableMap<String, Comparison> PREFIXES = ImmutableMap.<String, Comparison>builder()
            .put(">=", Comparison.AT_LEAST)
            .put("<=", Comparison.AT_MOST)
            .put("≥", Comparison.AT_LEAST)
            .put("≤", Comparison.AT_MOST)
            .put(">", Comparison.MORE_THAN)
            .put("<", Comparison.LESS_THAN)
            .put("=", Comparison.EXACTLY)
            .put("大于等于", Comparison.AT_LEAST)
            .put("大于或等于", Comparison.AT_LEAST)
            .put("小于等于", Comparison.AT_MOST)
            .put("小于或等于", Comparison.AT_MOST)
            .put("不得少于", Comparison.AT_LEAST)
            .put("不得低于", Comparison.AT_LEAST)
            .put("不得小于", Comparison.AT_LEAST)
            .put("不少于", Comparison.AT_LEAST)
            .put("不低于", Comparison.AT_LEAST)
            .put("不小于", Comparison.AT_LEAST)
            .put("不下于", Comparison.AT_LEAST)
            .put("至少", Comparison.AT_LEAST)
            .put("最少", Comparison.AT_LEAST)
            .put("最低", Comparison.AT_LEAST)
            .put("不得超过", Comparison.AT_MOST)
            .put("不得高于", Comparison.AT_MOST)
            .put("不得多于", Comparison.AT_MOST)
            .put("不得大于", Comparison.AT_MOST)
            .put("不超过", Comparison.AT_MOST)
            .put("不高于", Comparison.AT_MOST)
            .put("不多于", Comparison.AT_MOST)
            .put("不大于", Comparison.AT_MOST)
            .put("不突破", Comparison.AT_MOST)
            .put("至多", Comparison.AT_MOST)
            .put("最多", Comparison.AT_MOST)
            .put("最高", Comparison.AT_MOST)
            .put("超过", Comparison.MORE_THAN)
            .put("超出", Comparison.MORE_THAN)
            .put("突破", Comparison.MORE_THAN)
            .put("高于", Comparison.MORE_THAN)
            .put("多于", Comparison.MORE_THAN)
            .put("大于", Comparison.MORE_THAN)
            .put("逾", Comparison.MORE_THAN)
            .put("超", Comparison.MORE_THAN)
            .put("不满", Comparison.LESS_THAN)
            .put("不足", Comparison.LESS_THAN)
            .put("不到", Comparison.LESS_THAN)
            .put("未满", Comparison.LESS_THAN)
            .put("低于", Comparison.LESS_THAN)
            .put("少于", Comparison.LESS_THAN)
            .put("小于", Comparison.LESS_THAN)
            .put("恰好", Comparison.EXACTLY)
            .put("等于", Comparison.EXACTLY)
            .build();

    /** What is behind a number; with (含) as it is, with (不含) without the number itself. */
    static final ImmutableMap<String, Comparison> SUFFIXES = ImmutableMap.<String, Comparison>builder()
            .put("及其以上", Comparison.AT_LEAST)
            .put("及以上", Comparison.AT_LEAST)
            .put("或以上", Comparison.AT_LEAST)
            .put("以上", Comparison.AT_LEAST)
            .put("及其以下", Comparison.AT_MOST)
            .put("及以下", Comparison.AT_MOST)
            .put("或以下", Comparison.AT_MOST)
            .put("以下", Comparison.AT_MOST)
            .put("以内", Comparison.AT_MOST)
            .put("之内", Comparison.AT_MOST)
            .build();

    /** Verbs that say where a number is to go, and which way is good; empty where only what is behind the number says it. */
    static final ImmutableMap<String, Optional<Comparison>> VERBS = ImmutableMap.<String, Optional<Comparison>>builder()
            .put("提高到", Optional.of(Comparison.AT_LEAST))
            .put("提高至", Optional.of(Comparison.AT_LEAST))
            .put("提升到", Optional.of(Comparison.AT_LEAST))
            .put("提升至", Optional.of(Comparison.AT_LEAST))
            .put("增加到", Optional.of(Comparison.AT_LEAST))
            .put("增加至", Optional.of(Comparison.AT_LEAST))
            .put("达到", Optional.of(Comparison.AT_LEAST))
            .put("达", Optional.of(Comparison.AT_LEAST))
            .put("降低到", Optional.of(Comparison.AT_MOST))
            .put("降低至", Optional.of(Comparison.AT_MOST))
            .put("下降到", Optional.of(Comparison.AT_MOST))
            .put("下降至", Optional.of(Comparison.AT_MOST))
            .put("压减到", Optional.of(Comparison.AT_MOST))
            .put("压减至", Optional.of(Comparison.AT_MOST))
            .put("控制在", Optional.empty())
            .put("保持在", Optional.empty())
            .put("稳定在", Optional.empty())
            .put("维持在", Optional.empty())
            .put("介于", Optional.empty())
            .put("完成", Optional.of(Comparison.BARE))
            .put("实现", Optional.of(Comparison.BARE))
            .put("降到", Optional.of(Comparison.AT_MOST))
            .put("降至", Optional.of(Comparison.AT_MOST))
            .put("在", Optional.empty())
            .build();

    /** About a value. */
    static final ImmutableList<String> ABOUT = ImmutableList.of("大约", "约为", "约", "~");
    static final ImmutableList<String> ABOUT_BEHIND = ImmutableList.of("左右", "上下");

    /** 下降3.2%, 增长8%左右: by how much, not to how much. */
    private static final Pattern CHANGE = Pattern.compile("(?:下降|降低|减少|压减|压降|削减|缩减|增长|提高|提升|增加|上升|扩大)了?\\s*(.*[0-9].*)");

    /** 60余个, 60多个. */
    private static final Pattern MORE = Pattern.compile("([0-9.,]*[0-9])\\s*[余多](.*)");

    private BoundWords() {}

    /** The words of documents that a text begins with and that say no sure amount, with what to write instead. */
    static void refuse(String text) {
        StrengthWord.of(text).ifPresent(it -> {
            throw new IllegalArgumentException("'" + it.word() + "' says how strongly, not how much; write '" + it.rest()
                    + "' here and beside the goal 'strength: " + it.strength() + "' and 'verb: " + it.word() + "'");
        });
        change(text);
        for (String near : List.of("接近", "将近", "近")) {
            if (text.startsWith(near)) {
                throw vague(text, text.substring(near.length()).strip());
            }
        }
        Matcher more = MORE.matcher(text);
        if (more.matches()) {
            throw vague(text, more.group(1) + more.group(2));
        }
        for (String wrong : List.of("=>", "=<")) {
            if (text.startsWith(wrong)) {
                throw new IllegalArgumentException("'" + wrong + "' is no sign of comparison; did you mean '"
                        + (wrong.equals("=>") ? ">=" : "<=") + "'?");
            }
        }
    }

    /** Where figures are themselves changes, more of them is better, whichever way they go. */
    private static void change(String text) {
        Matcher change = CHANGE.matcher(text);
        String by = change.matches() ? change.group(1) : "";
        boolean prefixed = Stream.of(PREFIXES.keySet(), ABOUT).flatMap(Collection::stream).anyMatch(by::startsWith);
        if (by.isEmpty() || !(prefixed || isNumber(by.charAt(0)))) {
            return;
        }
        boolean about = ABOUT.stream().anyMatch(by::startsWith) || ABOUT_BEHIND.stream().anyMatch(by::endsWith);
        boolean sided = prefixed || by.matches(".*[0-9].*[-~–—至±].*[0-9].*") || SUFFIXES.keySet().stream().anyMatch(by::endsWith);
        throw new IllegalArgumentException("'" + text
                + "' says by how much, not to how much; if the figures reported are such changes, write '"
                + (about ? by + "，越高越好" : sided ? by : "≥" + by)
                        + "'; if they are what changes, the goal is one of the kind change, which is told in YAML");
    }

    private static IllegalArgumentException vague(String text, String number) {
        return new IllegalArgumentException("'" + text + "' does not say how much is enough; write the least that is, such as "
                + "'不低于…', or '约" + number + "，越高越好', of which " + number + " itself is enough");
    }

    /** A number after a verb that leaves open whether more or less is good. */
    static IllegalArgumentException sideless(String verb, String number) {
        return new IllegalArgumentException("'" + verb + number + "' does not say which side is bad; write '" + verb + number + "以内' where more is, '"
                + verb + number + "以上' where less is, or a range such as '" + verb + "40%-50%之间'");
    }

    /** What somebody may have meant by the word before or behind a number; empty where there is none. */
    static String hint(String text) {
        int from = 0;
        while (from < text.length() && !isNumber(text.charAt(from))) {
            from++;
        }
        String before = text.substring(0, from).strip();
        if (from < text.length() && !before.isEmpty()) {
            return "; the word '" + before + "' in front of the number is not known" + Spelling.hint(before, Stream.of(PREFIXES.keySet(), VERBS.keySet(), ABOUT).flatMap(Collection::stream).toList());
        }
        return "";
    }

    private static boolean isNumber(char character) {
        return (character >= '0' && character <= '9') || character == '-' || character == '+';
    }
}
