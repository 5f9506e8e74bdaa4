package io.mubiao.bench.land;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** A row of a cohort as an object. */
public record Enterprise(int row, int industry, BigDecimal land, BigDecimal tax, BigDecimal valueAdded,
        BigDecimal revenue, BigDecimal rd, BigDecimal energy, BigDecimal emission, BigDecimal employees) {
    static List<Enterprise> of(Cohort cohort) {
        return IntStream.range(0, cohort.rows()).mapToObj(row -> of(cohort, row)).toList();
    }

    private static Enterprise of(Cohort cohort, int row) {
        return new Enterprise(row, cohort.industry()[row], BigDecimal.valueOf(cohort.land()[row], 2),
                BigDecimal.valueOf(cohort.tax()[row], 2), BigDecimal.valueOf(cohort.valueAdded()[row], 2),
                BigDecimal.valueOf(cohort.revenue()[row], 2), BigDecimal.valueOf(cohort.rd()[row], 2),
                BigDecimal.valueOf(cohort.energy()[row], 2), BigDecimal.valueOf(cohort.emission()[row], 3),
                BigDecimal.valueOf(cohort.employees()[row]));
    }
}
