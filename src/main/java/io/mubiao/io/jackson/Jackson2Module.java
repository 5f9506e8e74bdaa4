package io.mubiao.io.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.mubiao.io.result.JsonStyle;
import io.mubiao.io.result.ResultTree;
import java.io.IOException;

/**
 * Lets a mapper of Jackson 2 write results (结果序列化), each as {@link ResultTree} has it: {@code new ObjectMapper().registerModule(new Jackson2Module())}.
 * Needs {@code com.fasterxml.jackson.core:jackson-databind}. Nothing is read back.
 */
public final class Jackson2Module extends SimpleModule {
    @java.io.Serial
    private static final long serialVersionUID = 1L;

    /** Results in full. */
    public Jackson2Module() {
        this(JsonStyle.FULL);
    }

    /** Results in a style; the mapper itself decides about lines. */
    public Jackson2Module(JsonStyle style) {
        super("mubiao");
        ResultTree.types().forEach(type -> addSerializer(type, new Result(style)));
    }

    private static final class Result extends JsonSerializer<Object> {
        private final JsonStyle style;

        Result(JsonStyle style) {
            this.style = style;
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(ResultTree.tree(value, style), generator);
        }
    }
}
