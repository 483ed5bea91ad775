-- What the products are called, as of the newest version seen.
create table product_name (
    product_id bigint primary key,
    name       text   not null,
    version    bigint not null
);
