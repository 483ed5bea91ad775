-- What is known from elsewhere than the databases of the services.
create schema history;
create table history.line (number bigint generated always as identity, doc jsonb);
-- began and ended: milliseconds of the epoch
create table history.fault (id text, target text, began bigint, ended bigint);

create schema redis;
create table redis.campaign (campaign_id bigint, left_over bigint, pending bigint);
create table redis.granted (campaign_id bigint, user_id text, coupon_id text);

create schema kafka;
-- poison: the mark of what was made bad on purpose; empty otherwise
create table kafka.dead_letter (topic text, id text, key text, poison text, reason text);

create schema api;
create table api.popular (position int, product_id bigint, sold bigint);
