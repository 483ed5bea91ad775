package dev.sagamart.systemtests.generated;

import java.util.List;
import java.util.random.RandomGenerator;

/** Values that have broken things before, somewhere. */
final class Strange {
    private static final List<String> LITERALS = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1",
            "-0",
            "1.5",
            "1e3",
            "1e400",
            "2147483647",
            "2147483648",
            "-2147483649",
            "1000000",
            "1000001",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "NaN",
            "[]",
            "{}",
            "[[[[]]]]",
            "{\"a\":{}}",
            "\"\"",
            "\" \"",
            "\"1\"",
            "\"null\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\n\"",
            "\"' or 1=1 --\"",
            "\"${jndi:ldap://x}\"",
            "\"<script>\"",
            "\"../../etc/passwd\"",
            "\"2026-02-30T00:00:00Z\"",
            "\"9999-12-31T23:59:59.999999999Z\"",
            "\"0199b1c0-0000-7000-8000-000000000001\"",
            "\"감귤🍊\"",
            "\"\u202egnp\"",
            "undefined",
            "/**/1",
            "\"\\x\"",
            "\"unterminated",
            "007",
            "+1",
            ".5");
    private static final List<String> SEGMENTS = List.of(
            "0",
            "1",
            "-1",
            "999999999",
            "9223372036854775807",
            "9223372036854775808",
            "x",
            "%00",
            "%2e%2e",
            "%2F",
            "..;",
            "1;a=b",
            "%F0%9F%8D%8A",
            "%EF%BC%91",
            "1%20",
            "'%20or%201=1",
            "popular",
            "restocks",
            "null",
            "1.0",
            "0x1",
            "0199b1c0-0000-7000-8000-000000000001",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "%25",
            "%7B%7D");
    private static final List<String> QUERIES = List.of(
            "limit=0",
            "limit=1",
            "limit=100",
            "limit=101",
            "limit=-1",
            "limit=x",
            "limit=",
            "limit",
            "cursor=",
            "cursor=x",
            "cursor=%00",
            "cursor=AAAAAAAA",
            "limit=1&limit=2",
            "a=b",
            "%00=1",
            "limit=%31",
            "&&&",
            "=",
            "limit=1&cursor=",
            "path=/v1/orders",
            "access_token=x",
            "debug=true",
            "page=1&size=10",
            "_method=DELETE");
    private static final List<String> KEYS = List.of(
            "",
            " ",
            "short",
            "a key with spaces",
            "\"quoted-key\"",
            "\"half-quoted",
            "one-key-for-all",
            "two-keys-for-all",
            "*?[]*?[]*?",
            "a,b,c,d,e,f,g");
    private static final List<String> HEADERS = List.of(
            "Accept|text/csv",
            "Accept|*/*;q=0",
            "Accept|application/json;charset=utf-16",
            "Accept|,",
            "Accept|a/b/c",
            "Content-Type|text/plain",
            "Content-Type|application/json;charset=utf-16",
            "Content-Type|nonsense",
            "Content-Type|application/problem+json",
            "Content-Encoding|gzip",
            "Accept-Encoding|gzip",
            "X-User-Id|admin",
            "X-Forwarded-For|1.2.3.4, 5.6.7.8",
            "Forwarded|for=;;;",
            "X-HTTP-Method-Override|DELETE",
            "Range|bytes=0-",
            "If-Match|*",
            "If-None-Match|\"x\"",
            "Origin|https://evil.example",
            "Cookie|a=b; c",
            "traceparent|00-x-y-01",
            "traceparent|00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-ff",
            "baggage|a=b,,=",
            "Accept-Language|xx-!!",
            "Authorization|Basic YTpi",
            "Authorization|Bearer",
            "Authorization|Bearer x.y.z",
            "Prefer|wait=100",
            "Idempotency-Key|a-second-key-here",
            "X-Long|" + "x".repeat(3_000));

    private final RandomGenerator random;

    Strange(RandomGenerator random) {
        this.random = random;
    }

    String literal() {
        return any(LITERALS);
    }

    String segment() {
        return any(SEGMENTS);
    }

    String query() {
        return any(QUERIES);
    }

    String key() {
        return any(KEYS);
    }

    String[] header() {
        return any(HEADERS).split("\\|", 2);
    }

    byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
