/** What a check says: findings, verdict, the writers that turn one report into text, JSON, SARIF, JUnit and HTML, and its bytes for keeping. */
@NullMarked
package plancheck.report;

import org.jspecify.annotations.NullMarked;
