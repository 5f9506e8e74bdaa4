package io.mubiao.io.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slip on any line of a register, the first of a block too, is told on that line, by what is wrong with it. */
class SwallowedLineTest {
    private static final String REGISTER = """
            register: small
            zone: Asia/Shanghai
            period: 2024-01-01/2024-12-31
            units: [个, 户]
            targets:
              - id: P1
                title: 项目
                owner: {lead: 发改局}
                goal:
                  kind: amount
                  of: total
                  require: ">= 62 个"
              - {id: P2, title: 覆盖率, goal: {kind: amount, of: level, require: ">= 90 %"}}
              - id: P3
                title: 投资
                goal:
                  kind: amount
                  of: total
                  require: ">= 5 亿元"
            """;

    private static Problem only(String text) {
        List<Problem> problems = assertThrows(InvalidDefinitionException.class,
                () -> RegisterFile.parse(text, Format.YAML, "r")).problems();
        assertEquals(1, problems.size(), problems::toString);
        assertFalse(problems.get(0).message(Locale.CHINESE).matches(".*[a-z]{3,} [a-z]{2,}.*"), problems.get(0).message(Locale.CHINESE));
        return problems.get(0);
    }

    private static String with(int line, String found, String instead) {
        String[] lines = REGISTER.split("\n", -1);
        assertTrue(lines[line - 1].contains(found), lines[line - 1]);
        lines[line - 1] = lines[line - 1].replace(found, instead.replace("<nbsp>", "\u00a0").replace("<zero>", "\u200b"));
        return String.join("\n", lines);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, value = {
        "1#register: #register：#found the full-width ：; write : and a blank",
        "1#register: small#register:small#a colon needs a blank behind it: 'register:small'",
        "6#id: #id：#found the full-width ：",
        "6#id: #id:#a colon needs a blank behind it: '- id:P1'",
        "6#- id#－ id#found the full-width －; write - and a blank",
        "6#- id#— id#found the full-width —; write - and a blank",
        "6#- id#-id#a dash needs a blank behind it: '-id: P1'",
        "14#- id#－ id#found the full-width －; write - and a blank",
        "14#- id#-id#a dash needs a blank behind it",
        "10#kind: #kind：#found the full-width ：",
        "10#kind: #kind:#a colon needs a blank behind it",
        "10#      kind#　　kind#found the full-width blank",
        "10#      kind#<nbsp>     kind#found U+00A0 where a line begins; indent with blanks",
        "10#      kind#<zero>      kind#found U+200B where a line begins; indent with blanks",
        "12#\">= 62 个\"#>= 62 个#a text that begins with '>' needs quotes",
        "12#\">= 62 个\"#> 62 个#a text that begins with '>' needs quotes",
        "12#\">= 62 个\"#>6#a text that begins with '>' needs quotes",
        "12#\">= 62 个\"#\">= 62 个#a quote is opened here and closed on line 13 only",
        "7#项目#\"项目#a quote is opened here and closed on line 12 only",
        "7#项目#| 项目#a text that begins with '|' needs quotes",
        "7#项目#&项目#a text that begins with &, * or ! needs quotes",
        "7#项目#&A 区项目#a text that begins with &, * or ! needs quotes",
        "7#项目#!重点 项目#a text that begins with '!' needs quotes",
        "7#项目#! 项目#a text that begins with &, * or ! needs quotes",
        "7#title#&t title#a text that begins with &, * or ! needs quotes",
        "6#id#&a id#a text that begins with &, * or ! needs quotes",
        "4#个, 户#个, &户#a text that begins with &, * or ! needs quotes",
        "8#{lead: 发改局}#｛lead: 发改局｝#found the full-width ｛; write {",
        "13#}}#}}}#nothing is open that '}' closes",
        "13#kind: amount#kind：amount#found the full-width ：",
        "5#targets#target#did you mean 'targets'",
        "9#goal#gaol#did you mean 'goal'",
        "11#      of#       of#indented more than line 10",
    })
    void theLineOfTheSlipIsNamed(int line, String found, String instead, String expected) {
        Problem problem = only(with(line, found, instead));
        assertTrue(problem.message().contains(expected), problem::toString);
        assertEquals(line, problem.place().line(), problem::toString);
    }

    @Test
    void aMisspeltNameOfABlockIsToldWhereTheNameStands() {
        Problem problem = only(with(9, "goal", "gaol"));
        assertEquals("9:5", problem.place().line() + ":" + problem.place().column());
        assertEquals("targets[0].gaol", problem.place().path());
    }

    @Test
    void aNameLessIndentedThanItsBlockIsNoSecondColon() {
        Problem problem = only(with(10, "      kind", "     kind"));
        assertTrue(problem.message().contains("indented more than line 10"), problem::toString);
    }

    @Test
    void signsWithinTextsAreNoAnchorsAndQuotedTextsStay() {
        for (String title : List.of("\"&项目\"", "'!项目'", "A & B!", "|\n      &甲\n      !乙", "\"甲\n      & 乙\"")) {
            String text = with(7, "项目", title);
            assertTrue(RegisterFile.parse(text, Format.YAML, "r").targets().get(0).title().matches("(?s).*[&!].*"), text);
        }
    }
}
