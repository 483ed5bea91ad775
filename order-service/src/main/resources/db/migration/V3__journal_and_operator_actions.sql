-- What happened to a saga, for people: a line per transaction, such as "2026-11-22T22:44:24.123Z TAKEN STOCK, ASKED POINTS".
-- It is only appended to, so the way of an order neither reads nor parses it. What was asked again in one state is counted
-- (attempts) with the time of the first and of the last; late replies get a line only while there are few (ignored).
alter table checkout
    add column journal         text        not null default '',
    add column ignored         int         not null default 0,
    add column first_repeat_at timestamptz,
    add column last_repeat_at  timestamptz;

-- What operators did to sagas, and whether it was allowed. Nothing here is ever altered.
create table operator_action (
    id       uuid        primary key,
    order_id uuid        not null,
    action   text        not null check (action in ('RETRY', 'COMPENSATE')),
    operator text        not null,
    reason   text,
    outcome  text        not null,
    at       timestamptz not null,
    check (action <> 'COMPENSATE' or reason is not null)
);

create index operator_action_of_order on operator_action (order_id, id);

revoke update, delete on operator_action from ${runtime_role};
