package dev.sagamart.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagamart.contracts.point.PointsCharged;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class CloudEventsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T13:40:43.120Z");
    private static final UUID ID = UUID.fromString("019aabcd-0000-7000-8000-000000000001");

    private final MessageJson json = new MessageJson();
    private final MessageCodec codec = new MessageCodec(json, "/point-service", Clock.fixed(NOW, ZoneOffset.UTC));

    private static Map<String, String> headers(ProducerRecord<String, byte[]> letter) {
        var all = new TreeMap<String, String>();
        letter.headers().forEach(header -> all.put(header.key(), new String(header.value(), UTF_8)));
        return all;
    }

    private static ConsumerRecord<String, byte[]> arrived(ProducerRecord<String, byte[]> letter) {
        return new ConsumerRecord<>(
                letter.topic(),
                4,
                77L,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                letter.key(),
                letter.value(),
                new RecordHeaders(letter.headers()),
                java.util.Optional.empty());
    }

    @Test
    void a_message_is_a_cloud_event_in_binary_mode() {
        var message = new Outgoing(
                ID, "point.events", "u1", null, new PointsCharged(ID, "u1", 10, 30, NOW), 5, "00-abc-def-01");

        var letter = codec.encode(codec.envelope(message));

        assertThat(headers(letter))
                .isEqualTo(Map.of(
                        "ce_id", ID.toString(),
                        "ce_type", "point.charged.v1",
                        "ce_source", "/point-service",
                        "ce_specversion", "1.0",
                        "ce_time", "2026-11-22T13:40:43.120Z",
                        "content-type", "application/json",
                        "traceparent", "00-abc-def-01",
                        "reply-partition", "5"));
        assertThat(letter.key()).isEqualTo("u1");
        assertThat(new String(letter.value(), UTF_8))
                .isEqualTo("{\"chargeId\":\"" + ID + "\",\"userId\":\"u1\",\"amount\":10,\"balance\":30,"
                        + "\"chargedAt\":\"2026-11-22T13:40:43.120Z\"}");
    }

    @Test
    void what_is_not_known_is_not_sent() {
        var letter = codec.encode(codec.envelope(Outgoing.of("t", "k", Noted.of("hi"))));

        assertThat(headers(letter)).doesNotContainKeys("traceparent", "reply-partition");
        assertThat(new String(letter.value(), UTF_8)).isEqualTo("{\"note\":\"hi\",\"number\":1}");
    }

    @Test
    void sending_again_keeps_the_id() {
        var envelope = codec.envelope(Outgoing.of("t", "k", Noted.of("hi")));

        assertThat(headers(codec.encode(envelope)).get("ce_id"))
                .isEqualTo(headers(codec.encode(envelope)).get("ce_id"))
                .isEqualTo(envelope.id().toString());
    }

    @Test
    void what_was_sent_is_received() {
        var message = new Outgoing(ID, "t", "k", null, new Noted("안녕", 7, "r"), 5, "00-abc-def-01");

        var received = codec.decode(arrived(codec.encode(codec.envelope(message))), WireTypes.of(Noted.class));

        assertThat(received)
                .hasValue(new Received(ID.toString(), new Noted("안녕", 7, "r"), "k", 4, 77, 5, "00-abc-def-01"));
    }

    @Test
    void another_type_is_not_received() {
        var letter = codec.encode(codec.envelope(Outgoing.of("t", "k", Noted.of("hi"))));

        assertThat(codec.decode(arrived(letter), WireTypes.of(PointsCharged.class)))
                .isEmpty();
    }

    @Test
    void fields_of_newer_senders_are_ignored_and_optional_ones_may_be_missing_or_null() {
        for (String body : new String[] {
            "{\"note\":\"n\",\"number\":1,\"new\":{\"a\":[1]}}",
            "{\"note\":\"n\",\"number\":1}",
            "{\"number\":1,\"remark\":null,\"note\":\"n\"}"
        }) {
            assertThat(json.read(body.getBytes(UTF_8), Noted.class)).isEqualTo(Noted.of("n"));
        }
    }

    @Test
    void a_class_without_a_wire_name_is_not_a_message() {
        assertThatThrownBy(() -> codec.envelope(Outgoing.of("t", "k", "text")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a message");
        assertThatThrownBy(() -> WireTypes.of(Noted.class, String.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
