package io.mubiao.bench.land;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Function;

/** The six indicators over {@link Enterprise}. */
enum Indicator {
    TAX_PER_LAND(30, Enterprise::tax, Enterprise::land),
    ADDED_PER_LAND(20, Enterprise::valueAdded, Enterprise::land),
    ADDED_PER_ENERGY(20, Enterprise::valueAdded, Enterprise::energy),
    ADDED_PER_EMISSION(10, Enterprise::valueAdded, Enterprise::emission),
    ADDED_PER_EMPLOYEE(10, Enterprise::valueAdded, Enterprise::employees),
    RD_PER_REVENUE(10, Enterprise::rd, Enterprise::revenue);

    private final BigDecimal weight;
    private final BigDecimal limit;
    private final Function<Enterprise, BigDecimal> over;
    private final Function<Enterprise, BigDecimal> under;

    Indicator(int weight, Function<Enterprise, BigDecimal> over, Function<Enterprise, BigDecimal> under) {
        this.weight = BigDecimal.valueOf(weight);
        this.limit = this.weight.multiply(new BigDecimal("1.5"));
        this.over = over;
        this.under = under;
    }

    BigDecimal value(Enterprise enterprise) {
        return over.apply(enterprise).divide(under.apply(enterprise), MathContext.DECIMAL128);
    }

    BigDecimal baseline(List<Enterprise> industry) {
        return sum(industry, over).divide(sum(industry, under), MathContext.DECIMAL128);
    }

    private static BigDecimal sum(List<Enterprise> industry, Function<Enterprise, BigDecimal> column) {
        return industry.stream().map(column).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal score(Enterprise enterprise, BigDecimal baseline) {
        return weight.multiply(value(enterprise)).divide(baseline, MathContext.DECIMAL128).max(BigDecimal.ZERO)
                .min(limit);
    }
}
