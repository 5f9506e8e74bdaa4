package io.mubiao.value;

import com.google.common.collect.ImmutableMap;

/** The units that are known without being declared, each with what one of it is in the base unit of its dimension. */
final class BuiltInUnits {
    private static final Rational THOUSANDTH = Rational.of(1, 1_000);
    private static final Rational MILLION = Rational.of(1_000_000);
    /** One kWh is 3.6 MJ. */
    private static final Rational MEGAJOULE = Rational.of(5, 18);
    /** What was built in first; a register that declares it as a measure word is wrong, not old. */
    static final ImmutableMap<String, Unit> FIRST = first();
    static final ImmutableMap<String, Unit> ALL = all();

    private BuiltInUnits() {}

    private static ImmutableMap<String, Unit> first() {
        ImmutableMap.Builder<String, Unit> units = ImmutableMap.builder();
        add(units, "money", Rational.ONE, "元");
        add(units, "area", Rational.ONE, "平方米", "m²", "m2");
        add(units, "area", Rational.of(2000, 3), "亩", "mu");
        add(units, "area", Rational.of(10_000), "公顷", "ha");
        add(units, "area", MILLION, "平方公里", "km²", "km2");
        add(units, "", Rational.of(1, 100), "%");
        add(units, "percentage point", Rational.ONE, "百分点", "个百分点", "pp");
        add(units, "mass", Rational.ONE, "t", "吨");
        add(units, "coal equivalent", Rational.ONE, "tce", "吨标煤", "吨标准煤");
        add(units, "energy", Rational.ONE, "kWh", "千瓦时");
        add(units, Unit.PERSONS, Rational.ONE, "人");
        return units.build();
    }

    private static ImmutableMap<String, Unit> all() {
        ImmutableMap.Builder<String, Unit> units = ImmutableMap.<String, Unit>builder().putAll(FIRST);
        add(units, "", THOUSANDTH, "‰");
        add(units, "percentage point", Rational.of(1, 100), "基点", "个基点");
        land(units);
        masses(units);
        energies(units);
        days(units);
        for (String money : new String[] {"美元", "欧元", "港元", "日元"}) {
            add(units, money, Rational.ONE, money);
        }
        return units.build();
    }

    private static void land(ImmutableMap.Builder<String, Unit> units) {
        add(units, "area", Rational.ONE, "平米");
        add(units, "area", Rational.of(2000, 3), "市亩");
        add(units, "area", MILLION, "平方千米");
        add(units, "length", Rational.ONE, "米");
        add(units, "length", Rational.of(1_000), "公里", "千米", "km");
        add(units, "length", Rational.of(1, 100), "厘米", "cm");
        add(units, "length", THOUSANDTH, "毫米", "mm");
        add(units, "volume", Rational.ONE, "立方米", "m³", "m3");
        add(units, "volume", THOUSANDTH, "升", "L");
        add(units, "volume", Rational.of(1, 1_000_000), "毫升", "mL");
    }

    private static void masses(ImmutableMap.Builder<String, Unit> units) {
        add(units, "mass", THOUSANDTH, "千克", "公斤", "kg", "KG");
        add(units, "mass", Rational.of(1, 2_000), "斤", "市斤");
        add(units, "mass", Rational.of(1, 1_000_000), "克", "g");
        add(units, "mass", Rational.of(1, 1_000_000_000), "毫克", "mg");
        add(units, "mass", Rational.of(1, 1_000_000_000_000L), "微克", "μg", "ug");
        add(units, "coal equivalent", THOUSANDTH, "kgce", "千克标煤", "千克标准煤", "公斤标煤", "公斤标准煤");
        add(units, "coal equivalent", Rational.of(1, 1_000_000), "gce", "克标煤", "克标准煤");
        add(units, "co2", Rational.ONE, "吨二氧化碳", "tCO2");
        add(units, "co2", THOUSANDTH, "千克二氧化碳", "公斤二氧化碳", "kgCO2");
        add(units, "co2e", Rational.ONE, "吨二氧化碳当量", "tCO2e");
        add(units, "co2e", THOUSANDTH, "千克二氧化碳当量", "kgCO2e");
    }

    private static void energies(ImmutableMap.Builder<String, Unit> units) {
        add(units, "energy", Rational.ONE, "kwh", "KWH", "KWh", "kW·h", "千瓦·时", "千瓦小时", "度", "度电");
        add(units, "energy", Rational.of(1_000), "MWh", "兆瓦时");
        add(units, "energy", MILLION, "GWh", "吉瓦时");
        add(units, "energy", MEGAJOULE, "MJ", "兆焦");
        add(units, "energy", MEGAJOULE.times(Rational.of(1_000)), "GJ", "吉焦");
        add(units, "energy", MEGAJOULE.times(MILLION), "TJ", "太焦");
        add(units, "power", Rational.of(1, 1_000), "瓦", "W");
        add(units, "power", Rational.ONE, "千瓦", "kW", "KW");
        add(units, "power", Rational.of(1_000), "兆瓦", "MW");
        add(units, "power", MILLION, "吉瓦", "GW");
        add(units, "kva", Rational.ONE, "千伏安", "kVA", "KVA");
    }

    private static void days(ImmutableMap.Builder<String, Unit> units) {
        add(units, "time", Rational.ONE, "天", "日");
        add(units, "time", Rational.of(7), "周");
        add(units, "time", Rational.of(1, 24), "小时");
        add(units, "time", Rational.of(1, 1_440), "分钟");
        add(units, "time", Rational.of(1, 86_400), "秒");
        add(units, "months", Rational.ONE, "月", "个月");
        add(units, "months", Rational.of(12), "年");
    }

    private static void add(ImmutableMap.Builder<String, Unit> to, String dimension, Rational factor, String... names) {
        for (String name : names) {
            to.put(name, Unit.of(name, dimension, factor));
        }
    }
}
