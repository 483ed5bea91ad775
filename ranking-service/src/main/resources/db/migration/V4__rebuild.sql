-- Up to when every order announced on this partition is known to be counted.
alter table consumed_offset add column complete_until timestamptz;

-- Rebuilds of the sums from the topic, as operators asked for them.
create table rebuild (
    rebuild_id   uuid        primary key,
    requested_by text        not null,
    requested_at timestamptz not null,
    started_at   timestamptz,
    ended_at     timestamptz,
    first_hour   timestamptz,
    orders       bigint,
    changed_sums bigint,
    problem      text
);
create unique index rebuild_one_at_a_time on rebuild ((true)) where ended_at is null;

-- What the rebuild of now has read so far; a crash may empty it.
create unlogged table rebuilt_sale (
    order_id     uuid        not null,
    product_id   bigint      not null,
    quantity     bigint      not null,
    completed_at timestamptz not null,
    primary key (order_id, product_id)
);
grant truncate on rebuilt_sale to ${runtime_role};
