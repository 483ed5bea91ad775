-- lines: [{"productId":1,"quantity":2,"unitPrice":500}], unit prices from the moment the stock is taken.
create table orders (
    id         uuid        primary key,
    user_id    text        not null,
    status     text        not null check (status in ('PENDING', 'COMPLETED', 'REJECTED')),
    lines      jsonb       not null,
    coupon_id  uuid,
    subtotal   bigint      check (subtotal >= 0),
    discount   bigint      check (discount between 0 and subtotal),
    total      bigint      check (total = subtotal - discount),
    reason     text        check ((reason is not null) = (status = 'REJECTED')),
    created_at timestamptz not null,
    settled_at timestamptz check ((settled_at is null) = (status = 'PENDING')),
    version    int         not null,
    check (status <> 'COMPLETED' or total is not null)
) with (fillfactor = 80);

create index orders_of_user on orders (user_id, id desc);
