-- What makes each sentence of settled.sql wrong.

-- I1 Each user's charges add up to those acknowledged, and at most those of unknown outcome.
update point.ledger set amount = 1000 where kind = 'CHARGE';

-- I1 Who has points has charged some.
update point.wallet set balance = 5 where user_id = 'joon';

-- I3 What is sold is what completed orders hold.
update product.product set sold = 3, stock = 47;

-- I4 A used coupon belongs to the completed order that used it, and such an order has used its coupon.
update coupon.coupon set status = 'ISSUED', order_id = null;

-- I4 A campaign counts the coupons that it has given out, and each was written down once.
update coupon.campaign set issued = 0;

-- I4 Redis has left what the database has not given out, and nothing is pending.
update redis.campaign set left_over = 1;

-- I4 Redis and the database know the same coupons.
insert into redis.granted values (1, 'joon', gen_random_uuid()::text);

-- I5 A completed order is paid once, with its total.
delete from point.ledger where kind = 'ORDER';

-- I5 A rejected order has cost nothing in the end.
update orders.orders set status = 'REJECTED', reason = 'ORDER_TIMED_OUT' where user_id = 'mina';

-- I5 Who has paid for an order has it.
update point.ledger set user_id = 'joon' where kind = 'ORDER';

-- I5 A completed order keeps the stock it took, a rejected one has given it back.
delete from product.handled_command where compensation;

-- I5 An order costs what its lines and its coupon say.
update orders.orders set discount = 0, total = 1000 where user_id = 'mina';

-- I6 Every order has ended, and so has its saga.
update orders.checkout set state = 'COMPENSATING', due_at = now() where state = 'REJECTED';

-- I7 An acknowledged charge is in the ledger once.
delete from point.ledger where kind = 'CHARGE';

-- I7 A charge in the ledger was asked for and not refused, and is there once.
insert into point.ledger select gen_random_uuid(), user_id, kind, 1003, 1104, null, at from point.ledger where kind = 'CHARGE';

-- I7 An acknowledged order is completed, as it was placed.
update orders.orders set lines = '[{"productId":1,"quantity":1,"unitPrice":500}]' where user_id = 'mina';

-- I7 A refused order is rejected for the reason that was given.
update orders.orders set status = 'COMPLETED', reason = null where user_id = 'joon';

-- I7 No order belongs to two requests.
insert into history.operation select 99, kind, user_id, path, 'other key', body, amount, began, ended, certainty, status, code, resource, value
from history.operation where op = 3;

-- I7 A user has no more orders than requests can explain.
insert into orders.orders select gen_random_uuid(), user_id, status, lines, coupon_id, subtotal, discount, total, reason, created_at, settled_at, version
from orders.orders where user_id = 'mina';

-- I7 A coupon that was promised is there.
delete from coupon.coupon;

-- I7 A coupon was asked for by the request that it names, which was not refused.
update history.operation set certainty = 'FAIL', status = 409, code = 'COUPON_SOLD_OUT', resource = '' where kind = 'COUPON';

-- I7 Who was promised a coupon can order with it at once.
update history.operation set code = 'COUPON_NOT_FOUND' where op = 3;

-- I8 All good answers to one request are the same.
insert into history.attempt select op, 2, gateway, began, ended, status, code, replayed, degraded, retry_after, 'other', resource, trouble, certainty
from history.attempt where op = 1;

-- I8 A request is not refused at one time and granted at another.
insert into history.attempt select op, 2, gateway, began, ended, 400, 'OUT_OF_STOCK', replayed, degraded, retry_after, sha, resource, trouble, 'FAIL'
from history.attempt where op = 3;

-- I8 Another body under a known key is refused.
update history.operation set status = 201, certainty = 'OK' where kind = 'OTHER_BODY';

-- I8 A token that nobody has issued opens nothing.
update history.operation set status = 201, certainty = 'OK' where kind = 'BAD_TOKEN';

-- I8 Who is told to wait is told how long.
insert into history.attempt select op, 2, gateway, began, ended, 409, 'REQUEST_IN_PROGRESS', replayed, degraded, '', sha, resource, trouble, 'INFO'
from history.attempt where op = 3;

-- I8 A key of a user is tied to one order at most.
insert into orders.request_key (user_id, operation, key) values ('mina', 'POST /v1/orders', 'k'), ('mina', 'POST /v1/orders', 'k');

-- I9 The order tells the reason that its saga has.
update orders.checkout set document = '{"reason":"OUT_OF_STOCK"}' where state = 'REJECTED';

-- I10 Nothing waits to be sent.
insert into point.outbox (id, topic, key, type) values (gen_random_uuid(), 'point.events', 'mina', 'point.charged.v1');

-- I10 Every payment in the ledger is one handled command, and the other way round.
delete from point.handled_command;

-- I10 Every refund in the ledger takes back a payment, and every payment called off is refunded.
insert into point.handled_command select order_id, step, true, 'point.refunded.v1', '{}', handled_at from point.handled_command;

-- I10 The stock sold is what the handled commands took and did not give back.
update product.handled_command set reply = '{"lines":[{"productId":1,"quantity":3,"unitPrice":500}]}'
where order_id = '00000000-0000-7000-8000-00000000000a';

-- I10 A command was handled once.
insert into product.handled_command select * from product.handled_command where compensation;

-- I11 On the dead-letter topics lies what was poisoned, and nothing else.
insert into kafka.dead_letter values ('point.commands.dlt', '0-0', 'mina', '', 'reason');

-- I12 Sales are counted as they were completed.
update ranking.product_sales_hourly set quantity = 4;

-- I12 The best sellers are those that sold best.
update api.popular set sold = 4;

-- I13 The log of charges is the ledger's.
delete from charge_log.charge;

-- I14 Who reads a balance sees a balance that was, not older than the last charge acknowledged.
update history.operation set value = 0 where kind = 'READ_BALANCE';

-- I14 What became of an order does not change any more.
update history.operation set code = 'PENDING' where kind = 'READ_ORDER';

-- I15 Every request is answered within 12 s, unless its gateway was struck.
update history.attempt set ended = began + 12001 where op = 3;

-- I15 Half a minute after a fault, 99 of 100 requests have an outcome.
insert into history.operation select 100 + n, 'ORDER', 'mina', '', '', '', 0, began + 60000, ended + 60000, 'INFO', 503, '', '', -1
from history.operation, generate_series(1, 200) n where op = 3;

-- I15 Half a minute after a fault, 99 of 100 requests have theirs within 3 s.
insert into history.operation select 100 + n, 'ORDER', 'mina', '', '', '', 0, began + 60000, ended + 65000, 'OK', 201, '', '', -1
from history.operation, generate_series(1, 200) n where op = 3;

-- I16 Nobody hears of an error that is none of the documented ones.
update history.attempt set status = 500 where op = 3;
