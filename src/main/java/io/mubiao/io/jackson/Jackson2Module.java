package io.mubiao.io.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.module.SimpleSerializers;
import io.mubiao.io.result.JsonStyle;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Lets a mapper of Jackson 2 write what is ours (结果序列化), each result as {@link io.mubiao.io.result.ResultTree} has it, definitions as
 * their files do: {@code new ObjectMapper().registerModule(new Jackson2Module())}. What is nothing to be shown is
 * refused. Needs {@code com.fasterxml.jackson.core:jackson-databind}. Nothing is read back.
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
        setSerializers(new Ours(new Result(style)));
        setKeySerializers(new Ours(new Key()));
    }

    /** For every type of ours, so that none is written by what its methods happen to be called. */
    private static final class Ours extends SimpleSerializers {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        private final transient JsonSerializer<Object> ours;

        Ours(JsonSerializer<Object> ours) {
            this.ours = ours;
        }

        @Override
        public @Nullable JsonSerializer<?> findSerializer(SerializationConfig config, JavaType type, BeanDescription bean) {
            return HostTree.isOurs(type.getRawClass()) ? ours : null;
        }
    }

    private static final class Key extends JsonSerializer<Object> {
        @Override
        public void serialize(Object key, JsonGenerator generator, SerializerProvider context) throws IOException {
            generator.writeFieldName(HostTree.key(key));
        }
    }

    private static final class Result extends JsonSerializer<Object> {
        private final JsonStyle style;

        Result(JsonStyle style) {
            this.style = style;
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(HostTree.of(value, style), generator);
        }
    }
}
