package io.mubiao.shell;

import io.mubiao.io.internal.DefinitionText;
import io.mubiao.io.internal.sheet.SheetBook;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a file holds. */
enum FileSort {
    REGISTER("register", "登记册"),
    OBSERVATIONS("observations", "观测"),
    LOG("log", "观测存档"),
    SCORECARD("scorecard", "考核办法"),
    SCORING("scoring", "计分办法"),
    RULE("rule", "评价办法"),
    ROLL("roll", "名册"),
    PRIOR("prior", "上年名册"),
    HISTORY("history", "历年等级");

    private static final Pattern DATED = Pattern.compile("([1-9][0-9]?)年前(名册|等级)|(prior|history) ([1-9][0-9]?)");

    private final String english;
    private final String chinese;

    FileSort(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    boolean isOfLand() {
        return this == RULE || this == ROLL || this == PRIOR || this == HISTORY;
    }

    /** The words for all, in one language. */
    static String words(Said said) {
        return Arrays.stream(values()).map(it -> said.either(it.chinese, it.english)).collect(Collectors.joining(said.either("、", ", ")));
    }

    /** How many years ago a word says it is of: 2 for 2年前名册 and prior 2; 1 where it says nothing. */
    static int yearsAgo(String word) {
        Matcher dated = DATED.matcher(word.strip());
        return dated.matches() ? Integer.parseInt(dated.group(1) == null ? dated.group(4) : dated.group(1)) : 1;
    }

    private static String undated(String word) {
        Matcher dated = DATED.matcher(word.strip());
        return !dated.matches() ? word.strip() : dated.group(1) == null ? dated.group(3) : dated.group(2).equals("名册") ? PRIOR.chinese : HISTORY.chinese;
    }

    /** What a word says it is; empty if no word for it. */
    static Optional<FileSort> of(String word) {
        String plain = undated(word);
        for (FileSort sort : values()) {
            if (plain.equals(sort.chinese) || plain.equalsIgnoreCase(sort.english)) {
                return Optional.of(sort);
            }
        }
        return Optional.empty();
    }

    /** What a definition is by its fields; a table is what it can be beside what is open. */
    static FileSort of(Path file, boolean isForRegister, boolean isForRule) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl")) {
            return LOG;
        }
        if (name.endsWith(".csv") || SheetBook.isOne(file)) {
            return isForRule ? ROLL : isForRegister ? OBSERVATIONS : name.endsWith(".csv") ? ROLL : REGISTER;
        }
        Set<String> fields = DefinitionText.read(file, doubt -> { }, (root, problems) -> Set.copyOf(root.fields.keySet()));
        return fields.contains("register") ? REGISTER : fields.contains("observations") ? OBSERVATIONS
                : fields.contains("rules") ? SCORECARD : fields.contains("parts") ? SCORING : RULE;
    }
}
