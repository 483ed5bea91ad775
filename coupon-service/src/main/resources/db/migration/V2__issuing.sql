-- Numbers the times that any campaign's counters were put into Redis, so that a later opening has a higher number.
create sequence issuing_epoch;

grant usage on sequence issuing_epoch to ${runtime_role};

-- How many asked for coupons in each second, written down a moment later. Figures for a report: a process that dies
-- takes its last second with it.
create table issuing_demand (
    campaign_id   bigint      not null references campaign,
    second        timestamptz not null,
    requests      bigint      not null check (requests >= 0),
    refused       bigint      not null check (refused between 0 and requests),
    refused_after bigint      check ((refused_after is null) = (refused = 0)),
    unanswered    bigint      not null check (unanswered >= 0),
    primary key (campaign_id, second)
);

comment on column issuing_demand.refused is 'those who were told that no coupon is left';
comment on column issuing_demand.refused_after is 'the lowest position that was the last one when one of them was told so';
comment on column issuing_demand.unanswered is 'those who were asked to try again';

create index issuing_demand_second on issuing_demand (second);
