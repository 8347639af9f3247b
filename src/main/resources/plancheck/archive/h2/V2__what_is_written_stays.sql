-- Revisions, opinions and the audit trail are only ever added to, whatever a later version of the program may try.
create trigger revision_stays before update, delete on revision
    for each row call 'plancheck.archive.WhatIsWrittenStays';
create trigger revision_evidence_stays before update, delete on revision_evidence
    for each row call 'plancheck.archive.WhatIsWrittenStays';
create trigger opinion_stays before update, delete on opinion
    for each row call 'plancheck.archive.WhatIsWrittenStays';
create trigger audit_entry_stays before update, delete on audit_entry
    for each row call 'plancheck.archive.WhatIsWrittenStays';

-- An assessment is queued first and answered once; the reports of revisions are among them.
create trigger assessment_stays before update on assessment
    for each row call 'plancheck.archive.WhatIsAnsweredStays';
