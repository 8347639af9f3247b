/** Reports as text, JSON, SARIF, JUnit and HTML. {@link plancheck.report.writing.ReportWriter} is its door. */
@NullMarked
package plancheck.report.writing;

import org.jspecify.annotations.NullMarked;
