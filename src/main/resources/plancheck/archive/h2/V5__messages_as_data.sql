-- What plancheck itself said beside a step is kept as the sentence's key and what is filled in, so that it is said in the
-- language of whoever reads it; what people wrote stays as they wrote it. Both are JSON.
drop trigger audit_entry_stays;

alter table audit_entry alter column detail set data type text;

update audit_entry set detail = case
    when action = 'dossier.submit' and regexp_like(detail, '^第[0-9]+次提交，(符合|不符合|尚不能判定)$')
        then '{"key":"workflow.submitted","arguments":[' || substring(detail from 2 for position('次' in detail) - 2) || ','
            || case substring(detail from position('，' in detail) + 1)
                when '符合' then '{"zh":"符合","en":"Compliant"}'
                when '不符合' then '{"zh":"不符合","en":"Non-compliant"}'
                else '{"zh":"尚不能判定","en":"Indeterminate"}'
            end || ']}'
    when action = 'dossier.return' and regexp_like(detail, '^退回问题[0-9]+个$')
        then '{"key":"workflow.returned","arguments":[' || substring(detail from 5 for position('个' in detail) - 5) || ']}'
    when action in ('evidence.attach', 'evidence.remove') and regexp_like(detail, '^/[^ ]* ')
        then cast(json_object('key': 'workflow.evidence', 'arguments': json_array(
            substring(detail from 1 for position(' ' in detail) - 1),
            substring(detail from position(' ' in detail) + 1)) format json) as varchar)
    else cast(cast(cast(detail as varchar) as json) as varchar)
end;

create trigger audit_entry_stays before update, delete on audit_entry
    for each row call 'plancheck.archive.WhatIsWrittenStays';

-- Findings per outcome as JSON: pass=12 fail=3 becomes {"pass":12,"fail":3}.
drop trigger assessment_stays;

update assessment set counts = '{"' || replace(replace(counts, '=', '":'), ' ', ',"') || '}' where counts <> '';

create trigger assessment_stays before update on assessment
    for each row call 'plancheck.archive.WhatIsAnsweredStays';
