-- One row per saga. document holds what the saga has fixed so far; due_at is when to look again if no reply comes, null
-- once the saga has ended. The row is also what makes its commands durable: what is outstanding follows from it.
create table checkout (
    order_id   uuid        primary key,
    state      text        not null,
    document   jsonb       not null,
    attempts   int         not null,
    due_at     timestamptz,
    deadline   timestamptz not null,
    last_reply text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version    int         not null,
    check ((due_at is null) = (state in ('COMPLETED', 'REJECTED')))
) with (fillfactor = 70);

create index checkout_due on checkout (due_at) where due_at is not null;
create index checkout_stuck on checkout (attempts) where state = 'COMPENSATING';
