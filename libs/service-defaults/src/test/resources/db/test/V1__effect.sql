create table effect (
    id      bigint generated always as identity primary key,
    user_id text not null,
    name    text not null,
    tx      xid8 not null default pg_current_xact_id()
);
