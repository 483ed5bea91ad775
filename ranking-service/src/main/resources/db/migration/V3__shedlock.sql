-- Which instance runs a scheduled job.
create table shedlock (
    name       text      primary key,
    lock_until timestamp not null,
    locked_at  timestamp not null,
    locked_by  text      not null
);
