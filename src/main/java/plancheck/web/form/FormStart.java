package plancheck.web.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import plancheck.dossier.DossierKind;
import plancheck.dossier.Problem;
import plancheck.dossier.asking.Questionnaire;
import plancheck.facts.Level;
import plancheck.facts.Message;

/**
 * What is chosen before the form can be shown.
 *
 * @param place GB/T 2260 code
 * @param asOf as chosen, which may be no date
 * @param site {@code town} or {@code rest}
 */
public record FormStart(String place, String kind, String asOf, String sector, String site) {

    public static FormStart nothing(FormCheck check) {
        return new FormStart(
                "", DossierKind.SELF_ASSESSMENT.id(), check.endOfLastYear().toString(), "", "town");
    }

    public static FormStart of(Map<String, String> chosen) {
        return new FormStart(
                chosen.getOrDefault("place", "").strip(),
                chosen.getOrDefault("kind", ""),
                chosen.getOrDefault("as-of", ""),
                chosen.getOrDefault("sector", ""),
                chosen.getOrDefault("site", ""));
    }

    /** The same for another place. */
    public FormStart at(String code) {
        return new FormStart(code, kind, asOf, sector, site);
    }

    public static Problem unknown() {
        return Problem.error(0, "/place", Message.of("web.choose-place"), Message.of("web.choose-sector-and-day"));
    }

    public boolean isProject() {
        return kind.equals(DossierKind.PROJECT.id());
    }

    /** Empty when place or sector are missing. */
    public Optional<Questionnaire> questions(FormCheck check) {
        if (isProject() && sector.isBlank()) {
            return Optional.empty();
        }
        return check.place(place).flatMap(known -> {
            List<Level> sites = FormCheck.sites(known);
            Level level = site.equals("rest") ? sites.get(sites.size() - 1) : sites.get(0);
            return check.questions(new FormAnswers(Map.of(
                    "/place", List.of(known.code()),
                    "/kind", List.of(kind),
                    "/as-of", List.of(asOf),
                    "/project/sector", List.of(sector),
                    "/project/site", List.of(level.id()))));
        });
    }
}
