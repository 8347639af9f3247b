-- Revisions, opinions and the audit trail are only ever added to, whatever a later version of the program may try.
create function what_is_written_stays() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or deleted', tg_table_name;
end $$;

create trigger revision_stays before update or delete on revision
    for each row execute function what_is_written_stays();
create trigger revision_evidence_stays before update or delete on revision_evidence
    for each row execute function what_is_written_stays();
create trigger opinion_stays before update or delete on opinion
    for each row execute function what_is_written_stays();
create trigger audit_entry_stays before update or delete on audit_entry
    for each row execute function what_is_written_stays();
