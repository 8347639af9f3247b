-- Who is signed in, so that a restart signs nobody out. The columns are Spring Session's; what it keeps is two short texts.
create table web_session (
    primary_id char(36) primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval integer not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);

create index web_session_expiry on web_session (expiry_time);

create table web_session_attributes (
    session_primary_id char(36) not null references web_session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- Which page saved a draft last, and which of its changes: a page whose answer was lost is told from somebody else.
create table draft_saving (
    dossier uuid primary key references dossier (id),
    page uuid not null,
    step bigint not null,
    version bigint not null
);

-- Wrong passwords are counted by address and login, in memory; nobody can be locked out by others any more.
alter table account drop column failed_logins;
alter table account drop column locked_until;

-- What a request with an Idempotency-Key made, so that the request sent again makes nothing more.
create table answered_key (
    id uuid primary key,
    client varchar(80) not null,
    operation varchar(120) not null,
    idempotency_key varchar(200) not null,
    request_digest varchar(64) not null,
    made varchar(80) not null,
    at timestamp with time zone not null,
    constraint answered_key_key unique (client, operation, idempotency_key)
);

-- Whose a dossier's own id is: of the draft that was first submitted with it.
create table submitted_id (
    id uuid primary key,
    place varchar(20) not null,
    own_id varchar(200) not null,
    dossier uuid not null references dossier (id),
    constraint submitted_id_once unique (place, own_id)
);

insert into submitted_id (id, place, own_id, dossier)
select earliest.id, earliest.place, earliest.own_id, earliest.dossier
from (
    select r.id, d.place, a.dossier_id as own_id, d.id as dossier,
        row_number() over (partition by d.place, a.dossier_id order by r.submitted_at, r.id) as nth
    from revision r
    join dossier d on d.id = r.dossier
    join assessment a on a.id = r.assessment
    where a.dossier_id is not null
) earliest
where earliest.nth = 1;

-- A sealed secret is longer than the secret. Those that are there are sealed at the next start.
alter table webhook alter column secret set data type varchar(300);
