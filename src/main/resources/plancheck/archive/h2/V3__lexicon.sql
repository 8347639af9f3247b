-- What the stored reports of a rule book have in common; they cannot be read without it.
create table lexicon (
    digest varchar(64) primary key,
    content ${bytes} not null,
    kept_at timestamp with time zone not null
);

create trigger lexicon_stays before update, delete on lexicon
    for each row call 'plancheck.archive.WhatIsWrittenStays';
