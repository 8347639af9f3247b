package plancheck.api.reports;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import plancheck.report.writing.PublishedFinding;

/** Some of a report's findings, each as it stands there. */
@Schema(name = "Findings")
record FindingsBody(int total, List<PublishedFinding> items) {}
