package dev.sagamart.loadtests.filling;

import java.util.List;

/**
 * Rows of a table, written some at a time.
 *
 * @param from the number of the first row
 * @param to the number after the last one
 * @param insert takes the numbers of a first and a last row
 */
record Part(String database, String table, long from, long to, String insert) {
    private static final String NUMBERS = " from generate_series(?::bigint, ?::bigint) as number";

    /** Of a finished order: the order, what it took from its user's points, what it counts in the sales of its hour. */
    static List<Part> of(Volume volume) {
        long users = volume.users();
        long products = volume.products();
        return List.of(
                new Part("orders", "orders", 0, volume.orders(), """
                        insert into orders (id, user_id, status, lines, subtotal, discount, total, created_at, settled_at, version)
                        select pg_temp.order_id(number), pg_temp.buyer(number), 'COMPLETED',
                            jsonb_build_array(jsonb_build_object(
                                'productId', pg_temp.product(number), 'quantity', 1, 'unitPrice', 10)),
                            10, 0, 10, pg_temp.ordered_at(number), pg_temp.ordered_at(number), 1
                        """ + NUMBERS),
                new Part("point", "wallet", 0, users, """
                        insert into wallet (user_id, balance)
                        select pg_temp.user_name(number), 1000000 - 10 * %d
                        """.formatted(Volume.ORDERS_PER_USER) + NUMBERS),
                new Part("point", "ledger", 0, users, """
                        insert into ledger (id, user_id, kind, amount, balance_after, order_id, at)
                        select pg_temp.charge_id(number), pg_temp.user_name(number), 'CHARGE', 1000000, 1000000, null,
                            pg_temp.charged_at(number)
                        """ + NUMBERS),
                new Part("point", "ledger", 0, volume.orders(), """
                        insert into ledger (id, user_id, kind, amount, balance_after, order_id, at)
                        select pg_temp.order_id(number), pg_temp.buyer(number), 'ORDER', -10,
                            1000000 - 10 * (number / %d + 1), pg_temp.order_id(number), pg_temp.ordered_at(number)
                        """.formatted(Math.max(users, 1)) + NUMBERS),
                new Part("charge_log", "charge", 0, users, """
                        insert into charge (user_id, charge_id, amount, balance, charged_at)
                        select pg_temp.user_name(number), pg_temp.charge_id(number), 1000000, 1000000,
                            pg_temp.charged_at(number)
                        """ + NUMBERS),
                new Part("product", "product", 1, products + 1, """
                        insert into product (name, price, version, initial_stock, restocked, sold, stock)
                        select 'Old product ' || number, 10, 1, 1000000 + %1$d, 0, %1$d, 1000000
                        """.formatted(Volume.ORDERS_PER_PRODUCT) + NUMBERS),
                new Part("ranking", "product_name", 1, products + 1, """
                        insert into product_name (product_id, name, version)
                        select number, 'Old product ' || number, 1
                        """ + NUMBERS),
                new Part(
                        "ranking", "product_sales_hourly", volume.firstRanked(), volume.orders(), """
                        insert into product_sales_hourly as known (hour, product_id, quantity)
                        select date_trunc('hour', pg_temp.ordered_at(number), 'UTC'), pg_temp.product(number), count(*)
                        """ + NUMBERS + """

                        group by 1, 2
                        on conflict (hour, product_id) do update set quantity = known.quantity + excluded.quantity
                        """));
    }

    long rows() {
        return to - from;
    }
}
