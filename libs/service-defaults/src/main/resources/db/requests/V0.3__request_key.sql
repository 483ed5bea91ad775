-- The second line of idempotency: one row per user, operation and Idempotency-Key, written with the effect.
-- status, location and body are the outcome; resource_id names the resource instead where the outcome comes later.
create table request_key (
    user_id     text        not null,
    operation   text        not null,
    key         text        not null,
    fingerprint bytea       not null,
    resource_id uuid,
    status      int,
    location    text,
    body        text,
    created_at  timestamptz not null,
    primary key (user_id, operation, key)
) with (fillfactor = 80);

create index request_key_age on request_key using brin (created_at);
