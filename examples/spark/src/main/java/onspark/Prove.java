package onspark;

import io.mubiao.io.result.CsvOut;
import io.mubiao.io.result.EvaluationCsv;
import io.mubiao.io.roll.CsvOptions;
import io.mubiao.io.roll.RollFile;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.work.CostBudget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Shows that files of results are the same byte for byte, from one machine and from Spark however it cuts and orders the rows. */
public final class Prove {
    private static final List<String> COLUMNS = List.of("id", "status", "group", "total", "rank", "places", "initial_class", "class", "label", "reason");
    private static final int BLOCK = 1_000;

    private final Path folder;
    private final int rows;

    /** With so many made-up enterprises, whose files lie in a folder. */
    public Prove(Path folder, int rows) throws IOException {
        this.folder = folder;
        this.rows = rows;
        for (int year : new int[] {2023, 2024}) {
            if (!Files.exists(file(year))) {
                Firms.write(file(year), rows, year, 42);
            }
        }
    }

    private Path file(int year) {
        return folder.resolve("firms-" + year + "-" + rows + ".csv");
    }

    /** The digest of the file that one machine writes. */
    public String alone(String rule) throws IOException {
        Path results = folder.resolve(rule + ".csv");
        LandAssessor assessor = Cases.assessor(rule).threads(2);
        CsvOptions options = CsvOptions.DEFAULT.threads(2).budget(CostBudget.DEFAULT.bytes(Long.MAX_VALUE));
        Roll roll = RollFile.read(file(2024), assessor.rule(), options).orThrow();
        assessor = Cases.usesLastYear(rule) ? assessor.prior(RollFile.read(file(2023), assessor.rule(), options).orThrow()) : assessor;
        EvaluationCsv.write(results, StandardCharsets.UTF_8, false, assessor.evaluate(roll), COLUMNS, written -> { });
        return digest(List.of(results), "");
    }

    /** The digest of what Spark writes of the same file, cut and ordered in a way. */
    public String onSpark(SparkSession spark, String rule, UnaryOperator<Dataset<Row>> cut) throws IOException {
        Dataset<Row> year = cut.apply(read(spark, 2024));
        LandOnSpark land = LandOnSpark.of(spark, () -> Cases.assessor(rule));
        LandOnSpark.Done done = Cases.usesLastYear(rule) ? land.evaluate(year, Map.of(1, cut.apply(read(spark, 2023)))) : land.evaluate(year);
        Path results = folder.resolve(rule + "-" + System.nanoTime());
        done.results(COLUMNS).orderBy("id")
                .javaRDD().mapPartitions(Prove::lines).saveAsTextFile(results.toString());
        done.close();
        try (Stream<Path> parts = Files.list(results)) {
            return digest(parts.filter(it -> it.getFileName().toString().startsWith("part-")).sorted().toList(), CsvOut.write(COLUMNS, List.of()));
        }
    }

    private Dataset<Row> read(SparkSession spark, int year) {
        return spark.read().option("header", true).schema(Firms.SCHEMA).csv(file(year).toString());
    }

    /** Lines as the library writes them; Spark ends each with a line feed. */
    private static Iterator<String> lines(Iterator<Row> rows) {
        String header = CsvOut.write(COLUMNS, List.of());
        return Stream.iterate(rows, Iterator::hasNext, it -> it).flatMap(it -> {
            List<List<String>> block = new ArrayList<>();
            while (block.size() < BLOCK && it.hasNext()) {
                Row row = it.next();
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    cells.add(Objects.toString(row.get(i), ""));
                }
                block.add(cells);
            }
            return Stream.of(CsvOut.write(COLUMNS, block).substring(header.length()).split("\n"));
        }).iterator();
    }

    private static String digest(List<Path> files, String before) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before.getBytes(StandardCharsets.UTF_8));
            for (Path file : files) {
                try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
                    bytes.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A session in this process, on so many threads. */
    public static SparkSession session(int threads) {
        return SparkSession.builder().master("local[" + threads + ",4]").appName("Mubiao").config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", Integer.toString(Math.max(4, 4 * threads))).getOrCreate();
    }

    /**
     * Rows and folder, then rules, numbers of threads and ways if not all; tries one thread and two, as the file lies ("lying") and in
     * another order and other parts ("cut"); ends with 1 where anything differs.
     */
    public static void main(String[] args) throws IOException {
        Prove prove = new Prove(Path.of(args[1]), Integer.parseInt(args[0]));
        List<String> asked = List.of(args).subList(2, args.length);
        int different = 0;
        for (String rule : asked(Cases.NAMES, asked)) {
            String alone = prove.alone(rule);
            System.out.println(rule + ", one machine:       " + alone);
            for (String threads : asked(List.of("1", "2"), asked)) {
                int cut = 5 + 8 * Integer.parseInt(threads);
                for (String way : asked(List.of("lying", "cut"), asked)) {
                    UnaryOperator<Dataset<Row>> order = way.equals("cut") ? rows -> rows.repartition(cut) : rows -> rows;
                    try (SparkSession spark = session(Integer.parseInt(threads))) {
                        long start = System.nanoTime();
                        String together = prove.onSpark(spark, rule, order);
                        different += together.equals(alone) ? 0 : 1;
                        System.out.println(rule + ", local[" + threads + "], " + (way.equals("cut") ? "in " + cut + " parts" : "as it lies") + ": " + together
                                + (together.equals(alone) ? " equal" : " DIFFERENT") + ", " + (System.nanoTime() - start) / 1_000_000_000 + " s");
                    }
                }
            }
        }
        System.exit(different == 0 ? 0 : 1);
    }

    /** Those of all that are asked for; all where none is. */
    private static List<String> asked(List<String> all, List<String> asked) {
        List<String> some = all.stream().filter(asked::contains).toList();
        return some.isEmpty() ? all : some;
    }
}
