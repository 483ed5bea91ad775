-- What operators decided about dead letters: once for each, never changed. A letter is named by its place on the dead-letter
-- topic and the time it was written, so that the letters of a topic that was made anew are other ones.
create table dead_letter_decision (
    topic         text        not null,
    partition     int         not null,
    letter_offset bigint      not null,
    written_at    timestamptz not null,
    action        text        not null check (action in ('REPLAY', 'DISCARD')),
    decided_by    text        not null,
    decided_at    timestamptz not null,
    reason        text        check (action = 'REPLAY' or length(reason) > 0),
    primary key (topic, partition, letter_offset, written_at)
);

revoke update, delete on dead_letter_decision from ${runtime_role};

-- Replays that were decided, from the transaction of the decision until the broker has acknowledged them.
-- position is the record's first place on its topic: replays go out in this order.
create table dead_letter_replay (
    topic         text        not null,
    partition     int         not null,
    position      bigint      not null,
    letter_offset bigint      not null,
    written_at    timestamptz not null,
    decided_at    timestamptz not null,
    key           bytea,
    header_names  bytea[]     not null,
    header_values bytea[]     not null,
    value         bytea,
    primary key (topic, partition, letter_offset, written_at)
);
