package plancheck.report.writing;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import plancheck.facts.Force;
import plancheck.report.Finding;
import plancheck.report.Note;
import plancheck.report.Report;

/**
 * JUnit XML, for build servers. What is not met is a failure, whatever its force, which its message names; an undecided
 * {@code must} provision is an error, so that a dossier that is not compliant never shows green; an undecided weaker
 * one is skipped. The verdict stands among the suite's properties: a missed strive does not change it.
 */
final class JUnitReport implements ReportWriter {
    private final Wording wording;

    JUnitReport(Wording wording) {
        this.wording = wording;
    }

    @Override
    public String write(List<Report> reports, List<String> sources) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            for (int i = 0; i < reports.size(); i++) {
                suite(xml, reports.get(i), sources.get(i));
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return text + "\n";
    }

    private void suite(XMLStreamWriter xml, Report report, String source) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", report.dossier().title());
        xml.writeAttribute("file", source);
        xml.writeAttribute("tests", String.valueOf(report.findings().size()));
        xml.writeAttribute("failures", count(report, "failure"));
        xml.writeAttribute("errors", count(report, "error"));
        xml.writeAttribute("skipped", count(report, "skipped"));
        xml.writeCharacters("\n    ");
        xml.writeStartElement("properties");
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", "verdict");
        xml.writeAttribute("value", report.verdict().id());
        for (Note note : report.notes()) {
            xml.writeEmptyElement("property");
            xml.writeAttribute("name", "note");
            xml.writeAttribute("value", wording.say(note.inWords()));
        }
        xml.writeEndElement();
        for (Finding finding : report.findings()) {
            test(xml, report, finding);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static String count(Report report, String element) {
        return String.valueOf(report.findings().stream()
                .filter(finding -> element(finding).equals(element))
                .count());
    }

    private void test(XMLStreamWriter xml, Report report, Finding finding) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", report.dossier().id());
        xml.writeAttribute(
                "name",
                finding.provision() + " " + wording.say(finding.title())
                        + wording.say("mark.brackets", finding.subject()));
        String element = element(finding);
        if (!element.isEmpty()) {
            xml.writeStartElement(element);
            xml.writeAttribute(
                    "message",
                    wording.term(finding.outcome()) + wording.say("mark.brackets", wording.term(finding.force())));
            if (!element.equals("skipped")) {
                xml.writeAttribute(
                        "type", finding.outcome().id() + "-" + finding.force().id());
            }
            xml.writeCharacters(finding.because().stream()
                    .map(wording::say)
                    .collect(Collectors.joining(wording.say("mark.semicolon"))));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String element(Finding finding) {
        return switch (finding.outcome()) {
            case PASS -> "";
            case FAIL -> "failure";
            case ERROR -> "error";
            case INSUFFICIENT_DATA, NEEDS_REVIEW -> finding.force() == Force.MUST ? "error" : "skipped";
            case NOT_DUE, DIRECTION, NOT_APPLICABLE -> "skipped";
        };
    }
}
