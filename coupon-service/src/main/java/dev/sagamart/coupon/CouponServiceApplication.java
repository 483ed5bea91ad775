package dev.sagamart.coupon;

import dev.sagamart.defaults.security.AccessRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the coupon service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class CouponServiceApplication {
    static void main(String[] args) {
        SpringApplication.run(CouponServiceApplication.class, args);
    }

    @Bean
    AccessRules accessRules() {
        return new AccessRules()
                .anybodyMayRead("/v1/coupon-campaigns/{campaignId}")
                .onlyAdminsMay(HttpMethod.POST, "/v1/coupon-campaigns")
                .onlyAdminsMay(HttpMethod.GET, "/v1/coupon-campaigns/{campaignId}/report");
    }
}
