package onspark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Made-up enterprises with every column that the rules of this example read, the same for the same seed whoever makes them and
 * in whatever order. Three of ten lie in one county; some cells are empty; many totals are alike.
 */
public final class Firms {
    /** The columns of the file. */
    public static final String COLUMNS = "id,county,industry,industry_group,regulated,land,tax,value_added,sales,revenue,rd,energy,"
            + "discharge,emission,employees,utility,production_start,named_by_county,listed,to_eliminate,bonus_points,deduction_points,score,"
            + "small_tenants";
    /** Their types, for who reads the file with Spark. */
    public static final String SCHEMA = "id STRING, county STRING, industry STRING, industry_group STRING, regulated BOOLEAN, land DECIMAL(12,2), "
            + "tax DECIMAL(12,2), value_added DECIMAL(12,2), sales DECIMAL(12,2), revenue DECIMAL(12,2), rd DECIMAL(12,2), energy DECIMAL(12,2), "
            + "discharge DECIMAL(12,3), emission DECIMAL(12,3), employees INT, utility BOOLEAN, production_start DATE, named_by_county BOOLEAN, "
            + "listed BOOLEAN, to_eliminate BOOLEAN, bonus_points DECIMAL(6,1), deduction_points DECIMAL(6,1), score DECIMAL(8,4), small_tenants INT";
    private static final int COUNTIES = 100;
    private static final int INDUSTRIES = 40;

    private Firms() {}

    /** Writes the figures of a year of so many enterprises as CSV; the same enterprises every year. */
    public static void write(Path file, int rows, int year, long seed) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(COLUMNS + "\n");
            StringBuilder line = new StringBuilder(256);
            for (int firm = 0; firm < rows; firm++) {
                line.setLength(0);
                line(line, firm, year, seed);
                out.append(line);
            }
        }
    }

    private static void line(StringBuilder to, int firm, int year, long seed) {
        SplittableRandom lasting = new SplittableRandom(seed * 31 + firm);
        SplittableRandom yearly = new SplittableRandom((seed + year) * 0x9E3779B97F4A7C15L + firm);
        boolean regulated = lasting.nextInt(10) < 4;
        int county = lasting.nextInt(10) < 3 ? 0 : lasting.nextInt(COUNTIES);
        int industry = lasting.nextInt(INDUSTRIES);
        long land = regulated ? 500 + lasting.nextInt(15_000) : 100 + lasting.nextInt(900);
        long tax = land * (2 + lasting.nextInt(20) * lasting.nextInt(4)) * (80 + yearly.nextInt(50)) / 100;
        long sales = land * (60 + lasting.nextInt(500)) * (85 + yearly.nextInt(40)) / 100;
        long energy = land * (5 + lasting.nextInt(80)) / 2 + 1;
        to.append("QY").append(100_000_000 + firm);
        to.append(",县").append(county).append(",业").append(industry).append(",组").append(industry % 5);
        flag(to.append(','), regulated);
        decimal(to.append(','), land, 2);
        decimal(to.append(','), lasting.nextInt(60) == 0 ? -tax / 10 : tax, 2);
        decimal(to.append(','), sales / 4, 2);
        decimal(to.append(','), sales, 2);
        decimal(to.append(','), sales + land, 2);
        decimal(to.append(','), sales / (20 + lasting.nextInt(60)), 2);
        to.append(',');
        if (yearly.nextInt(500) != 0) {
            decimal(to, energy, 2);
        }
        decimal(to.append(','), 1 + lasting.nextInt(3_000), 3);
        to.append(',');
        if (yearly.nextInt(33) != 0) {
            decimal(to, 1 + lasting.nextInt(3_000), 3);
        }
        to.append(',').append(5 + lasting.nextInt(regulated ? 900 : 30));
        flag(to.append(','), lasting.nextInt(200) == 0);
        to.append(',').append(LocalDate.of(1998 + lasting.nextInt(26), 1 + lasting.nextInt(12), 15));
        flag(to.append(','), lasting.nextInt(60) == 0);
        flag(to.append(','), lasting.nextInt(90) == 0);
        flag(to.append(','), lasting.nextInt(70) == 0);
        to.append(lasting.nextInt(12) == 0 ? ",3.5," : ",,").append(lasting.nextInt(40) == 0 ? "5.0," : ",");
        decimal(to, yearly.nextInt(1_000) * 1_000L, 4);
        to.append(',').append(lasting.nextInt(4)).append('\n');
    }

    private static void flag(StringBuilder to, boolean flag) {
        to.append(flag ? "true" : "false");
    }

    private static void decimal(StringBuilder to, long unscaled, int places) {
        long scale = places == 2 ? 100 : places == 3 ? 1_000 : 10_000;
        long size = Math.abs(unscaled);
        to.append(unscaled < 0 ? "-" : "").append(size / scale).append('.');
        String rest = Long.toString(size % scale);
        to.append("0000", 0, places - rest.length()).append(rest);
    }
}
