-- What makes each sentence of always.sql wrong.

-- I1 [point] A balance is the sum of its ledger.
update wallet set balance = balance + 1 where user_id = 'mina';

-- I2 [point] No balance is below zero.
alter table wallet drop constraint wallet_balance_check; update wallet set balance = -1 where user_id = 'mina';

-- I2 [product] No stock is below zero.
alter table product drop constraint product_stock_check; alter table product drop constraint nothing_appears_or_vanishes;
update product set stock = -1;

-- I3 [product] What there was is there or sold.
alter table product drop constraint nothing_appears_or_vanishes; update product set stock = stock - 1;

-- I4 [coupon] No campaign gives out more than it has.
insert into coupon select gen_random_uuid(), campaign_id, 'joon', 'ISSUED', 2, issued_at, null, null, 'key' from coupon;

-- I4 [coupon] A user has one coupon of a campaign at most.
alter table coupon drop constraint coupon_one_per_user;
insert into coupon select gen_random_uuid(), campaign_id, user_id, 'ISSUED', 2, issued_at, null, null, 'key' from coupon;

-- I4 [coupon] No two coupons have been used by one order.
insert into coupon select gen_random_uuid(), campaign_id, 'joon', 'USED', 2, issued_at, used_at, order_id, 'key' from coupon;

-- I5 [point] No order is paid twice, and none is given back what it has not paid.
insert into ledger select gen_random_uuid(), 'mina', 'REFUND', 901, 1002, order_id, at from ledger where kind = 'ORDER';

-- I9 [orders] An order and its saga agree.
update checkout set state = 'REJECTED' where state = 'COMPLETED';
