package dev.sagamart.coupon.rush;

import dev.sagamart.coupon.CouponClient;
import dev.sagamart.coupon.CouponServiceApplication;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Another instance of the service beside the one of the test, on the same servers. */
final class SecondInstance implements AutoCloseable {
    private static final List<String> SHARED = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.flyway.user",
            "spring.flyway.password",
            "spring.kafka.bootstrap-servers",
            "sagamart.redis.url",
            "spring.security.oauth2.resourceserver.jwt.issuer-uri",
            "spring.security.oauth2.resourceserver.jwt.jwk-set-uri");

    private final ConfigurableApplicationContext context;

    SecondInstance(Environment first) {
        Stream<String> shared = SHARED.stream().map(name -> "--" + name + "=" + first.getRequiredProperty(name));
        Stream<String> own = Stream.of("--server.port=0", "--management.server.port=0");
        context = new SpringApplicationBuilder(CouponServiceApplication.class)
                .run(Stream.concat(shared, own).toArray(String[]::new));
    }

    CouponClient client() {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return new CouponClient(RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build());
    }

    @Override
    public void close() {
        context.close();
    }
}
