package io.mubiao.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.Mubiao;
import io.mubiao.io.schema.Schemas;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.text.internal.Translation;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is asked for and is not there is named in the reader's language, also where there is none at all. */
class KindsOfThingsTest {
    @Test
    void theirWordsAreChineseToo() {
        String schema = assertThrows(NoSuchIdException.class, () -> Schemas.address("foo")).getMessage();
        assertEquals("本库没有文件格式“foo”", Translation.translate(schema, Locale.CHINESE).split("；", -1)[0]);
        var rule = Mubiao.readRule("seeds/rules/huangyan-2022.yaml");
        String parameter = assertThrows(NoSuchIdException.class, () -> rule.with("x", "3")).getMessage();
        assertEquals("rule 'huangyan-2022' has no parameter 'x'; it has none", parameter);
        assertEquals("办法“huangyan-2022”没有参数“x”；一个也没有", Translation.translate(parameter, Locale.CHINESE));
    }
}
