package service;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who asks, each with the rights of those before, and what a profile of a rule's {@code exports} lets each see. */
enum Role {
    PUBLIC("public"), REPORTER("internal"), OFFICE("");

    private final String profile;

    Role(String profile) {
        this.profile = profile;
    }

    static Role of(Authentication asker) {
        return valueOf(asker.getName());
    }

    /** Nothing for whoever sees all. */
    Optional<String> profile() {
        return Optional.of(profile).filter(it -> !it.isEmpty());
    }

    List<GrantedAuthority> authorities() {
        return Arrays.stream(values()).filter(it -> it.compareTo(this) <= 0)
                .<GrantedAuthority>map(it -> new SimpleGrantedAuthority("ROLE_" + it)).toList();
    }
}
