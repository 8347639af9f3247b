-- What plancheck itself said beside a step is kept as the sentence's key and what is filled in, so that it is said in the
-- language of whoever reads it; what people wrote stays as they wrote it. Both are JSON.
drop trigger audit_entry_stays on audit_entry;

alter table audit_entry alter column detail set data type text;

update audit_entry set detail = case
    when action = 'dossier.submit' and detail ~ '^第[0-9]+次提交，(符合|不符合|尚不能判定)$'
        then '{"key":"workflow.submitted","arguments":[' || substring(detail from '^第([0-9]+)') || ','
            || case substring(detail from '，(.+)$')
                when '符合' then '{"zh":"符合","en":"Compliant"}'
                when '不符合' then '{"zh":"不符合","en":"Non-compliant"}'
                else '{"zh":"尚不能判定","en":"Indeterminate"}'
            end || ']}'
    when action = 'dossier.return' and detail ~ '^退回问题[0-9]+个$'
        then '{"key":"workflow.returned","arguments":[' || substring(detail from '[0-9]+') || ']}'
    when action in ('evidence.attach', 'evidence.remove') and detail ~ '^/[^ ]* '
        then '{"key":"workflow.evidence","arguments":[' || to_json(substring(detail from '^[^ ]*'))::text || ','
            || to_json(substring(detail from position(' ' in detail) + 1))::text || ']}'
    else to_json(detail)::text
end;

create trigger audit_entry_stays before update or delete on audit_entry
    for each row execute function what_is_written_stays();

-- Findings per outcome as JSON: pass=12 fail=3 becomes {"pass":12,"fail":3}.
drop trigger assessment_stays on assessment;

update assessment set counts = '{"' || replace(replace(counts, '=', '":'), ' ', ',"') || '}' where counts <> '';

create trigger assessment_stays before update on assessment
    for each row execute function what_is_answered_stays();
