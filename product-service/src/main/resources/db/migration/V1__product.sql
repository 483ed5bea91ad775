-- What is sold: name and price as of version (which stock moves do not raise), and the stock with its sources.
-- A batch of commands locks its rows in id order and updates each once, in place.
create table product (
    id            bigint generated always as identity primary key,
    name          text   not null check (char_length(name) between 1 and 200),
    price         bigint not null check (price between 1 and 1000000000),
    version       bigint not null check (version >= 1),
    initial_stock bigint not null check (initial_stock >= 0),
    restocked     bigint not null check (restocked >= 0),
    sold          bigint not null check (sold >= 0),
    stock         bigint not null check (stock >= 0),
    constraint nothing_appears_or_vanishes check (initial_stock + restocked = stock + sold)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000);
-- Sales must survive: nobody deletes a product.
revoke delete on product from ${runtime_role};
