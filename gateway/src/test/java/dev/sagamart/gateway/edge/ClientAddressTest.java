package dev.sagamart.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class ClientAddressTest {

    private static final Pattern OURS = Pattern.compile("10\\..*");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1 | 198.51.100.7                | 198.51.100.7",
                "10.0.0.1 | 6.6.6.6, 198.51.100.7       | 198.51.100.7",
                "10.0.0.1 | 198.51.100.7, 10.0.0.2      | 198.51.100.7",
                "10.0.0.1 | 10.0.0.3,10.0.0.2           | 10.0.0.3",
                "10.0.0.1 | ' , '                       | 10.0.0.1",
                "8.8.8.8  | 198.51.100.7                | 8.8.8.8"
            })
    void the_last_address_that_is_not_a_trusted_proxy_counts(String peer, String forwarded, String client) {
        assertThat(addressOf(peer, forwarded, OURS).text()).isEqualTo(client);
    }

    @Test
    void without_trusted_proxies_the_peer_counts() {
        assertThat(addressOf("10.0.0.1", "198.51.100.7", null).text()).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7, 198.51.100.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002::/64",
        "2001:db8:1:2::1, 20010db800010002::/64",
        "not:an:address, not:an:address"
    })
    void the_addresses_of_an_ipv6_network_are_one(String text, String network) {
        assertThat(new ClientAddress(text).network()).isEqualTo(network);
    }

    private static ClientAddress addressOf(String peer, String forwarded, @Nullable Pattern trusted) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/")
                .remoteAddress(new InetSocketAddress(peer, 1))
                .header("X-Forwarded-For", forwarded)
                .build());
        ClientAddress.remember(exchange, trusted);
        return ClientAddress.of(exchange);
    }
}
