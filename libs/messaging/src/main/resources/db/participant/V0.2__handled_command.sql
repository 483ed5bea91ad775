-- The barrier of a saga participant: one row per order, step and direction, written with the effect and never changed.
-- A row outlives every redelivery: it is kept longer than the command topics keep their records.
create table handled_command (
    order_id     uuid        not null,
    step         text        not null,
    compensation boolean     not null,
    reply_type   text        not null,
    reply        text        not null,
    handled_at   timestamptz not null,
    primary key (order_id, step, compensation)
);

create index handled_command_age on handled_command using brin (handled_at);
