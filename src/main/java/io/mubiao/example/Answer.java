package io.mubiao.example;

import io.mubiao.text.internal.TypedText;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A number, a word, or nothing and why.
 *
 * @param number the number; empty for a word or nothing
 * @param word the word; empty for a number or nothing
 * @param why why there is nothing; may be empty
 */
record Answer(Optional<Rational> number, Optional<String> word, String why) {
    private static final String NOTHING = "missing";
    private static final int DIGITS = 12;

    static Answer number(Optional<Rational> number, String why) {
        return new Answer(number, Optional.empty(), number.isPresent() ? "" : why);
    }

    static Answer number(OptionalLong number) {
        return number(number.isPresent() ? Optional.of(Rational.of(number.getAsLong())) : Optional.empty(), "");
    }

    static Answer word(Optional<String> word, String why) {
        return new Answer(Optional.empty(), word.filter(it -> !it.isEmpty()), word.isPresent() ? "" : why);
    }

    /** Whether an expectation holds; words in any order where there are several. */
    boolean is(String expected) {
        String text = expected.strip();
        if (number.isPresent()) {
            return isNumber(text, number.get());
        }
        return word.map(it -> sorted(it).equals(sorted(text))).orElseGet(() -> text.isEmpty() || isNothing(text));
    }

    /** Whether a text says that there is nothing. */
    static boolean isNothing(String text) {
        return text.equals(NOTHING) || text.equals("无");
    }

    private static String sorted(String words) {
        return Arrays.stream(words.split(",", -1)).map(String::strip).sorted().toList().toString();
    }

    private static boolean isNumber(String text, Rational number) {
        if (isNothing(text)) {
            return false;
        }
        if (!text.startsWith("≈")) {
            return exact(text).equals(number);
        }
        String digits = TypedText.of(text.substring(1).strip()).text();
        boolean share = digits.endsWith("%");
        BigDecimal shown = new BigDecimal(share ? digits.substring(0, digits.length() - 1).strip() : digits);
        Rational compared = share ? number.times(Rational.HUNDRED) : number;
        return compared.round(Rounding.halfUp(Math.max(0, shown.scale()))).compareTo(shown) == 0;
    }

    private static Rational exact(String text) {
        String plain = TypedText.of(text).text();
        return switch (plain) {
            case "是", "yes", "true" -> Rational.ONE;
            case "否", "no", "false" -> Rational.ZERO;
            default -> plain.endsWith("%")
                    ? Rational.parseTyped(plain.substring(0, plain.length() - 1).strip()).dividedBy(Rational.HUNDRED)
                    : Rational.parseTyped(plain);
        };
    }

    @Override
    public String toString() {
        return number.map(it -> it.asDecimal().isPresent() ? it.toString()
                : "≈" + it.round(Rounding.halfUp(DIGITS)).toPlainString()).or(() -> word).orElse(NOTHING);
    }
}
