package io.mubiao.render.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of a rule as people call them; where two things bear one name, what each is stands behind it. */
final class LawNames {
    private record Named(String title, String kind) {}

    private final Map<String, Named> all = new LinkedHashMap<>();
    private final Map<String, List<String>> byTitle = new HashMap<>();
    private final Map<String, Map<String, String>> texts = new HashMap<>();
    private final Set<String> rankings = new HashSet<>();
    private final Say say;
    private final boolean years;

    /** @param years whether what comes one after the other are years, else periods of any length */
    LawNames(Say say, boolean years) {
        this.say = say;
        this.years = years;
    }

    /** Whether what comes one after the other are years. */
    boolean areYears() {
        return years;
    }

    /** A name of formulas; the first thing that bears it keeps it. */
    void add(String name, String said, String kind) {
        String title = said.isEmpty() ? name : said;
        if (all.putIfAbsent(name, new Named(title, kind)) == null) {
            byTitle.computeIfAbsent(title, key -> new ArrayList<>()).add(name);
        }
    }

    /** What ranks some once more. */
    void ranking(String name, String title) {
        add(name, title, say.either("再排序", "ranked again"));
        rankings.add(name);
    }

    boolean isRanking(String name) {
        return rankings.contains(name);
    }

    /** How people call it; a name that is unknown as it is. */
    String of(String name) {
        Named named = all.get(name);
        if (named == null) {
            return builtIn(name);
        }
        List<String> same = byTitle.getOrDefault(named.title(), List.of());
        if (same.size() < 2) {
            return named.title();
        }
        boolean alone = same.stream().filter(other -> of(other, named.kind())).count() == 1;
        return named.title() + say.either("（", " (") + named.kind() + (alone ? "" : " " + name) + say.either("）", ")");
    }

    private boolean of(String name, String kind) {
        Named named = all.get(name);
        return named != null && named.kind().equals(kind);
    }

    /** What a text that a name can have is called: a group by its title. */
    void text(String name, String text, String title) {
        texts.computeIfAbsent(name, key -> new LinkedHashMap<>()).put(text, title.isEmpty() ? text : title);
    }

    /** How people call a text of a name; a title that two texts share is followed by the text. */
    String text(String name, String text) {
        Map<String, String> known = texts.getOrDefault(name, Map.of());
        String title = known.getOrDefault(text, text);
        boolean alone = known.values().stream().filter(title::equals).count() <= 1;
        return alone ? title : title + say.either("（", " (") + text + say.either("）", ")");
    }

    private String builtIn(String name) {
        return switch (name) {
            case "w" -> say.either("标准分", "the full points");
            case "x" -> say.either("该值", "the value");
            case "base" -> say.either("基准", "the base");
            case "low" -> say.either("下限", "the low mark");
            case "high" -> say.either("上限", "the high mark");
            case "target" -> say.either("目标", "the target");
            case "subtotal" -> say.either("各项得分合计", "the sum of the scores");
            case "total" -> say.either("总分", "the total");
            case "class" -> say.either("等级", "the class");
            case "prior_class" -> say.either("上年等级", "last year's class");
            case "group" -> say.either("评价组", "the group");
            case "place" -> say.either("名次", "the place");
            case "ranked" -> say.either("参加排序户数", "the number ranked");
            case "year_end" -> say.either("评价年度末", "the end of the year");
            default -> Readings.word(say, name);
        };
    }
}
