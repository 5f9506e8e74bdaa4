package service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Targets and land efficiency over HTTP. */
@SpringBootApplication
@EnableConfigurationProperties(Settings.class)
public class Service {
    public static void main(String[] args) {
        SpringApplication.run(Service.class, args);
    }
}
