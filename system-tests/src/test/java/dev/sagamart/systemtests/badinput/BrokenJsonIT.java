package dev.sagamart.systemtests.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;

/** Bodies that are no JSON, or not in the strict way of this API. */
@Order(2)
class BrokenJsonIT extends BadInputTest {
    private static final String MALFORMED = "400 MALFORMED_REQUEST";

    BrokenJsonIT(SuiteUnderTest suite) {
        super(suite);
    }

    @TestFactory
    Stream<DynamicTest> broken_json_is_malformed() {
        return withBody().stream()
                .flatMap(operation -> broken(samples.body(operation)).entrySet().stream()
                        .map(body -> refused(
                                operation + ": " + body.getKey(),
                                call(operation).body(body.getValue(), "application/json"),
                                MALFORMED)));
    }

    @TestFactory
    Stream<DynamicTest> what_takes_no_body_is_sent_none() {
        return Stream.of("{}", " ", "{\"couponId\":1}", "x")
                .map(body -> refused(
                        "coupon with the body " + body,
                        client.post("/v1/coupon-campaigns/1/coupons")
                                .as("wordy")
                                .body(body),
                        MALFORMED));
    }

    private static Map<String, byte[]> broken(String valid) {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        texts(valid).forEach((name, text) -> bodies.put(name, text.getBytes(UTF_8)));
        bodies.put(
                "invalid UTF-8", (valid.substring(0, valid.length() - 1) + ",\"x\":\"\u00ff\"}").getBytes(ISO_8859_1));
        bodies.put("invalid UTF-8 around", ("\u00fe" + valid).getBytes(ISO_8859_1));
        bodies.put("UTF-16 big endian", encoded(valid, UTF_16BE));
        bodies.put("UTF-16 little endian", encoded(valid, UTF_16LE));
        bodies.put("UTF-16 with its mark", encoded("\ufeff" + valid, UTF_16BE));
        bodies.put("UTF-32", encoded(valid, Charset.forName("UTF-32BE")));
        return bodies;
    }

    private static Map<String, String> texts(String valid) {
        Map<String, String> texts = new LinkedHashMap<>();
        String open = valid.substring(0, valid.length() - 1);
        String firstMember = valid.substring(1, valid.indexOf(':'));
        texts.put("empty", "");
        texts.put("blank", " \n");
        texts.put("null", "null");
        texts.put("a number", "42");
        texts.put("a text", "\"text\"");
        texts.put("a list", "[" + valid + "]");
        texts.put("cut off", valid.substring(0, valid.length() / 2));
        texts.put("not closed", open);
        texts.put("closed twice", valid + "}");
        texts.put("followed by a word", valid + " x");
        texts.put("twice", valid + valid);
        texts.put("a block comment", "/* c */" + valid);
        texts.put("a line comment", "// c\n" + valid);
        texts.put("a hash comment", "# c\n" + valid);
        texts.put("a trailing comma", open + ",}");
        texts.put("a repeated member", open + "," + firstMember + ":1}");
        texts.put("an unknown member", open + ",\"unknown\":1}");
        texts.put("a member in another case", open + "," + firstMember.toUpperCase(Locale.ROOT) + ":1}");
        texts.put("a prototype", open + ",\"__proto__\":{\"admin\":true}}");
        texts.put("somebody else's id", open + ",\"userId\":\"victim\"}");
        texts.put("a type of Java", open + ",\"@class\":\"java.lang.Runtime\"}");
        texts.put("single quotes", valid.replace('"', '\''));
        texts.put("names without quotes", valid.replaceAll("\"(\\w+)\":", "$1:"));
        texts.put("not a number", open + ",\"x\":NaN}");
        texts.put("infinity", open + ",\"x\":-Infinity}");
        texts.put("a line break in a text", open + ",\"x\":\"a\nb\"}");
        texts.put("a zero byte in a text", open + ",\"x\":\"a\0b\"}");
        texts.put("a zero byte behind", valid + "\0");
        texts.put("a byte order mark", "\ufeff" + valid);
        texts.put("deep lists", open + ",\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}");
        texts.put("deep objects", "{\"x\":".repeat(5_000) + "1" + "}".repeat(5_000));
        texts.put("a long name", open + ",\"" + "x".repeat(60_000 - open.length()) + "\":1}");
        texts.put("a long number", open + ",\"x\":" + "9".repeat(50_000) + "}");
        texts.put("a form", "amount=1");
        texts.put("XML", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");
        return texts;
    }

    private static byte[] encoded(String text, Charset charset) {
        return text.getBytes(charset);
    }
}
