package io.mubiao.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An indicator with its weight and base, as a person writes it: {@code 亩均税收 = 税收(万元) / 用地面积(亩), 45, 20}.
 *
 * @param name the indicator
 * @param above the figure above the line
 * @param aboveUnit its unit
 * @param below the figure below the line
 * @param belowUnit its unit
 * @param weight the weight in points
 * @param base what gives full points, a number in the unit of the indicator
 */
record DraftItem(String name, String above, String aboveUnit, String below, String belowUnit, String weight, String base) {
    private static final Pattern WRITTEN = Pattern.compile("\\s*(\\S+)\\s*=\\s*(\\S+?)\\s*[(（](\\S+?)[)）]\\s*[/÷]\\s*(\\S+?)\\s*[(（](\\S+?)[)）]"
            + "\\s*[,，]\\s*([0-9]+(?:[.][0-9]+)?)\\s*[,，]\\s*([0-9]+(?:[.][0-9]+)?)\\s*");

    /** Of who writes none. */
    static final List<DraftItem> USUAL = List.of(parse("亩均税收 = 税收(万元) / 用地面积(亩), 60, 20"), parse("亩均销售 = 销售收入(万元) / 用地面积(亩), 40, 400"));

    static BigDecimal weights(List<DraftItem> items) {
        return items.stream().map(it -> new BigDecimal(it.weight())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @throws IllegalArgumentException if it is written otherwise */
    static DraftItem parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("not an indicator: '" + text + "'; expected such as '亩均税收 = 税收(万元) / 用地面积(亩), 45, 20': "
                    + "name, two figures with units, weight, base");
        }
        return new DraftItem(written.group(1), written.group(2), written.group(3), written.group(4), written.group(5), written.group(6),
                written.group(7));
    }

    String unit() {
        return aboveUnit.equals(belowUnit) ? "" : aboveUnit + "/" + belowUnit;
    }
}
