package io.mubiao.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.target.Bound;
import io.mubiao.text.internal.Characters;
import io.mubiao.text.internal.DayText;
import io.mubiao.text.internal.NumberText;
import io.mubiao.text.internal.TypedText;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Units;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Numbers, quantities, bounds, days and spans as somebody types them: read, or an IllegalArgumentException. */
final class TextFuzz implements FuzzTarget {
    private static final Units UNITS = Units.builtIn().with("个", "所");

    @Override
    public String name() {
        return "text";
    }

    @Override
    public List<byte[]> corpus() {
        return Stream.of("62 个", ">= 10 个", "~ 7.5 % ± 0.2 %", "[49 %, 51 %]", "不少于10个", "30%以内", "? 常态化", "1/3",
                "１，２３４．５ 万元/亩", "100(万元)", "2024/9/30", "2024年9月30日", "2020/2/29 0:00:00", "2024-04-06/2025-04-05",
                "2 half-up", "-0.001", "1e9", "3.5万㎡", "千元", "百分点", "7.5%左右", "超过3亿元", "10-20 个").map(Scratch::bytes).toList();
    }

    @Override
    public void take(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        declared(text, it -> {
            Rational number = Rational.parse(it);
            assertEquals(number, Rational.parse(number.toString()));
        });
        declared(text, it -> {
            Quantity quantity = Quantity.parse(it, UNITS);
            assertEquals(quantity, Quantity.parse(quantity.toString(), UNITS));
        });
        declared(text, it -> Bound.parse(it, UNITS));
        declared(text, Rational::parseTyped);
        declared(text, NumberText::of);
        declared(text, DayText::of);
        declared(text, DayText::readings);
        declared(text, Rounding::parse);
        declared(text, UNITS::find);
        declared(text, UNITS::near);
        TypedText.of(text);
        Characters.shown(text);
        try {
            Span span = Span.parse(text);
            assertEquals(span, Span.parse(span.toString()));
        } catch (IllegalArgumentException | DateTimeException e) {
            assertNotBlank(e);
        }
    }

    static void assertNotBlank(RuntimeException refusal) {
        if (refusal.getMessage() == null || refusal.getMessage().isBlank()) {
            throw new AssertionError("a refusal without a reason", refusal);
        }
    }

    private static void declared(String text, Consumer<String> read) {
        try {
            read.accept(text);
        } catch (IllegalArgumentException e) {
            assertNotBlank(e);
        }
    }
}
