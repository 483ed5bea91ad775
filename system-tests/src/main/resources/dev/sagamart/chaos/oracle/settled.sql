-- What must be true once everything has come to rest. The books of all services lie beside each other, one schema per
-- database, with what the clients heard (history), Redis (redis), the dead letters (kafka) and the API (api).

-- I1 Each user's charges add up to those acknowledged, and at most those of unknown outcome.
select user_id, booked, acknowledged, acknowledged + unknown as most
from (select u.user_id,
        coalesce((select sum(amount) from point.ledger l where l.user_id = u.user_id and kind = 'CHARGE'), 0) as booked,
        coalesce(sum(amount) filter (where certainty = 'OK'), 0) as acknowledged,
        coalesce(sum(amount) filter (where certainty = 'INFO'), 0) as unknown
      from history.operation u where kind = 'CHARGE' group by u.user_id) sums
where booked < acknowledged or booked > acknowledged + unknown;

-- I1 Who has points has charged some.
select w.user_id, w.balance from point.wallet w
where w.balance <> 0 and not exists (select from history.operation o where o.user_id = w.user_id and o.kind = 'CHARGE');

-- I3 What is sold is what completed orders hold.
select p.id, p.sold, coalesce(sum(i.quantity), 0) as ordered
from product.product p left join orders.item i on i.product_id = p.id and i.status = 'COMPLETED'
group by p.id, p.sold
having p.sold <> coalesce(sum(i.quantity), 0);

-- I4 A used coupon belongs to the completed order that used it, and such an order has used its coupon.
select k.id as coupon, k.status, k.order_id, o.id as order_with_it, o.status as order_status
from coupon.coupon k full join (select * from orders.orders where coupon_id is not null and status = 'COMPLETED') o
  on o.coupon_id = k.id and o.id = k.order_id and o.user_id = k.user_id
where (k.id is null) or (k.status = 'USED' and o.id is null);

-- I4 A campaign counts the coupons that it has given out, and each was written down once.
select c.id, c.issued, count(k.id) as coupons, (select count(*) from coupon.issuance i where i.campaign_id = c.id) as issuances
from coupon.campaign c left join coupon.coupon k on k.campaign_id = c.id
group by c.id, c.issued
having c.issued <> count(k.id) or c.issued <> (select count(*) from coupon.issuance i where i.campaign_id = c.id);

-- I4 Redis has left what the database has not given out, and nothing is pending.
select r.campaign_id, r.left_over, c.quantity - count(k.id) as should_be_left, r.pending
from redis.campaign r join coupon.campaign c on c.id = r.campaign_id left join coupon.coupon k on k.campaign_id = c.id
group by r.campaign_id, r.left_over, r.pending, c.quantity
having r.left_over is distinct from c.quantity - count(k.id) or r.pending <> 0;

-- I4 Redis and the database know the same coupons.
select coalesce(k.id::text, g.coupon_id) as coupon, k.user_id as in_database, g.user_id as in_redis
from (select * from coupon.coupon where campaign_id in (select campaign_id from redis.campaign)) k
  full join redis.granted g on g.campaign_id = k.campaign_id and g.coupon_id = k.id::text and g.user_id = k.user_id
where k.id is null or g.coupon_id is null;

-- I5 A completed order is paid once, with its total.
select o.id, o.total, count(l.id) as entries, sum(l.amount) as paid
from orders.orders o left join point.ledger l on l.order_id = o.id
where o.status = 'COMPLETED'
group by o.id, o.total
having coalesce(sum(l.amount), 0) <> -o.total or count(l.id) <> case when o.total = 0 then 0 else 1 end;

-- I5 A rejected order has cost nothing in the end.
select o.id, o.reason, sum(l.amount) from orders.orders o join point.ledger l on l.order_id = o.id
where o.status = 'REJECTED' group by o.id, o.reason having sum(l.amount) <> 0;

-- I5 Who has paid for an order has it.
select l.order_id, l.user_id, l.amount, o.user_id as owner
from point.ledger l left join orders.orders o on o.id = l.order_id
where l.order_id is not null and o.user_id is distinct from l.user_id;

-- I5 A completed order keeps the stock it took, a rejected one has given it back.
select o.id, o.status, o.reason, t.taken, t.given_back
from orders.orders o left join product.movement t on t.order_id = o.id
where o.status = 'COMPLETED' and (coalesce(t.taken, false) = false or t.given_back)
   or o.status = 'REJECTED' and t.taken and not t.given_back;

