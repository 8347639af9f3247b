-- Revisions, opinions and the audit trail are only ever added to, whatever a later version of the program may try.
create function what_is_written_stays() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or deleted', tg_table_name;
end $$;

create function what_is_answered_stays() returns trigger language plpgsql as $$
begin
    if old.state <> 'QUEUED' then
        raise exception 'rows of % are never changed once they are answered', tg_table_name;
    end if;
    return new;
end $$;

create trigger revision_stays before update or delete on revision
    for each row execute function what_is_written_stays();
create trigger revision_evidence_stays before update or delete on revision_evidence
    for each row execute function what_is_written_stays();
create trigger opinion_stays before update or delete on opinion
    for each row execute function what_is_written_stays();
create trigger audit_entry_stays before update or delete on audit_entry
    for each row execute function what_is_written_stays();

create trigger revision_is_not_emptied before truncate on revision
    for each statement execute function what_is_written_stays();
create trigger revision_evidence_is_not_emptied before truncate on revision_evidence
    for each statement execute function what_is_written_stays();
create trigger opinion_is_not_emptied before truncate on opinion
    for each statement execute function what_is_written_stays();
create trigger audit_entry_is_not_emptied before truncate on audit_entry
    for each statement execute function what_is_written_stays();

-- An assessment is queued first and answered once; the reports of revisions are among them.
create trigger assessment_stays before update on assessment
    for each row execute function what_is_answered_stays();
