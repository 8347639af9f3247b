/** What a check says: findings, verdict, and the writers that turn one report into text, JSON, SARIF and JUnit. */
@NullMarked
package plancheck.report;

import org.jspecify.annotations.NullMarked;
