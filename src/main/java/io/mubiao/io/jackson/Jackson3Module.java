package io.mubiao.io.jackson;

import io.mubiao.io.result.JsonStyle;
import io.mubiao.io.result.ResultTree;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Lets a mapper of Jackson 3 write results (结果序列化), each as {@link ResultTree} has it: {@code JsonMapper.builder().addModule(new Jackson3Module()).build()}.
 * Needs {@code tools.jackson.core:jackson-databind}. Nothing is read back.
 */
@SuppressWarnings("exports")
public final class Jackson3Module extends SimpleModule {
    @java.io.Serial
    private static final long serialVersionUID = 1L;

    /** Results in full. */
    public Jackson3Module() {
        this(JsonStyle.FULL);
    }

    /** Results in a style; the mapper itself decides about lines. */
    public Jackson3Module(JsonStyle style) {
        super("mubiao");
        ResultTree.types().forEach(type -> addSerializer(type, new Result(style)));
    }

    private static final class Result extends ValueSerializer<Object> {
        private final JsonStyle style;

        Result(JsonStyle style) {
            this.style = style;
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
            generator.writePOJO(ResultTree.tree(value, style));
        }
    }
}
