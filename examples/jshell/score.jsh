// Ten lines: a register, what was observed, how it is scored; who is behind and why, one explained, what would change, two files.
open("seeds/jinan-2024/register.yaml")
open("seeds/jinan-2024/observations.yaml")
open("seeds/jinan-2024/scorecard.yaml")
show()
behind()
why("P05")
gap("P05")
whatIf("P03", "10 个")
save("target/mubiao.xlsx")
save("target/mubiao.html")
/exit
