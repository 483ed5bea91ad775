create table campaign (
    id             bigint      generated always as identity primary key,
    name           text        not null check (length(name) between 1 and 200),
    discount_type  text        not null check (discount_type in ('FIXED', 'PERCENT')),
    discount_value bigint      not null check (discount_value between 1
                                   and case discount_type when 'PERCENT' then 100 else 1000000000 end),
    max_discount   bigint      check (max_discount >= 1),
    quantity       bigint      not null check (quantity between 1 and 10000000),
    issued         bigint      not null default 0,
    issue_from     timestamptz not null,
    issue_until    timestamptz not null,
    valid_from     timestamptz not null,
    valid_until    timestamptz not null,
    created_at     timestamptz not null,
    constraint campaign_never_over_issued check (issued between 0 and quantity),
    constraint campaign_issuing_period check (issue_from < issue_until),
    constraint campaign_validity_period check (valid_from < valid_until)
) with (fillfactor = 70);

create index campaign_issuing on campaign (issue_until);

create table coupon (
    id          uuid        primary key,
    campaign_id bigint      not null references campaign,
    user_id     text        not null,
    status      text        not null default 'ISSUED' check (status in ('ISSUED', 'USED')),
    position    bigint      not null check (position >= 1),
    issued_at   timestamptz not null,
    used_at     timestamptz,
    order_id    uuid,
    request_key text,
    constraint coupon_one_per_user unique (campaign_id, user_id),
    constraint coupon_used_by_an_order check ((status = 'USED') = (order_id is not null and used_at is not null))
) with (fillfactor = 85);

create index coupon_of_user on coupon (user_id, issued_at desc, id desc);

-- The history of issuing: written once with the coupon, never changed.
create table issuance (
    coupon_id   uuid        primary key,
    campaign_id bigint      not null,
    user_id     text        not null,
    position    bigint      not null,
    issued_at   timestamptz not null,
    recorded_at timestamptz not null
);

revoke update, delete on issuance from ${runtime_role};
revoke delete on coupon, campaign from ${runtime_role};
