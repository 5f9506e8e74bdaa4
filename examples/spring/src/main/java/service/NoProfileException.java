package service;

import org.springframework.security.access.AccessDeniedException;

/** A rule does not say what may be let out to a role, so nothing is. */
final class NoProfileException extends AccessDeniedException {
    @java.io.Serial
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String profile;

    NoProfileException(String rule, String profile) {
        super("rule '" + rule + "' has no export profile '" + profile + "', so nothing of it may be let out to this role");
        this.rule = rule;
        this.profile = profile;
    }

    String chinese() {
        return "办法“" + rule + "”没有导出范围“" + profile + "”，因此不能向该角色提供任何结果";
    }
}
