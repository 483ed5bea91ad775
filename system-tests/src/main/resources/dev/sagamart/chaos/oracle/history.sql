-- The history as tables. Of several outcomes of an operation the last one counts.
create table history.attempt as
select (a->>'op')::bigint as op, (a->>'number')::int as number, (a->>'gateway')::int as gateway,
    (a->>'begin')::bigint as began, (a->>'end')::bigint as ended, (a->>'status')::int as status, a->>'code' as code,
    (a->>'replayed')::boolean as replayed, (a->>'degraded')::boolean as degraded, a->>'retryAfter' as retry_after,
    a->>'sha' as sha, a->>'resource' as resource, a->>'trouble' as trouble, certainty
from (select doc->'attempt' as a, doc->>'certainty' as certainty from history.line) lines where a is not null;

create table history.operation as
select distinct on (op) (o->>'id')::bigint as op, o->>'kind' as kind, o->>'user' as user_id, o->>'path' as path,
    o->>'key' as key, o->>'body' as body, (o->>'amount')::bigint as amount, (r->>'begin')::bigint as began,
    (r->>'end')::bigint as ended, r->>'certainty' as certainty, (r->>'status')::int as status, r->>'code' as code,
    r->>'resource' as resource, (r->>'value')::bigint as value
from (select doc->'outcome' as r, doc->'outcome'->'operation' as o, number from history.line) lines
where r is not null order by op, number desc;

create index on history.attempt (op);
create index on history.operation (user_id, kind);
create index on history.operation (resource);
analyze history.attempt, history.operation;

-- Begun when no fault had been at work for half a minute, and ended before the next.
create view history.calm as
select * from history.operation o
where kind not in ('OTHER_BODY', 'BAD_TOKEN') and began > (select min(began) + 30000 from history.operation)
  and not exists (select from history.fault f where f.began <= o.ended and f.ended + 30000 >= o.began);

create function history.wanted(lines jsonb) returns text immutable
return (select string_agg((l->>'productId') || ' x ' || (l->>'quantity'), ', ' order by (l->>'productId')::bigint)
  from jsonb_array_elements(lines) l);

create view orders.item as
select o.id as order_id, o.status, (l->>'productId')::bigint as product_id, (l->>'quantity')::bigint as quantity,
    (l->>'unitPrice')::bigint as unit_price
from orders.orders o, jsonb_array_elements(o.lines) l;

create view product.movement as
select order_id, bool_or(not compensation and reply_type = 'product.stock-deducted.v1') as taken,
    bool_or(compensation) as given_back
from product.handled_command group by order_id;

create index on point.ledger (user_id, amount);
create index on point.ledger ((id::text));
create index on point.ledger (user_id, balance_after);
create index on point.ledger (order_id);
create index on orders.orders ((id::text));
create index on product.handled_command (order_id);
create index on point.handled_command (order_id);
create index on coupon.coupon ((id::text));
analyze;