-- I5 An order costs what its lines and its coupon say.
select o.id, o.subtotal, o.discount, o.total, sum(i.quantity * i.unit_price) as lines
from orders.orders o join orders.item i on i.order_id = o.id
where o.status = 'COMPLETED'
group by o.id, o.subtotal, o.discount, o.total, o.coupon_id
having o.subtotal <> sum(i.quantity * i.unit_price) or o.total <> o.subtotal - o.discount
    or o.discount <> least(o.subtotal, coalesce((select c.discount_value from coupon.coupon k
         join coupon.campaign c on c.id = k.campaign_id where k.id = o.coupon_id), 0));

-- I6 Every order has ended, and so has its saga.
select o.id, o.status, c.state, c.attempts, o.created_at
from orders.orders o left join orders.checkout c on c.order_id = o.id
where o.status = 'PENDING' or c.state is null or c.state not in ('COMPLETED', 'REJECTED') or c.due_at is not null;

-- I7 An acknowledged charge is in the ledger once.
select o.op, o.user_id, o.amount, o.resource, count(l.id) as entries, min(l.id::text) as entry
from history.operation o
  left join point.ledger l on l.user_id = o.user_id and l.amount = o.amount and l.kind = 'CHARGE'
where o.kind = 'CHARGE' and o.certainty = 'OK'
group by o.op, o.user_id, o.amount, o.resource
having count(l.id) <> 1 or min(l.id::text) <> o.resource;

-- I7 A charge in the ledger was asked for and not refused, and is there once.
select l.user_id, l.amount, count(*) as entries
from point.ledger l
where l.kind = 'CHARGE'
group by l.user_id, l.amount
having count(*) > 1 or not exists (select from history.operation o
  where o.kind = 'CHARGE' and o.user_id = l.user_id and o.amount = l.amount and o.certainty <> 'FAIL');

-- I7 An acknowledged order is completed, as it was placed.
select o.op, o.user_id, o.resource, r.status, o.body, r.lines
from history.operation o left join orders.orders r on r.id::text = o.resource and r.user_id = o.user_id
where o.kind = 'ORDER' and o.certainty = 'OK'
  and (r.status is distinct from 'COMPLETED' or r.total <> o.value
    or history.wanted(r.lines) <> history.wanted(o.body::jsonb->'items')
    or r.coupon_id::text is distinct from o.body::jsonb->>'couponId');

-- I7 A refused order is rejected for the reason that was given.
select o.op, o.user_id, o.resource, o.code, r.status, r.reason
from history.operation o left join orders.orders r on r.id::text = o.resource and r.user_id = o.user_id
where o.kind = 'ORDER' and o.certainty = 'FAIL' and o.resource <> ''
  and (r.status is distinct from 'REJECTED' or r.reason is distinct from o.code);

-- I7 No order belongs to two requests.
select resource, count(*) from history.operation where kind = 'ORDER' and resource <> ''
group by resource having count(*) > 1;

-- I7 A user has no more orders than requests can explain.
select o.user_id, count(*) as unexplained, min(o.id::text) as one_of_them, min(o.status)
from orders.orders o
where not exists (select from history.operation h where h.kind = 'ORDER' and h.resource = o.id::text)
group by o.user_id
having count(*) > (select count(*) from history.operation h
  where h.kind = 'ORDER' and h.user_id = o.user_id and h.certainty = 'INFO' and h.resource = '');

-- I7 A coupon that was promised is there.
select o.op, o.user_id, o.path, o.status, o.resource
from history.operation o left join coupon.coupon k on k.id::text = o.resource and k.user_id = o.user_id
  and o.path = '/v1/coupon-campaigns/' || k.campaign_id || '/coupons'
where o.kind = 'COUPON' and o.resource <> '' and o.certainty <> 'INFO' and k.id is null;

-- I7 A coupon was asked for by the request that it names, which was not refused.
select k.id, k.user_id, k.campaign_id, k.request_key
from coupon.coupon k
where not exists (select from history.operation o where o.kind = 'COUPON' and o.user_id = k.user_id
  and o.key = k.request_key and o.certainty <> 'FAIL');

