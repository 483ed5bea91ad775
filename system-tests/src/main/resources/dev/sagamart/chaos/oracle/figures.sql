-- How often the run has come to where it is meant to come.

-- I0 orders completed
select count(*) from orders.orders where status = 'COMPLETED';

-- I0 orders rejected
select count(*) from orders.orders where status = 'REJECTED';

-- I0 orders timed out
select count(*) from orders.orders where reason = 'ORDER_TIMED_OUT';

-- I0 compensations
select (select count(*) from coupon.handled_command where compensation)
  + (select count(*) from product.handled_command where compensation)
  + (select count(*) from point.handled_command where compensation);

-- I0 tombstones
select count(*) from (select * from coupon.handled_command union all select * from product.handled_command
  union all select * from point.handled_command) h
where not compensation and reply::jsonb->>'code' = 'ORDER_TIMED_OUT';

-- I0 refunds
select count(*) from point.ledger where kind = 'REFUND';

-- I0 charges
select count(*) from point.ledger where kind = 'CHARGE';

-- I0 coupons issued
select count(*) from coupon.coupon;

-- I0 coupons sold out
select count(*) from history.operation where code = 'COUPON_SOLD_OUT';

-- I0 operations of unknown outcome
select count(*) from history.operation where certainty = 'INFO' and kind not like 'READ%';

-- I0 replies told as replayed
select count(*) from history.attempt where replayed;
