package io.mubiao.io.jackson;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.mubiao.io.result.JsonStyle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.module.SimpleSerializers;

/**
 * Lets a mapper of Jackson 3 write what is ours (结果序列化), each result as {@link io.mubiao.io.result.ResultTree} has it, definitions as
 * their files do: {@code JsonMapper.builder().addModule(new Jackson3Module()).build()}. What is nothing to be shown is
 * refused. Needs {@code tools.jackson.core:jackson-databind}. Nothing is read back.
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
        setSerializers(new Ours(new Result(style)));
        setKeySerializers(new Ours(new Key()));
    }

    /** For every type of ours, so that none is written by what its methods happen to be called. */
    private static final class Ours extends SimpleSerializers {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        private final transient ValueSerializer<Object> ours;

        Ours(ValueSerializer<Object> ours) {
            this.ours = ours;
        }

        @Override
        public @Nullable ValueSerializer<?> findSerializer(SerializationConfig config, JavaType type, BeanDescription.Supplier bean,
                JsonFormat.@Nullable Value format) {
            return HostTree.isOurs(type.getRawClass()) ? ours : null;
        }

        @Override
        public @Nullable ValueSerializer<?> findEnumSerializer(SerializationConfig config, JavaType type, BeanDescription.Supplier bean,
                JsonFormat.@Nullable Value format) {
            return findSerializer(config, type, bean, format);
        }
    }

    private static final class Key extends ValueSerializer<Object> {
        @Override
        public void serialize(Object key, JsonGenerator generator, SerializationContext context) {
            generator.writeName(HostTree.key(key));
        }
    }

    private static final class Result extends ValueSerializer<Object> {
        private final JsonStyle style;

        Result(JsonStyle style) {
            this.style = style;
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
            generator.writePOJO(HostTree.of(value, style));
        }
    }
}
