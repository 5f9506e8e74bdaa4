package io.mubiao.io.internal.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a number format shows numbers: as what, with which words beside their digits, and whether divided. Immutable. */
final class NumberPicture {
    private static final Pattern CONDITION = Pattern.compile("\\[(<=|>=|<>|<|>|=)(-?[0-9]+(?:\\.[0-9]+)?)]");
    private static final Pattern DIGITS = Pattern.compile("(?i)general|[0#?](?:[0#?.,/ ]*[0#?])?(?:e[+-][0#?]+)?,*");
    private static final Pattern WHOLE = Pattern.compile("[0#?]+");
    private static final Pattern NO_WORD = Pattern.compile("[\\s\\u0000()（）+\\-–—:：'\"\\p{Sc}]");
    private static final char LITERAL = '\u0000';

    /**
     * What holds for some numbers.
     *
     * @param pattern the format with {@link #LITERAL} for each character that stands for itself
     * @param literals those characters, each in its place
     * @param first where digits begin in the pattern, and last where they end; the same if there are none
     */
    private record Section(@Nullable Matcher condition, NumberForm form, String pattern, String literals, int first, int last) {
        boolean holds(BigDecimal number) {
            if (condition == null) {
                return false;
            }
            int compared = number.compareTo(new BigDecimal(condition.group(2)));
            return switch (condition.group(1)) {
                case "<" -> compared < 0;
                case "<=" -> compared <= 0;
                case ">" -> compared > 0;
                case ">=" -> compared >= 0;
                case "=" -> compared == 0;
                default -> compared != 0;
            };
        }

        String digits() {
            return pattern.substring(first, last).replace(String.valueOf(LITERAL), "");
        }

        boolean isDivided() {
            return digits().endsWith(",") || (pattern.substring(first, last).indexOf(LITERAL) >= 0 && !WHOLE.matcher(digits()).matches());
        }
    }

    private final List<Section> sections;

    private NumberPicture(List<Section> sections) {
        this.sections = List.copyOf(sections);
    }

    /**
     * By the format of a cell.
     *
     * @param id its number; Chinese spreadsheets know some that stand in no file
     */
    static NumberPicture of(@Nullable Integer id, @Nullable String format) {
        List<Section> sections = new ArrayList<>();
        if (format == null) {
            sections.add(new Section(null, NumberForm.of(id, null), "", "", 0, 0));
        } else {
            StringBuilder pattern = new StringBuilder();
            StringBuilder literals = new StringBuilder();
            int start = 0;
            for (int at = 0; at <= format.length(); at++) {
                if (at == format.length() || format.charAt(at) == ';') {
                    sections.add(section(format.substring(start, at), pattern.toString(), literals.toString()));
                    pattern.setLength(0);
                    literals.setLength(0);
                    start = at + 1;
                } else {
                    at = take(format, at, pattern, literals);
                }
            }
        }
        return new NumberPicture(sections);
    }

    /** Takes what begins at a place of a format; where it ends. */
    private static int take(String format, int at, StringBuilder pattern, StringBuilder literals) {
        char c = format.charAt(at);
        boolean escapes = c == '\\' || c == '!' || c == '_' || c == '*';
        int end = c == '"' ? format.indexOf('"', at + 1) : c == '[' ? format.indexOf(']', at) : escapes ? at + 1 : at;
        end = end < 0 ? format.length() - 1 : Math.min(end, format.length() - 1);
        String literal = c == '"' ? format.substring(at + 1, Math.max(at + 1, end)) : c == '\\' || c == '!' ? format.substring(at + 1, end + 1)
                : c == '[' || escapes ? " " : "0#?.,%/eE+@ ".indexOf(c) >= 0 || (c < '\u0080' && Character.isLetter(c)) ? "" : String.valueOf(c);
        pattern.append(literal.isEmpty() && c != '"' ? String.valueOf(c) : String.valueOf(LITERAL).repeat(literal.length()));
        literals.append(literal.isEmpty() && c != '"' ? " " : literal);
        return end;
    }

    private static Section section(String format, String pattern, String literals) {
        Matcher condition = CONDITION.matcher(format);
        NumberForm form = NumberForm.of(format);
        Matcher digits = DIGITS.matcher(pattern);
        int first = 0;
        int last = 0;
        while (form == NumberForm.PLAIN && digits.find()) {
            first = last == 0 ? digits.start() : first;
            last = digits.end();
        }
        return new Section(condition.find() ? condition : null, form, pattern, literals, first, last);
    }

    private Section section(BigDecimal number) {
        for (Section it : sections) {
            if (it.holds(number)) {
                return it;
            }
        }
        List<Section> others = sections.stream().filter(it -> it.condition == null).toList();
        int index = others.size() < sections.size() || number.signum() > 0 ? 0 : number.signum() < 0 ? 1 : 2;
        return others.isEmpty() ? sections.get(0) : others.get(index < others.size() ? index : 0);
    }

    NumberForm form(BigDecimal number) {
        return section(number).form;
    }

    /** Whether fewer digits are shown than the number has, so that nobody knows which of the two is meant. */
    boolean isDivided(BigDecimal number) {
        return number.signum() != 0 && section(number).isDivided();
    }

    /** A number that is written plainly, as it is shown: 12 as 12亩, 7 as 007, 20240930 as 2024-09-30. */
    String shown(BigDecimal number, String written) {
        Section it = section(number);
        if (it.first == it.last || (number.signum() == 0 && sections.indexOf(it) > 1)) {
            return written;
        }
        String before = NO_WORD.matcher(it.literals.substring(0, it.first)).replaceAll("");
        String after = NO_WORD.matcher(it.literals.substring(it.last)).replaceAll("");
        String digits = WHOLE.matcher(it.digits()).matches() && written.matches("-?[0-9]+") ? placed(it, written) : written;
        return before + digits + after;
    }

    /** Digits in their places from the right, those that are left over before the first. */
    private static String placed(Section it, String written) {
        String digits = written.replace("-", "");
        StringBuilder placed = new StringBuilder();
        int left = digits.length();
        for (int at = it.last - 1; at >= it.first; at--) {
            char c = it.pattern.charAt(at);
            if (c == LITERAL) {
                placed.append(it.literals.charAt(at));
            } else if (left > 0) {
                placed.append(digits.charAt(--left));
            } else if (c == '0') {
                placed.append('0');
            }
        }
        return (written.startsWith("-") ? "-" : "") + digits.substring(0, left) + placed.reverse();
    }
}
