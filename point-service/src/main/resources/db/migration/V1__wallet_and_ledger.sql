-- A user's points. There is no upper bound here: a charge has one, but a refund must never be refused.
-- Ids are ordered byte by byte, as the code orders them: whoever locks several wallets does it in one and the same order.
create table wallet (
    user_id text   collate "C" primary key,
    balance bigint not null check (balance >= 0)
) with (fillfactor = 70);

-- Why a balance is what it is: one row for each change, never altered. At any moment balance = sum(amount).
create table ledger (
    id            uuid        primary key,
    user_id       text        collate "C" not null references wallet,
    kind          text        not null,
    amount        bigint      not null,
    balance_after bigint      not null check (balance_after >= 0),
    order_id      uuid,
    at            timestamptz not null,
    -- the last guard against paying or refunding an order twice
    constraint ledger_once_per_order unique (order_id, kind),
    constraint ledger_kind check (
        kind = 'CHARGE' and amount > 0 and order_id is null
        or kind = 'ORDER' and amount < 0 and order_id is not null
        or kind = 'REFUND' and amount > 0 and order_id is not null)
);

create index ledger_user on ledger (user_id, id);

revoke update, delete on ledger from ${runtime_role};
