package dev.sagamart.chaos.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.chaos.faults.Proof;
import dev.sagamart.chaos.oracle.Finding;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ReportTest {
    private static final Run RUN = JudgementTest.run(
            List.of(new Finding("I3", "What there was is there or sold.", "at rest", List.of("id 3, stock | -1"))),
            JudgementTest.struck(new Proof("kills", 1), null),
            5);

    @Test
    void the_page_says_what_came_of_it_and_how_to_do_it_again() {
        String page = new Report(RUN).text();

        assertThat(page)
                .startsWith("# FAIL: chaos with seed 7\n")
                .contains("./run chaos --seed 7")
                .contains("| compensations | 5 |")
                .contains("| 1 | 50.0 s | X01 kill a service | order-1 | 5.0 s | kills: 1 |")
                .contains("| I3 | at rest | **no** | What there was is there or sold. id 3, stock \\| -1 |")
                .contains("What this does not show");
    }

    @Test
    void the_picture_is_drawn_with_a_lane_for_what_was_struck() throws Exception {
        String picture = Timeline.of(RUN);

        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(picture.getBytes(StandardCharsets.UTF_8)));
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(3);
        assertThat(picture)
                .contains(">order-1</text>")
                .contains("X01 kill a service: order-1")
                .contains("faults &lt;&amp;&gt;");
    }
}
