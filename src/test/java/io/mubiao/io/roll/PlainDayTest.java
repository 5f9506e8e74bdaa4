package io.mubiao.io.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Plain days are what they say, and nothing else is one. */
class PlainDayTest {
    private static int read(String cell) {
        return PlainDay.read((cell + "\n\n\n\n\n\n\n\n\n\n\n\n").getBytes(StandardCharsets.ISO_8859_1), 0);
    }

    @Test
    void everyDayThatAllMonthsHaveIsItself() {
        for (LocalDate day = LocalDate.of(1898, 1, 1); day.getYear() < 2103; day = day.plusDays(1)) {
            boolean isPlain = day.getDayOfMonth() <= 28 && day.getYear() >= 1900 && day.getYear() <= 2100;
            assertEquals(isPlain ? day.toEpochDay() : PlainDay.NONE, read(day.toString()), day.toString());
        }
    }

    @Test
    void whatIsWrittenOtherwiseIsNone() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder day = new StringBuilder("2012-03-04");
            int at = random.nextInt(day.length());
            char other = (char) (random.nextInt(3) == 0 ? random.nextInt(256) : '-' + random.nextInt(14));
            day.setCharAt(at, other);
            String text = day.toString();
            boolean isDay = text.matches("(19[0-9]{2}|20[0-9]{2}|2100)-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])");
            assertEquals(isDay ? LocalDate.parse(text).toEpochDay() : PlainDay.NONE, read(text), text);
        }
        assertEquals(PlainDay.NONE, read("2012-03-041"));
        assertEquals(PlainDay.NONE, read("2012-03-04 "));
    }
}
