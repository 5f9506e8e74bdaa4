package io.mubiao.io.jackson;

import io.mubiao.io.internal.Fields;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.io.result.JsonStyle;
import io.mubiao.io.result.ResultTree;
import io.mubiao.io.rule.AnyRuleFile;
import io.mubiao.problem.WithProblems;
import io.mubiao.rule.Rule;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a mapper of either Jackson writes of anything of ours: results, definitions, constants; all else is refused. */
final class HostTree {
    private HostTree() {}

    /** Whether we write it; exceptions are the host's business, and of a list its elements are ours. */
    static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("io.mubiao.") && !Throwable.class.isAssignableFrom(type) && !Collection.class.isAssignableFrom(type);
    }

    /** @throws IllegalArgumentException if it is nothing to be shown, such as an assessor */
    static Object of(Object value, JsonStyle style) {
        if (value instanceof Register register) {
            return RegisterFile.tree(register);
        } else if (value instanceof Target target) {
            return RegisterFile.tree(target);
        } else if (value instanceof Rule<?> rule) {
            return AnyRuleFile.tree(rule);
        } else if (value instanceof WithProblems<?> read) {
            Map<String, Object> both = new LinkedHashMap<>(Map.of("value", read.value()));
            both.put("problems", read.problems());
            return both;
        }
        return ResultTree.plain(value, style);
    }

    /** The name of a field for a key of a map. */
    static String key(Object key) {
        return key instanceof Enum<?> constant ? Fields.word(constant) : String.valueOf(key);
    }
}
