package service;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who may ask what, by bearer token. */
@Configuration
@OpenAPIDefinition(info = @Info(title = "Mubiao", version = "1"), security = @SecurityRequirement(name = "token"))
@SecurityScheme(name = "token", type = SecuritySchemeType.HTTP, scheme = "bearer")
class Access {
    @Bean
    OpaqueTokenIntrospector tokens(Settings settings) {
        return token -> Optional.ofNullable(settings.tokens().get(token))
                .map(role -> new DefaultOAuth2AuthenticatedPrincipal(role.name(), Map.of("sub", role.name()), role.authorities()))
                .orElseThrow(() -> new BadOpaqueTokenException("nobody has this token"));
    }

    @Bean
    RequestRejectedHandler paths(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        return (request, response, e) -> refusals.resolveException(request, response, null, e);
    }

    @Bean
    SecurityFilterChain rights(HttpSecurity http, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(it -> it
                        .requestMatchers("/openapi/**", "/openapi.html", "/swagger-ui/**", "/error").permitAll()
                        .requestMatchers(GET, "/scorecard").hasRole("PUBLIC")
                        .requestMatchers(POST, "/land/*/evaluation").hasRole("PUBLIC")
                        .requestMatchers("/observations", "/assessments/**").hasRole("REPORTER")
                        .anyRequest().hasRole("OFFICE"))
                .oauth2ResourceServer(it -> it.opaqueToken(Customizer.withDefaults())
                        .authenticationEntryPoint((request, response, e) -> refusals.resolveException(request, response, null, e))
                        .accessDeniedHandler((request, response, e) -> refusals.resolveException(request, response, null, e)))
                .build();
    }
}
