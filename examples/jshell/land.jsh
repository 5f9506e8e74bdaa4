// A dozen lines: a rule, two rolls, the league table, one explained, what it lacks, whom an appeal would move, a workbook and a page.
open("seeds/rules/huaian-2024-by-county.yaml")
open("examples/landleague/roll-2023.csv", "上年名册")
open("examples/landleague/roll-2024.csv")
show()
behind()
why("QY0042")
gap("QY0042")
whatIf("QY0042", "用地面积", "60")
save("target/land.xlsx")
save("target/land.html")
why("QY9999")
open("none.yaml")
/exit