-- I7 Who was promised a coupon can order with it at once.
select o.op, o.user_id, o.code, o.body
from history.operation o join history.operation c
  on c.kind = 'COUPON' and c.certainty = 'OK' and c.resource = o.body::jsonb->>'couponId' and c.ended < o.began
where o.kind = 'ORDER' and o.code = 'COUPON_NOT_FOUND';

-- I8 All good answers to one request are the same.
select o.op, o.kind, o.user_id, o.key, count(distinct a.sha) as answers
from history.operation o join history.attempt a using (op)
where a.status between 200 and 299 and a.status <> 202 and o.kind not like 'READ%'
group by o.op, o.kind, o.user_id, o.key
having count(distinct a.sha) > 1;

-- I8 A request is not refused at one time and granted at another.
select o.op, o.kind, o.user_id, o.key, array_agg(distinct a.status || ' ' || a.code) as answers
from history.operation o join history.attempt a using (op)
where a.certainty <> 'INFO' and o.kind not like 'READ%'
group by o.op, o.kind, o.user_id, o.key
having count(distinct a.status) > 1 or count(distinct a.code) > 1;

-- I8 Another body under a known key is refused.
select o.op, o.user_id, o.key, o.status, o.code from history.operation o
where o.kind = 'OTHER_BODY' and o.certainty <> 'INFO' and o.status <> 422;

-- I8 A token that nobody has issued opens nothing.
select o.op, o.user_id, o.status, o.code from history.operation o
where o.kind = 'BAD_TOKEN' and o.certainty <> 'INFO' and o.status <> 401;

-- I8 Who is told to wait is told how long.
select op, number, retry_after from history.attempt
where code = 'REQUEST_IN_PROGRESS' and retry_after !~ '^([1-9]|10)$';

-- I8 A key of a user is tied to one order at most.
select user_id, operation, key, count(*) from orders.request_key group by user_id, operation, key having count(*) > 1;

-- I9 The order tells the reason that its saga has.
select o.id, o.status, o.reason, c.state, c.document->>'reason' as saga_reason
from orders.orders o join orders.checkout c on c.order_id = o.id
where o.status::text <> c.state or o.reason is distinct from c.document->>'reason';

-- I10 Nothing waits to be sent.
select 'point' as service, id, type, created_at from point.outbox
union all select 'product', id, type, created_at from product.outbox;

-- I10 Every payment in the ledger is one handled command, and the other way round.
select coalesce(l.order_id, h.order_id) as order_id, l.amount as ledger, h.amount as command
from (select order_id, amount from point.ledger where kind = 'ORDER') l
  full join (select order_id, (reply::jsonb->>'amount')::bigint as amount from point.handled_command
    where not compensation and reply_type = 'point.deducted.v1') h using (order_id)
where l.amount is distinct from -h.amount;

-- I10 Every refund in the ledger takes back a payment, and every payment called off is refunded.
select coalesce(l.order_id, h.order_id) as order_id, l.amount as refund, h.amount as paid
from (select order_id, amount from point.ledger where kind = 'REFUND') l
  full join (select a.order_id, (a.reply::jsonb->>'amount')::bigint as amount
    from point.handled_command a join point.handled_command c on c.order_id = a.order_id and c.compensation
    where not a.compensation and a.reply_type = 'point.deducted.v1') h using (order_id)
where l.amount is distinct from h.amount;

-- I10 The stock sold is what the handled commands took and did not give back.
select p.id, p.sold, coalesce(sum((line->>'quantity')::bigint), 0) as by_commands
from product.product p left join (
  select jsonb_array_elements(a.reply::jsonb->'lines') as line
  from product.handled_command a
  where not a.compensation and a.reply_type = 'product.stock-deducted.v1'
    and not exists (select from product.handled_command c where c.order_id = a.order_id and c.compensation)) taken
  on (line->>'productId')::bigint = p.id
group by p.id, p.sold
having p.sold <> coalesce(sum((line->>'quantity')::bigint), 0);

-- I10 A command was handled once.
select step, order_id, compensation, count(*)
from (select * from point.handled_command union all select * from product.handled_command
  union all select * from coupon.handled_command) h
group by step, order_id, compensation having count(*) > 1;

