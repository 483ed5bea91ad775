-- Units sold per hour (UTC, by its start) and product.
create table product_sales_hourly (
    hour       timestamptz not null,
    product_id bigint      not null,
    quantity   bigint      not null check (quantity > 0),
    primary key (hour, product_id)
) with (fillfactor = 70);

-- The orders that are counted, so that none is counted twice. A row goes when its order is too old to be counted at all.
create table counted_order (
    order_id     uuid        primary key,
    completed_at timestamptz not null
);
create index counted_order_age on counted_order (completed_at);

-- Where to go on reading, written with the effect of what was read.
create table consumed_offset (
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null,
    primary key (topic, partition)
);
