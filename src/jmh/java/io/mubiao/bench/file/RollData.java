package io.mubiao.bench.file;

import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Made-up rolls of a rule as CSV files, in the folder for temporary files: the same enterprises every year with somewhat
 * other figures. The same rule, rows, year and seed give the same bytes. Nothing that the rule needs is missing; what may be
 * empty is, eleven times of twelve, and one emission of 33.
 */
final class RollData {
    private static final List<String> PLACES = List.of("甲县", "乙区", "丙县", "丁县", "戊区", "己县", "庚区");

    private final EvaluationRule rule;
    private final int rows;
    private final int year;
    private final long seed;

    private RollData(EvaluationRule rule, int rows, int year, long seed) {
        this.rule = rule;
        this.rows = rows;
        this.year = year;
        this.seed = seed;
    }

    /** The file of a year; made if it is not there. */
    static Path of(EvaluationRule rule, int rows, int year, long seed) throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "mubiao-bench"));
        Path file = folder.resolve(rule.id() + "-" + rows + "-" + year + "-" + seed + ".csv");
        if (!Files.exists(file)) {
            Path beside = folder.resolve(file.getFileName() + "." + ProcessHandle.current().pid());
            new RollData(rule, rows, year, seed).write(beside);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("统一社会信用代码,企业名称," + rule.columns().stream().map(Column::header).collect(Collectors.joining(",")));
            out.write('\n');
            StringBuilder line = new StringBuilder();
            for (int row = 1; row <= rows; row++) {
                line.setLength(0);
                line(line, row);
                out.append(line);
            }
        }
    }

    private void line(StringBuilder line, int row) {
        SplittableRandom lasting = new SplittableRandom(seed ^ (row * 0x9E3779B97F4A7C15L));
        SplittableRandom yearly = new SplittableRandom(lasting.nextLong() ^ year);
        String number = "%07d".formatted(row);
        line.append("QY").append(number).append(",企业").append(number);
        long land = lasting.nextInt(10) < 7 ? 500 + lasting.nextInt(15_000) : 100 + lasting.nextInt(900);
        for (Column column : rule.columns()) {
            line.append(',').append(cell(column, land, lasting, yearly));
        }
        line.append('\n');
    }

    private String cell(Column column, long land, SplittableRandom lasting, SplittableRandom yearly) {
        if (!column.otherwise().isEmpty() && lasting.nextInt(12) > 0) {
            return "";
        }
        return switch (column.kind()) {
            case FLAG -> column.otherwise().isEmpty() == (lasting.nextInt(10) < 7) ? "是" : "否";
            case DAY -> LocalDate.of(1998 + lasting.nextInt(26), 1 + lasting.nextInt(12), 1 + lasting.nextInt(28)).toString();
            case TEXT -> text(column, lasting);
            case NUMBER -> column.id().equals("emission") && lasting.nextInt(33) == 0 ? "" : number(column, land, lasting, yearly);
        };
    }

    /** One enterprise of ten shares its lot with some others. */
    private String text(Column column, SplittableRandom random) {
        return switch (column.id()) {
            case "lot" -> random.nextInt(10) > 0 ? "" : "L" + random.nextInt(1 + rows / 20);
            case "industry" -> "I" + random.nextInt(40);
            default -> pick(column.values().isEmpty() ? PLACES : column.values(), random);
        };
    }

    private static String pick(List<String> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }

    private static String number(Column column, long land, SplittableRandom lasting, SplittableRandom yearly) {
        int decimals = Math.min(2, column.decimals());
        if (column.id().equals("land")) {
            return decimal(land, decimals);
        }
        if (!column.otherwise().isEmpty()) {
            return String.valueOf(1 + lasting.nextInt(5));
        }
        BigDecimal most = column.most().orElse(null);
        if (most != null) {
            long hundredths = most.movePointRight(decimals).longValue();
            return decimal(hundredths / 4 + yearly.nextLong(hundredths / 2 + 1), decimals);
        }
        long amount = land * (2 + lasting.nextInt(20) * (1 + lasting.nextInt(8))) * (80 + yearly.nextInt(50)) / 100;
        boolean loss = column.least().isEmpty() && lasting.nextInt(60) == 0;
        return decimal(loss ? -amount / 10 : amount, decimals);
    }

    private static String decimal(long unscaled, int decimals) {
        return BigDecimal.valueOf(unscaled, decimals).toPlainString();
    }
}
