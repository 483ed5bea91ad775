package dev.sagamart.k8s;

import dev.sagamart.local.suite.Service;
import java.util.List;
import java.util.stream.Stream;

/** The seven by the names of their modules, which are their names in a cluster, too. */
final class Services {
    static final String GATEWAY = Service.GATEWAY.module();

    static final List<String> ALL =
            Stream.of(Service.values()).map(Service::module).toList();

    /** All but the gateway. */
    static final List<String> BEHIND_GATEWAY =
            ALL.stream().filter(name -> !name.equals(GATEWAY)).toList();

    private Services() {}
}
