package plancheck.dossier.reading;

import plancheck.dossier.NamedDocument;
import plancheck.dossier.Node;
import plancheck.dossier.Problem;
import plancheck.dossier.Problems;
import plancheck.facts.Message;

/** Notices what stands as evidence and names no document: it proves nothing (ruling R44). */
final class EvidenceNotes {
    private static final String EVIDENCE = "evidence";

    private final Problems problems;

    EvidenceNotes(Problems problems) {
        this.problems = problems;
    }

    void in(Node node) {
        node.members().forEach(this::in);
        node.entries().forEach((key, value) -> {
            if (key.equals(EVIDENCE)) {
                value.members().stream()
                        .filter(document -> document.isScalar()
                                && !document.isEmpty()
                                && !NamedDocument.isNamedBy(document.textOrEmpty()))
                        .forEach(document -> problems.add(Problem.warning(
                                document.line(),
                                document.pointer(),
                                Message.of("dossier.no-document", Node.shortened(document.textOrEmpty())),
                                Message.of("dossier.name-the-document"))));
            } else {
                in(value);
            }
        });
    }
}
