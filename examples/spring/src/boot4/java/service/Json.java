package service;

import io.mubiao.io.jackson.Jackson3Module;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JacksonModule;

/** Spring Boot 4 writes results with Jackson 3, and offers no YAML because the library can read it. */
@Configuration
class Json implements WebMvcConfigurer {
    @Bean
    JacksonModule results() {
        return new Jackson3Module();
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(all -> all.removeIf(it -> it.getSupportedMediaTypes().contains(MediaType.APPLICATION_YAML)));
    }
}