-- I11 On the dead-letter topics lies what was poisoned, and nothing else.
select topic, key, poison, count(*) as letters, min(reason) as reason from kafka.dead_letter
group by topic, key, poison, case when poison = '' then id else '' end
having poison = '' or count(*) > 1 + (select count(*) from history.fault -- once more for each that delivers records again
  where id in ('X01', 'X02', 'X03', 'X06', 'X15', 'X16', 'X20c', 'X22', 'X26', 'X27'));

-- I12 Sales are counted as they were completed.
select coalesce(s.product_id, i.product_id) as product, s.counted, i.ordered
from (select product_id, sum(quantity) as counted from ranking.product_sales_hourly group by product_id) s
  full join (select product_id, sum(quantity) as ordered from orders.item where status = 'COMPLETED' group by product_id) i
  using (product_id)
where s.counted is distinct from i.ordered;

-- I12 The best sellers are those that sold best.
select coalesce(a.position, e.position) as position, a.product_id as shown, a.sold as shown_sold, e.product_id as expected, e.sold
from api.popular a full join (
  select row_number() over (order by sum(quantity) desc, product_id) as position, product_id, sum(quantity) as sold
  from orders.item where status = 'COMPLETED' group by product_id order by 1 limit 5) e using (position)
where a.product_id is distinct from e.product_id or a.sold is distinct from e.sold;

-- I13 The log of charges is the ledger's.
select coalesce(l.id, c.charge_id) as charge, l.user_id, l.amount, c.user_id as logged_user, c.amount as logged_amount
from (select * from point.ledger where kind = 'CHARGE') l full join charge_log.charge c on c.charge_id = l.id
where l.id is null or c.charge_id is null or (l.user_id, l.amount, l.balance_after, l.at)
  is distinct from (c.user_id, c.amount, c.balance, c.charged_at);

-- I14 Who reads a balance sees a balance that was, not older than the last charge acknowledged.
-- With a wrong clock of the ledger's own only the first half can be told.
with clock as (select exists (select from history.fault where id = 'X25' and target like '%point-%') as wrong)
select r.op, r.user_id, r.value, since.at as last_acknowledged_charge
from clock, history.operation r left join lateral (
  select max(l.at) as at from history.operation c join point.ledger l on l.id::text = c.resource
  where c.kind = 'CHARGE' and c.certainty = 'OK' and c.user_id = r.user_id and c.ended < r.began) since on true
where r.kind = 'READ_BALANCE' and r.certainty = 'OK'
  and not (r.value = 0 and since.at is null)
  and not exists (select from point.ledger l where l.user_id = r.user_id and l.balance_after = r.value
    and (clock.wrong
      or l.at >= coalesce(since.at, '-infinity') - interval '5 milliseconds' and l.at <= to_timestamp(r.ended / 1000.0)));

-- I14 What became of an order does not change any more.
select r.op, r.user_id, r.code as seen, o.certainty as known
from history.operation r join history.operation o
  on o.kind = 'ORDER' and o.resource <> '' and r.path = '/v1/orders/' || o.resource and o.ended < r.began
where r.kind = 'READ_ORDER' and r.certainty <> 'INFO'
  and r.code is distinct from case o.certainty when 'OK' then 'COMPLETED' when 'FAIL' then 'REJECTED' else r.code end;

-- I15 Every request is answered within 12 s, unless its gateway was struck.
select a.op, a.number, a.gateway, a.ended - a.began as millis, a.status, a.trouble
from history.attempt a
where a.ended - a.began > 12000 and not exists (select from history.fault f
  where f.target like '%gateway-' || (a.gateway + 1) || '%' and f.began <= a.ended and f.ended + 5000 >= a.began);

-- I15 Half a minute after a fault, 99 of 100 requests have an outcome.
select count(*) as requests, count(*) filter (where certainty = 'INFO') as unknown
from history.calm
having count(*) >= 200 and count(*) filter (where certainty = 'INFO') > count(*) * 0.01;

-- I15 Half a minute after a fault, 99 of 100 requests have theirs within 3 s.
select count(*) as requests, percentile_disc(0.99) within group (order by ended - began) as millis
from history.calm
having count(*) >= 200 and percentile_disc(0.99) within group (order by ended - began) > 3000;

-- I16 Nobody hears of an error that is none of the documented ones.
select status, code, count(*), min(op) as first_op from history.attempt
where status not in (0, 200, 201, 202, 400, 401, 403, 404, 409, 410, 413, 422, 429, 502, 503, 504)
group by status, code;
