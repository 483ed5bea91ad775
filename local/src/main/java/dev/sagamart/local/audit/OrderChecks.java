package dev.sagamart.local.audit;

import java.util.List;

/** What orders say, and what the points, the stock, the coupons and the ranking must say of them. */
final class OrderChecks {
    private static final String LINES = "orders, jsonb_array_elements(lines) as line";
    private static final String PRODUCT = "(line->>'productId')::bigint";
    private static final String QUANTITY = "(line->>'quantity')::bigint";

    private OrderChecks() {}

    static List<Check> of(Window window) {
        return List.of(
                totals(),
                sagas(),
                points(),
                pointsOfUsers(),
                stock(),
                stockOfOrders(window),
                coupons(),
                ranking(window));
    }

    private static Check totals() {
        return new WithinOne(
                "order-totals",
                "A completed order's subtotal is the sum of its lines.",
                Finding.Kind.ALWAYS,
                "orders",
                """
                select id as order_id, subtotal, lines from orders
                where status = 'COMPLETED' and subtotal is distinct from (
                    select sum((line->>'quantity')::bigint * (line->>'unitPrice')::bigint)
                    from jsonb_array_elements(lines) as line)""");
    }

    /** An order is settled when its saga has a verdict; ended sagas are pruned, open ones never. */
    private static Check sagas() {
        return new WithinOne(
                "orders-and-sagas",
                "An order is completed or rejected if and only if its saga is.",
                Finding.Kind.ALWAYS,
                "orders",
                """
                select coalesce(o.id, c.order_id) as order_id, o.status, c.state as saga
                from orders o full join checkout c on c.order_id = o.id
                where o.id is null
                    or c.order_id is null and o.status = 'PENDING'
                    or c.order_id is not null and o.status is distinct from (case c.state
                        when 'COMPLETED' then 'COMPLETED'
                        when 'REJECTED' then 'REJECTED'
                        when 'COMPENSATING' then 'REJECTED'
                        else 'PENDING' end)""");
    }

    private static Check points() {
        return new Comparison(
                "points-of-orders",
                "A completed order took its total from its user's points; any other order holds none.",
                new Side("orders", 1, """
                        select id::text as order_id, user_id, total from orders
                        where status = 'COMPLETED' and total > 0 order by id"""),
                new Side("point", 1, """
                        select order_id::text as order_id, min(user_id) as user_id, (-sum(amount))::bigint as taken
                        from ledger where order_id is not null
                        group by ledger.order_id having sum(amount) <> 0 order by ledger.order_id"""));
    }

    private static Check pointsOfUsers() {
        return new Comparison(
                "points-of-users",
                "What a user's completed orders cost is what orders took from their points, net of refunds.",
                new Side("orders", 1, """
                        select user_id collate "C" as user_id, sum(total)::bigint as spent from orders
                        where status = 'COMPLETED' and total > 0 group by 1 order by 1"""),
                new Side("point", 1, """
                        select user_id, (-sum(amount))::bigint as taken from ledger
                        where kind <> 'CHARGE' group by user_id having sum(amount) <> 0 order by user_id"""));
    }

    private static Check stock() {
        return new Comparison(
                "stock-of-products",
                "What is sold of a product is what completed orders contain of it.",
                new Side(
                        "orders",
                        1,
                        "select " + PRODUCT + " as product_id, sum(" + QUANTITY + ")::bigint as ordered from " + LINES
                                + " where status = 'COMPLETED' group by 1 order by 1"),
                new Side("product", 1, "select id as product_id, sold from product where sold <> 0 order by id"));
    }

    private static Check stockOfOrders(Window window) {
        return new Comparison(
                "stock-of-orders",
                "Each line of a completed order was deducted once; any other order holds no stock (last days).",
                new Side(
                        "orders",
                        2,
                        "select id::text as order_id, " + PRODUCT + " as product_id, " + QUANTITY + " as quantity,"
                                + " (line->>'unitPrice')::bigint as price from " + LINES
                                + " where status = 'COMPLETED' and id >= '" + window.firstOrder() + "' order by id, 2"),
                new Side("product", 2, """
                        select order_id::text as order_id, %s as product_id, %s as quantity,
                            (line->>'unitPrice')::bigint as price
                        from handled_command taken, jsonb_array_elements(reply::jsonb->'lines') as line
                        where step = 'stock' and not compensation and reply_type = 'product.stock-deducted.v1'
                            and order_id >= '%s' and not exists (select from handled_command back
                                where back.order_id = taken.order_id and back.step = 'stock' and back.compensation)
                        order by taken.order_id, 2""".formatted(PRODUCT, QUANTITY, window.firstOrder())));
    }

    private static Check coupons() {
        return new Comparison(
                "coupons-of-orders",
                "A completed order used its coupon, its user's and no other's; any other order holds none.",
                new Side("orders", 1, """
                        select id::text as order_id, coupon_id::text as coupon_id, user_id from orders
                        where status = 'COMPLETED' and coupon_id is not null order by id"""),
                new Side("coupon", 1, """
                        select order_id::text as order_id, id::text as coupon_id, user_id from coupon
                        where status = 'USED' order by coupon.order_id"""));
    }

    /** The ranking goes by the time that the event carries, which is the saga's. */
    private static Check ranking(Window window) {
        return new Comparison(
                "ranking-of-orders",
                "The units sold per hour are those of the completed orders (last days).",
                new Side(
                        "orders",
                        2,
                        "select extract(epoch from date_trunc('hour', updated_at, 'UTC'))::bigint as hour, "
                                + PRODUCT + " as product_id, sum(" + QUANTITY + ")::bigint as units"
                                + " from checkout join orders on id = order_id, jsonb_array_elements(lines) as line"
                                + " where state = 'COMPLETED' and updated_at >= '" + window.from()
                                + "' group by 1, 2 order by 1, 2"),
                new Side("ranking", 2, """
                        select extract(epoch from hour)::bigint as hour, product_id, quantity as units
                        from product_sales_hourly where hour >= '%s' order by 1, 2""".formatted(window.from())));
    }
}
