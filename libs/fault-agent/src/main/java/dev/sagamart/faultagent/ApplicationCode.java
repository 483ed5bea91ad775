package dev.sagamart.faultagent;

import java.util.List;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;

/** The classes of an application, looked at without loading them. */
final class ApplicationCode {
    /** A class of each part of the suite that is there if anything of that part is, so that one can miss the others. */
    private static final List<String> PARTS = List.of(
            "dev.sagamart.messaging.MessagingAutoConfiguration",
            "dev.sagamart.defaults.DefaultsAutoConfiguration",
            "dev.sagamart.gateway.GatewayApplication",
            "dev.sagamart.point.PointServiceApplication",
            "dev.sagamart.product.ProductServiceApplication",
            "dev.sagamart.order.OrderServiceApplication",
            "dev.sagamart.coupon.CouponServiceApplication",
            "dev.sagamart.ranking.RankingServiceApplication",
            "dev.sagamart.chargelog.ChargeLogServiceApplication",
            "org.flywaydb.core.Flyway",
            "org.springframework.kafka.core.KafkaTemplate");

    private final TypePool types;

    ApplicationCode(ClassLoader loader) {
        this.types = TypePool.Default.of(ClassFileLocator.ForClassLoader.of(loader));
    }

    /** Whether any of it can be seen at all. */
    boolean isVisible() {
        return PARTS.stream().anyMatch(this::has);
    }

    boolean has(String type) {
        return types.describe(type).isResolved();
    }

    /** Whether the part that the class would belong to is in this application. */
    boolean shouldHave(String type) {
        return PARTS.stream().filter(part -> type.startsWith(root(part))).anyMatch(this::has);
    }

    /** The package that all of the part is under: its first three names. */
    private static String root(String part) {
        String[] names = part.split("\\.", 4);
        return String.join(".", names[0], names[1], names[2]) + ".";
    }

    /** How many methods there are of this name with so many parameters. */
    int methods(Place place) {
        return types.describe(place.type())
                .resolve()
                .getDeclaredMethods()
                .filter(Hook.methods(place))
                .size();
    }
}
