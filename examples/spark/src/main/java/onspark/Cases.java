package onspark;

import io.mubiao.io.rule.Seeds;
import io.mubiao.land.assess.LandAssessor;
import java.util.List;
import java.util.Map;

/** The shipped rules that are tried here, with the parameters that they leave open. */
public final class Cases {
    /** Against last year's means of each county, ranked there by unrounded totals; four ratios with overrides; points ranked by group and kind. */
    public static final List<String> NAMES = List.of("huaian-2024-by-county", "keqiao-dyeing-2014", "wenling-parks-2022");

    private static final Map<String, String> OPEN = Map.of("district_tax_per_mu", "15 万元/亩", "district_tax_per_energy", "0.8 万元/吨标煤",
            "district_tax_per_discharge", "300 万元/吨", "district_value_per_mu", "75 万元/亩");

    private Cases() {}

    /** A rule by its name. */
    public static LandAssessor assessor(String name) {
        return LandAssessor.of(name.startsWith("keqiao") ? Seeds.rule(name).with(OPEN) : Seeds.rule(name));
    }

    /** Whether it asks for last year's figures. */
    public static boolean usesLastYear(String name) {
        return name.startsWith("huaian");
    }
}
