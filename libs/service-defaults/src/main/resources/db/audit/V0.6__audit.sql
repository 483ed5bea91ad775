-- How far the continuous audit has come, for every instance to go on from.
create table audit_progress (
    check_name text        primary key,
    recent     uuid        not null,
    rotation   text        not null,
    rotations  bigint      not null default 0,
    checked_at timestamptz not null
);

-- What is wrong at the moment: a row goes when its check finds it right again.
create table audit_difference (
    check_name text        not null,
    row_id     text        not null,
    detail     text        not null,
    found_at   timestamptz not null,
    primary key (check_name, row_id)
);

-- Which instance audits.
create table audit_lock (
    name       text      primary key,
    lock_until timestamp not null,
    locked_at  timestamp not null,
    locked_by  text      not null
);
