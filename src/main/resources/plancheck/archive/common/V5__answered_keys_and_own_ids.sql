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
