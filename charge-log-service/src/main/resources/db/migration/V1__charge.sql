-- Every charge once, however often its event comes. Read per user from the newest id down, which is the newest first.
create table charge (
    user_id    text        not null,
    charge_id  uuid        not null,
    amount     bigint      not null check (amount > 0),
    balance    bigint      not null check (balance >= amount),
    charged_at timestamptz not null,
    primary key (user_id, charge_id)
);

revoke update, delete on charge from ${runtime_role};
