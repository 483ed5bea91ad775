-- Messages of HTTP requests, from their transaction until the broker has acknowledged them: normally milliseconds.
create table outbox (
    id              uuid        primary key,
    topic           text        not null,
    key             text        not null,
    partition       int,
    type            text        not null,
    payload         bytea       not null,
    reply_partition int,
    traceparent     text,
    created_at      timestamptz not null
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000);

create index outbox_age on outbox (created_at);
