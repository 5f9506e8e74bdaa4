package io.mubiao.target;

/** How an amount is held against a limit. 以上, 以下, 以内, 不少于 are inclusive; 超过, 不满, 低于 are strict. */
public enum Comparison {
    /** A bare number (62个): at least that many, until declared exact. */
    BARE(""),
    /** 不少于, 以上: {@code >=}. */
    AT_LEAST(">="),
    /** 超过: {@code >}. */
    MORE_THAN(">"),
    /** 不超过, 以下, 以内: {@code <=}. */
    AT_MOST("<="),
    /** 低于, 不满: {@code <}. */
    LESS_THAN("<"),
    /** 恰好: {@code =}. */
    EXACTLY("=");

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    /** {@code >=}, {@code >}, {@code <=}, {@code <} or {@code =}; empty for a bare number. */
    public String symbol() {
        return symbol;
    }

    boolean accepts(int comparison) {
        return switch (this) {
            case BARE, AT_LEAST -> comparison >= 0;
            case MORE_THAN -> comparison > 0;
            case AT_MOST -> comparison <= 0;
            case LESS_THAN -> comparison < 0;
            case EXACTLY -> comparison == 0;
        };
    }

    Direction direction() {
        return switch (this) {
            case BARE, AT_LEAST, MORE_THAN -> Direction.HIGHER_IS_BETTER;
            case AT_MOST, LESS_THAN -> Direction.LOWER_IS_BETTER;
            case EXACTLY -> Direction.TWO_SIDED;
        };
    }
}
