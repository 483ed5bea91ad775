-- What must be true at any moment, in each database by itself. A query answers with the rows that prove the contrary.

-- I1 [point] A balance is the sum of its ledger.
select user_id, balance, coalesce(sum(amount), 0) as ledger
from wallet left join ledger using (user_id)
group by user_id, balance
having balance <> coalesce(sum(amount), 0);

-- I2 [point] No balance is below zero.
select user_id, balance from wallet where balance < 0
union all
select user_id, balance_after from ledger where balance_after < 0;

-- I2 [product] No stock is below zero.
select id, stock, sold from product where stock < 0 or sold < 0;

-- I3 [product] What there was is there or sold.
select id, initial_stock, restocked, stock, sold from product where initial_stock + restocked <> stock + sold;

-- I4 [coupon] No campaign gives out more than it has.
select c.id, c.quantity, count(k.id) as issued
from campaign c join coupon k on k.campaign_id = c.id
group by c.id, c.quantity
having count(k.id) > c.quantity;

-- I4 [coupon] A user has one coupon of a campaign at most.
select campaign_id, user_id, count(*) from coupon group by campaign_id, user_id having count(*) > 1;

-- I4 [coupon] No two coupons have been used by one order.
select order_id, count(*) from coupon where order_id is not null group by order_id having count(*) > 1;

-- I5 [point] No order is paid twice, and none is given back what it has not paid.
select order_id, sum(amount), count(*) filter (where kind = 'ORDER') as paid, count(*) filter (where kind = 'REFUND') as refunded
from ledger
where order_id is not null
group by order_id
having sum(amount) > 0 or count(*) filter (where kind = 'ORDER') <> 1 or count(*) filter (where kind = 'REFUND') > 1;

-- I9 [orders] An order and its saga agree.
select o.id, o.status, c.state
from orders o join checkout c on c.order_id = o.id
where o.status <> case c.state when 'COMPLETED' then 'COMPLETED' when 'REJECTED' then 'REJECTED'
    when 'COMPENSATING' then 'REJECTED' else 'PENDING' end;
