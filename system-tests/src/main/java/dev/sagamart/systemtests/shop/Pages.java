package dev.sagamart.systemtests.shop;

import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.http.Reply;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads lists to their end, page by page. */
public final class Pages {
    private static final int LARGEST = 100;

    private final Client client;
    private final String user;

    public Pages(Client client, String user) {
        this.client = client;
        this.user = user;
    }

    public List<JsonNode> all(String path) {
        return all(path, LARGEST).stream()
                .flatMap(page -> page.items().stream())
                .toList();
    }

    /** All pages of so many items. */
    public List<Reply> all(String path, int limit) {
        List<Reply> pages = new ArrayList<>();
        String cursor = "";
        do {
            pages.add(page(path, limit, cursor));
            cursor = pages.getLast().text("nextCursor");
        } while (!cursor.isEmpty());
        return pages;
    }

    private Reply page(String path, int limit, String cursor) {
        String query = "?limit=" + limit + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
        return client.get(path + query).as(user).send().expect("200");
    }
}
