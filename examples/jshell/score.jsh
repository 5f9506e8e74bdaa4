// Ten lines: score a register, ask why, what would turn a light green, and what one more report would change.
var register = Mubiao.readRegister("seeds/jinan-2024/register.yaml")
var log = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow()
var day = LocalDate.of(2024, 9, 30)
var rule = Mubiao.readScorecard("seeds/jinan-2024/scorecard.yaml")
var card = Mubiao.score(rule, Mubiao.assess(register, log, day))
System.out.print(Mubiao.table(card, Mubiao.forecast(card.assessments(), log)))
System.out.print(Mubiao.explain(card.get("P05"), Locale.CHINESE))
System.out.print(Mubiao.explain(Mubiao.gaps(rule, register, log, day).get("P05"), Locale.CHINESE))
var more = Observation.total("P03", day, Quantity.parse("10 个", register.units()))
Mubiao.whatIf(rule, register, log, day).with(more).run().diff().nodes().forEach(System.out::println)
Mubiao.readScoringRule("seeds/scoring/c03-energy-saving.yaml").score("done", "85 %").points().get()
/exit
