// Ten lines: one target, one observation, one answer.
var units = Units.builtIn().with("个")
var target = Target.of("P05", "新引进亿元以上项目", Goal.total(Quantity.parse("62 个", units)), Span.year(2024))
var register = Register.of("demo", ZoneId.of("Asia/Shanghai"), target)
var log = ObservationLog.of(Observation.total("P05", LocalDate.of(2024, 6, 30), Quantity.parse("33 个", units)))
var a = Mubiao.assess(register, log, LocalDate.of(2024, 6, 30)).get("P05")
a.status()
a.attainment().get().round(Rounding.halfUp(4))
System.out.println(Mubiao.explain(a, Locale.CHINESE))
/exit
