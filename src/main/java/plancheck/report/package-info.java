/** What a check says: findings and verdict, and what changed between two reports; the rooms below write and keep them. */
@NullMarked
package plancheck.report;

import org.jspecify.annotations.NullMarked;
