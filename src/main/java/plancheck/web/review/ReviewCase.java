package plancheck.web.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import plancheck.archive.Opinion;
import plancheck.archive.OpinionKind;
import plancheck.archive.Revision;
import plancheck.archive.StoredDossier;
import plancheck.facts.Message;
import plancheck.report.Finding;
import plancheck.report.Report;
import plancheck.workflow.DossierState;
import plancheck.workflow.Refusal;
import plancheck.workflow.ReviewDesk;
import plancheck.workflow.ReviewDesk.Matter;

/**
 * A dossier on the review desk, at one of its revisions.
 *
 * @param revisions first to last
 * @param revision null before the first submission; {@code report} likewise
 * @param opinions those that count on this revision
 */
record ReviewCase(
        StoredDossier dossier,
        List<Revision> revisions,
        @Nullable Revision revision,
        @Nullable Report report,
        Map<Matter, Opinion> opinions,
        ReviewActions actions) {

    public DossierState state() {
        return DossierState.of(dossier.state());
    }

    /** Whether this is the revision that is reviewed now. */
    public boolean isLast() {
        return revision != null && revision.number() == dossier.revision();
    }

    /** Whether opinions may be given here and now. */
    public boolean opine() {
        return isLast() && actions.opine();
    }

    /** @throws Refusal {@code NOT_FOUND} before the first submission */
    Report submitted() {
        return Optional.ofNullable(report)
                .orElseThrow(() -> new Refusal(Refusal.Why.NOT_FOUND, Message.of("web.not-submitted-yet")));
    }

    /** The address of a page about this revision, for example {@code path("/trail")}; empty for its findings. */
    public String path(String below) {
        return address("/review/{id}" + below, null, dossier.id());
    }

    /** The address of one finding of this revision. */
    public String path(Finding finding) {
        Matter matter = Matter.of(finding);
        return address("/review/{id}/findings/{provision}", matter.subject(), dossier.id(), matter.provision());
    }

    /** The address of what this revision has for a provision. */
    public String provision(String id) {
        return address("/review/{id}/findings/{provision}", null, dossier.id(), id);
    }

    private String address(String path, @Nullable String subject, Object... variables) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        List<Object> values = new ArrayList<>(List.of(variables));
        if (subject != null) {
            address.queryParam("subject", "{subject}");
            values.add(subject);
        }
        if (revision != null && !isLast()) {
            address.queryParam("revision", revision.number());
        }
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    public @Nullable Opinion opinion(Finding finding) {
        return opinions.get(Matter.of(finding));
    }

    /** The findings with an opinion of one of these kinds, in the report's order. */
    List<Finding> with(Set<OpinionKind> kinds) {
        return submitted().findings().stream()
                .filter(finding -> {
                    Opinion opinion = opinion(finding);
                    return opinion != null && kinds.contains(opinion.kind());
                })
                .toList();
    }

    public List<Finding> undecided() {
        return report == null ? List.of() : ReviewDesk.undecided(report, opinions);
    }

    /** @throws Refusal {@code NOT_FOUND} when the report has no such finding */
    Finding finding(String provision, @Nullable String subject) {
        List<Finding> found = submitted().findings().stream()
                .filter(finding -> finding.provision().equals(provision))
                .filter(finding ->
                        subject == null || Matter.of(finding).subject().equals(subject))
                .toList();
        if (found.isEmpty()) {
            throw new Refusal(Refusal.Why.NOT_FOUND, Message.of("web.no-such-finding"));
        }
        return found.get(0);
    }
}
