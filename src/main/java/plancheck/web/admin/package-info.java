/** What administrators and auditors look after: people, tokens, official texts, the audit trail. */
@NullMarked
package plancheck.web.admin;

import org.jspecify.annotations.NullMarked;
