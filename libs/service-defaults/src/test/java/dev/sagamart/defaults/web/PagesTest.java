package dev.sagamart.defaults.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.defaults.DefaultsTest;
import dev.sagamart.defaults.Http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest extends DefaultsTest {
    private Answer list(String query) {
        return http.get("/v1/list" + query, token());
    }

    @Test
    void a_list_is_read_page_by_page_to_its_end() {
        var all = new ArrayList<Long>();
        String cursor = "";
        int pages = 0;
        do {
            Answer page = list("?limit=100" + cursor);
            page.json().get("items").forEach(item -> all.add(item.asLong()));
            cursor = page.json().get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.json().get("nextCursor").asString();
            pages++;
        } while (!cursor.isEmpty());

        assertThat(all).isEqualTo(LongStream.rangeClosed(1, 250).boxed().toList());
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void a_page_has_twenty_items_unless_asked_otherwise() {
        assertThat(list("").json().get("items")).hasSize(20);
        assertThat(list("?limit=1").json().get("items")).hasSize(1);
    }

    @Test
    void a_page_that_is_exactly_full_is_the_last_one() {
        Answer page = http.get("/v1/names?limit=3", token());

        assertThat(page.body()).isEqualTo("{\"items\":[\"ann\",\"bob\",\"cid\"],\"nextCursor\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=-1",
                "limit=ten",
                "limit=",
                "limit=1e1",
                "limit=99999999999",
                "limit=%2B5",
                "limit=%D9%A1",
                "limit=1&limit=2"
            })
    void a_limit_out_of_range_is_refused(String query) {
        Answer answer = list("?" + query);

        assertProblem(answer, 400, "VALIDATION_FAILED");
        assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo("limit");
    }

    @Test
    void a_cursor_that_we_did_not_issue_is_refused() {
        String ours = list("").json().get("nextCursor").asString();
        String ofAnotherList =
                http.get("/v1/names?limit=1", token()).json().get("nextCursor").asString();
        String changed = (ours.charAt(0) == 'A' ? 'B' : 'A') + ours.substring(1);

        for (String foreign : List.of("x", "", "MjA", "%25%25", "20", ours + "A", changed, ofAnotherList)) {
            Answer answer = list("?cursor=" + foreign);

            assertProblem(answer, 400, "VALIDATION_FAILED");
            assertThat(answer.json().get("errors").get(0).get("field").asString())
                    .isEqualTo("cursor");
        }
    }

    @Test
    void times_are_written_as_text() {
        assertThat(http.get("/v1/time", token()).body()).isEqualTo("{\"at\":\"2026-11-22T13:40:43.120Z\"}");
    }
}
