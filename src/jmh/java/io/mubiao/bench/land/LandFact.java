package io.mubiao.bench.land;

import java.math.BigDecimal;

/** An enterprise in the working memory of the rules, which add up its scores. */
public final class LandFact {
    private final Enterprise enterprise;
    private BigDecimal total = BigDecimal.ZERO;

    LandFact(Enterprise enterprise) {
        this.enterprise = enterprise;
    }

    /** The industry. */
    public int getIndustry() {
        return enterprise.industry();
    }

    /** In 亩. */
    public BigDecimal getLand() {
        return enterprise.land();
    }

    /** In 万元. */
    public BigDecimal getTax() {
        return enterprise.tax();
    }

    /** In 万元. */
    public BigDecimal getAdded() {
        return enterprise.valueAdded();
    }

    /** In 万元. */
    public BigDecimal getRevenue() {
        return enterprise.revenue();
    }

    /** In 万元. */
    public BigDecimal getRd() {
        return enterprise.rd();
    }

    /** In tce. */
    public BigDecimal getEnergy() {
        return enterprise.energy();
    }

    /** In t. */
    public BigDecimal getEmission() {
        return enterprise.emission();
    }

    /** Heads. */
    public BigDecimal getEmployees() {
        return enterprise.employees();
    }

    /** The total so far. */
    public BigDecimal getTotal() {
        return total;
    }

    /** Sets the total. */
    public void setTotal(BigDecimal total) {
        this.total = total;
    }

    /** Adds a score. */
    public void add(BigDecimal score) {
        total = total.add(score);
    }
}
