package onspark;

import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Owner;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.time.Span;
import io.mubiao.value.Quantity;
import io.mubiao.value.Units;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A made-up register of any size and what many towns report of it, the same for the same seed. */
public final class Reports {
    /** The columns of the file; all are texts. */
    public static final String COLUMNS = "id,stream,kind,on,from,to,value,source,recorded,supersedes";
    /** Their types, for who reads the file with Spark. */
    public static final String SCHEMA = COLUMNS.replace(",", " STRING, ") + " STRING";
    private static final int DAYS = 273;

    private Reports() {}

    /** So many targets of 2024: amounts that towns report day by day, levels, and shares of two amounts. */
    public static Register register(int targets) {
        Units units = Units.builtIn().with("个");
        List<Target> all = new ArrayList<>();
        for (int i = 0; i < targets; i++) {
            String id = id(i);
            Goal goal = switch (i % 4) {
                case 2 -> Goal.amount(Measure.level(), Bound.atLeast(Quantity.parse("60 万元", units)));
                case 3 -> Goal.amount(Measure.ratio(Measure.total(id(i - 2)), Measure.total(id(i - 3))), Bound.atLeast(Quantity.parse("40 %", units)));
                default -> Goal.total(Quantity.parse((300 + 7 * i % 400) * (long) 100 + " 万元", units));
            };
            all.add(Target.builder(id, goal, Span.year(2024)).title("目标" + i).owner(new Owner("", "部门" + i % 20, List.of())).build());
        }
        return Register.of("reports", ZoneId.of("Asia/Shanghai"), all.toArray(Target[]::new));
    }

    private static String id(int target) {
        return "T" + (100_000 + target);
    }

    /** Writes what so many towns reported each day until the end of September, corrections too, as CSV. */
    public static void write(Path file, int targets, int towns, long seed) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(COLUMNS + "\n");
            for (int i = 0; i < targets; i++) {
                if (i % 4 == 2) {
                    levels(out, id(i), new SplittableRandom(seed + i));
                } else if (i % 4 < 2) {
                    increments(out, id(i), towns, new SplittableRandom(seed + i));
                }
            }
        }
    }

    private static void levels(BufferedWriter out, String stream, SplittableRandom random) throws IOException {
        for (int month = 1; month <= 9; month++) {
            out.write(stream + "-" + month + "," + stream + ",level,2024-0" + month + "-28,,," + (40 + random.nextInt(40)) + " 万元,统计局,2024-"
                    + (month < 9 ? "0" : "") + (month + 1) + "-05T09:00:00+08:00,\n");
        }
    }

    private static void increments(BufferedWriter out, String stream, int towns, SplittableRandom random) throws IOException {
        for (int town = 0; town < towns; town++) {
            for (int day = 0; day < DAYS; day++) {
                LocalDate on = LocalDate.of(2024, 1, 1).plusDays(day);
                String id = stream + "-" + town + "-" + day;
                row(out, id, stream, on, random.nextInt(2_000), town, 1, "");
                if (random.nextInt(400) == 0) {
                    row(out, id + "x", stream, on, random.nextInt(2_000), town, 20, id);
                }
            }
        }
    }

    private static void row(BufferedWriter out, String id, String stream, LocalDate on, int cents, int town, int later, String supersedes)
            throws IOException {
        out.write(id + "," + stream + ",increment,," + on + "," + on + "," + cents / 100 + "." + cents / 10 % 10 + cents % 10 + " 万元,镇" + town + ","
                + on.plusDays(later) + "T09:00:00+08:00," + supersedes + "\n");
    }
}
