package service;

import com.fasterxml.jackson.databind.Module;
import io.mubiao.io.jackson.Jackson2Module;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Spring Boot 3 writes results with Jackson 2, and offers no YAML because the library can read it. */
@Configuration
class Json implements WebMvcConfigurer {
    @Bean
    Module results() {
        return new Jackson2Module();
    }

    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> all) {
        all.removeIf(it -> it.getSupportedMediaTypes().contains(MediaType.APPLICATION_YAML));
    }
}
