package dev.sagamart.loadtests.filling;

/** Functions that all databases share, so that each tells the same story of an order by its number alone. */
final class Vocabulary {
    private static final String FUNCTIONS = """
            create function pg_temp.user_name(number bigint) returns text immutable
                return 'user-' || number::text;
            create function pg_temp.buyer(number bigint) returns text immutable
                return pg_temp.user_name(mod(number, @users@));
            create function pg_temp.product(number bigint) returns bigint immutable
                return 1 + mod(number + number / @users@, @products@);
            create function pg_temp.ordered_millis(number bigint) returns bigint immutable
                return @first@ + number * @step@;
            create function pg_temp.charged_millis(number bigint) returns bigint immutable
                return @first@ - 86400000 + number * @step@;
            create function pg_temp.time(millis bigint) returns timestamptz immutable
                return to_timestamp((millis / 1000.0)::double precision);
            create function pg_temp.id(millis bigint, number bigint) returns uuid immutable
                return (lpad(to_hex(millis), 12, '0') || '70008' || lpad(to_hex(number), 15, '0'))::uuid;
            create function pg_temp.order_id(number bigint) returns uuid immutable
                return pg_temp.id(pg_temp.ordered_millis(number), number);
            create function pg_temp.charge_id(number bigint) returns uuid immutable
                return pg_temp.id(pg_temp.charged_millis(number), number);
            create function pg_temp.ordered_at(number bigint) returns timestamptz immutable
                return pg_temp.time(pg_temp.ordered_millis(number));
            create function pg_temp.charged_at(number bigint) returns timestamptz immutable
                return pg_temp.time(pg_temp.charged_millis(number));
            """;

    private Vocabulary() {}

    static String of(Volume volume) {
        return FUNCTIONS
                .replace("@users@", Long.toString(volume.users()))
                .replace("@products@", Long.toString(volume.products()))
                .replace("@first@", Long.toString(volume.firstMillis()))
                .replace("@step@", Long.toString(volume.stepMillis()));
    }
}
