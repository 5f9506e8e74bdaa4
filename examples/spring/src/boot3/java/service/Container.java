package service;

import org.springframework.boot.web.embedded.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tomcat refuses as the service does. */
@Configuration
class Container {
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problems() {
        return server -> server.addContextCustomizers(context -> context.getParent().getPipeline().addValve(new ProblemValve()));
    }
}
