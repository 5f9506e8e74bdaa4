package io.mubiao.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a formula into tokens. */
final class FormulaLexer {
    enum Kind {
        NUMBER,
        DAY,
        TEXT,
        WORD,
        SIGN,
        END
    }

    /** A token and where it begins, from 1. */
    record Token(Kind kind, String text, int column) {}

    private static final Pattern TOKEN = Pattern.compile("""
            (?<day>\\d{4}-\\d{2}-\\d{2})|(?<number>\\d+(\\.\\d+)?(?![\\d]))|"(?<text>[^"]*)"\
            |(?<sign>\\.\\.|<=|>=|==|!=|≤|≥|≠|[-+*/×÷<>(),])|(?<word>[\\p{L}_%‰²³][\\p{L}\\p{N}_%‰²³-]*(?<!-))""");

    private FormulaLexer() {}

    static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (true) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at == text.length()) {
                tokens.add(new Token(Kind.END, "the end", at + 1));
                return tokens;
            }
            matcher.region(at, text.length());
            if (!matcher.lookingAt()) {
                throw new IllegalArgumentException("formula '" + text + "' cannot be read at column " + (at + 1) + ": '"
                        + text.charAt(at) + "' was not expected" + hint(text, at));
            }
            tokens.add(token(matcher, at + 1));
            at = matcher.end();
        }
    }

    private static String hint(String text, int at) {
        return switch (text.charAt(at)) {
            case '=' -> "; write == for equal";
            case '.' -> "; a day is written as 2022-12-31";
            case '（', '）', '，', '＞', '＜', '＝', '“', '”' -> "; write half-width signs";
            default -> "";
        };
    }

    private static Token token(Matcher matcher, int column) {
        for (Kind kind : List.of(Kind.DAY, Kind.NUMBER, Kind.TEXT, Kind.WORD)) {
            String text = matcher.group(kind.name().toLowerCase(java.util.Locale.ROOT));
            if (text != null) {
                return new Token(kind, text, column);
            }
        }
        String sign = matcher.group("sign");
        return new Token(Kind.SIGN, switch (sign) {
            case "×" -> "*";
            case "÷" -> "/";
            case "≤" -> "<=";
            case "≥" -> ">=";
            case "≠" -> "!=";
            default -> sign;
        }, column);
    }
}
