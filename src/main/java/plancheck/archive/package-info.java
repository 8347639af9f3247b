/** What is kept: accounts, assessments, dossiers with their revisions, opinions, the audit trail. Only here is the database known. */
@NullMarked
package plancheck.archive;

import org.jspecify.annotations.NullMarked;
