package landleague;

import io.mubiao.io.result.CsvOut;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** 500 made-up enterprises of three counties, as the CSV file that an office would hand in. */
public final class GeneratedCohort {
    private static final List<String> HEADER = List.of("统一社会信用代码", "企业名称", "县区", "是否规上企业", "用地面积(亩)",
            "税收(万元)", "销售收入(万元)", "综合能耗(吨标煤)", "是否水电气供应企业", "投产日期", "是否县区认定不宜评价", "加分", "减分");
    private static final List<String> COUNTIES = List.of("甲县", "乙区", "丙县");

    private GeneratedCohort() {}

    /** The figures of a year; the same enterprises every year, somewhat different figures. */
    public static String csv(int year) {
        SplittableRandom lasting = new SplittableRandom(2024);
        SplittableRandom yearly = new SplittableRandom(year);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i <= 500; i++) {
            boolean regulated = lasting.nextInt(10) < 7;
            long land = regulated ? 500 + lasting.nextInt(15_000) : 100 + lasting.nextInt(900);
            long tax = land * (2 + lasting.nextInt(20) * lasting.nextInt(4)) * (80 + yearly.nextInt(50)) / 100;
            long sales = land * (60 + lasting.nextInt(500)) * (85 + yearly.nextInt(40)) / 100;
            long energy = land * (5 + lasting.nextInt(80)) / 2;
            String start = (1998 + lasting.nextInt(26)) + "-" + (10 + lasting.nextInt(3)) + "-15";
            rows.add(List.of("QY%04d".formatted(i), "企业%04d".formatted(i), COUNTIES.get(lasting.nextInt(3)),
                    regulated ? "是" : "否", decimal(land), decimal(lasting.nextInt(60) == 0 ? -tax / 10 : tax), decimal(sales),
                    decimal(energy), lasting.nextInt(60) == 0 ? "是" : "", start, "",
                    lasting.nextInt(12) == 0 ? "3" : "", lasting.nextInt(40) == 0 ? "5" : ""));
        }
        return CsvOut.write(HEADER, rows);
    }

    private static String decimal(long hundredths) {
        return (hundredths < 0 ? "-" : "") + Math.abs(hundredths) / 100 + "." + "%02d".formatted(Math.abs(hundredths) % 100);
    }
}
