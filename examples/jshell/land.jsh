// A dozen lines: a rule, a roll, the league table, one explanation, whom an appeal would move, and a workbook.
var rule = Mubiao.readRule("seeds/rules/huaian-2024-by-county.yaml")
var lastYear = Mubiao.readRoll("examples/landleague/roll-2023.csv", rule).orThrow()
var roll = Mubiao.readRoll("examples/landleague/roll-2024.csv", rule).orThrow()
var e = LandAssessor.of(rule).prior(lastYear).evaluate(roll)
System.out.print(Mubiao.league(e, 10))
System.out.print(Mubiao.explain(e.explain("QY0042"), Locale.CHINESE))
Margin.of(e, "QY0042").get().places()
Counterfactual.of(e, "QY0042", "tax", "A").change().get()
var appeal = EvaluationWhatIf.of(e).with("QY0042", "land", "60").run()
appeal.moves().forEach(m -> System.out.println(m.id() + " " + m.before().finalClass().get() + " -> " + m.after().finalClass().get()))
Workbook.of(e, Locale.CHINESE).write(Files.createTempDirectory("mubiao").resolve("结果.xlsx"))
/exit
