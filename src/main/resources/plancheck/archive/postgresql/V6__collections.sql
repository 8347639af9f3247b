-- Many hands on one dossier: who is asked for which part, what each handed back, and what was decided where they differ.
create table collection (
    id uuid primary key,
    dossier uuid not null references dossier (id),
    open_of uuid unique,
    begun_with ${bytes} not null,
    due date not null,
    opened_by varchar(80) not null,
    opened_at timestamp with time zone not null,
    closed_by varchar(80),
    closed_at timestamp with time zone,
    closed_from ${bytes},
    version bigint not null
);

create index collection_of_dossier on collection (dossier, opened_at);

create table collection_part (
    id uuid primary key,
    collection uuid not null references collection (id),
    bureau varchar(60) not null,
    link_hash varchar(64) unique,
    link_until timestamp with time zone,
    account varchar(60),
    draft ${bytes},
    draft_at timestamp with time zone,
    draft_page uuid,
    reminded_at timestamp with time zone,
    version bigint not null,
    constraint collection_part_once unique (collection, bureau)
);

create table collection_return (
    id uuid primary key,
    part uuid not null references collection_part (id),
    number integer not null,
    content ${bytes} not null,
    way varchar(12) not null,
    returned_by varchar(80) not null,
    returned_at timestamp with time zone not null,
    constraint collection_return_number unique (part, number)
);

create table collection_decision (
    id uuid primary key,
    collection uuid not null references collection (id),
    number integer not null,
    pointer text not null,
    taken_from varchar(80) not null,
    answer_digest varchar(64) not null,
    decided_by varchar(80) not null,
    decided_at timestamp with time zone not null,
    constraint collection_decision_number unique (collection, number)
);

-- What was handed back and what was decided is only ever added to.
create trigger collection_return_stays before update or delete on collection_return
    for each row execute function what_is_written_stays();
create trigger collection_decision_stays before update or delete on collection_decision
    for each row execute function what_is_written_stays();
create trigger collection_return_is_not_emptied before truncate on collection_return
    for each statement execute function what_is_written_stays();
create trigger collection_decision_is_not_emptied before truncate on collection_decision
    for each statement execute function what_is_written_stays();
