package service;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the service is told.
 *
 * @param observations what an empty database begins with; may be left out
 * @param asOf the day of every question; today if left out
 * @param tokens who each bearer token is
 */
@ConfigurationProperties("mubiao")
record Settings(String register, String scorecard, String observations, LocalDate asOf, Map<String, Role> tokens) {
}
