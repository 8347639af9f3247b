package plancheck.web.project;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plancheck.facts.Level;
import plancheck.platform.ProjectProposal;
import plancheck.web.form.FormAnswers;

/**
 * What a page of the way in sends: fields of the dossier under the dossier's names, and what is settled before there is one.
 *
 * @param answers with a row to each of the other counties
 * @param sector as chosen; empty when nothing is
 * @param site {@code town} or {@code rest}; empty when nothing is chosen
 * @param industry code or name of its industry, as typed
 * @param isConfirmed whether somebody has seen what was read from the scale, so that what he took out stays out
 */
record SentProject(FormAnswers answers, String sector, String site, String industry, boolean isConfirmed) {
    static final String ALSO_IN = "/project/also-in";
    /** Chosen where none of the sectors that were guessed is its own. */
    private static final String OTHER = "other";

    /** Chosen where nobody knows yet which work it is; a dossier then says nothing. */
    private static final String UNKNOWN = "unknown";

    private static final String BASIS = "/project/basis/0/";

    static SentProject of(Map<String, String[]> parameters) {
        String guessed = first(parameters, "sector");
        String other = first(parameters, "other-sector");
        return new SentProject(
                parted(FormAnswers.sent(parameters)),
                guessed.isEmpty() || guessed.equals(OTHER) ? other : guessed,
                first(parameters, "site"),
                first(parameters, "industry"),
                parameters.containsKey("confirmed"));
    }

    /** What a registration says, for a person to look through: nothing in it is chosen that it leaves open. */
    static SentProject of(ProjectProposal proposal) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        put(fields, "/title", proposal.name());
        put(fields, "/project/code", proposal.code());
        put(fields, "/project/scale", proposal.scale());
        put(
                fields,
                "/project/nature",
                proposal.nature() == null ? null : proposal.nature().id());
        put(fields, "/project/start", proposal.start());
        put(fields, "/project/completion", proposal.completion());
        put(fields, "/project/investment/value", plain(proposal.investment()));
        return new SentProject(new FormAnswers(fields), "", "", "", false).proposed(proposal);
    }

    /** The same with what can be read from it, where nothing was said. */
    SentProject proposed(ProjectProposal proposal) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (value("/place").isEmpty()) {
            put(fields, "/place", proposal.place());
            for (int i = 0; i < proposal.alsoIn().size() && alsoIn().isEmpty(); i++) {
                put(fields, ALSO_IN + "/" + i, proposal.alsoIn().get(i));
            }
        }
        if (!isConfirmed) {
            for (int i = 0; i < proposal.amounts().size(); i++) {
                ProjectProposal.ReadAmount read = proposal.amounts().get(i);
                put(fields, "/project/amounts/" + i + "/of", read.amount().of());
                put(
                        fields,
                        "/project/amounts/" + i + "/value",
                        plain(read.amount().value()));
                put(fields, "/project/amounts/" + i + "/unit", read.amount().unit());
            }
        }
        boolean isPlain = sector.isEmpty() && proposal.isSectorPlain();
        return new SentProject(
                answers.with(fields),
                isPlain ? proposal.sector().orElse("") : sector,
                site.isEmpty() ? site(proposal.site()) : site,
                industry,
                isConfirmed);
    }

    private static String site(@Nullable Level level) {
        return level == null ? "" : level == Level.COUNTY ? "rest" : "town";
    }

    /** The same resting on a work of the plans. */
    SentProject restingOn(String work) {
        return new SentProject(
                answers.with(Map.of(BASIS + "work", List.of(work))), sector, site, industry, isConfirmed);
    }

    /** Under the heads that the platform has for it, so that it is read as a registration is. */
    Map<String, String> registration() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("projectname", value("/title"));
        fields.put("projectplace", String.join(" ", places()));
        fields.put("scalecontent", value("/project/scale"));
        fields.put("industry", industry);
        fields.put("startdate", value("/project/start"));
        fields.put("enddate", value("/project/completion"));
        return fields;
    }

    /** Codes of the counties it lies in, as far as they are said. */
    List<String> places() {
        List<String> places = new ArrayList<>();
        places.add(value("/place"));
        places.addAll(alsoIn());
        places.removeIf(String::isEmpty);
        return places;
    }

    public List<String> alsoIn() {
        return answers.at(List.of(ALSO_IN)).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The work it is said to be, {@code none}, or empty when it is not said. */
    public String work() {
        String work = value(BASIS + "work");
        return work.equals(UNKNOWN) ? "" : work;
    }

    /** Whether it is said that it is one, or that it is none, or that this is left open. */
    public boolean isBasisSaid() {
        return answers.values().containsKey(BASIS + "work");
    }

    public String value(String name) {
        return answers.value(name).strip();
    }

    /** The dossier's fields; who says what it is counts only with what he says. */
    FormAnswers dossier() {
        return work().isEmpty() ? answers.without(List.of("/project/basis")) : answers;
    }

    /** Boxes that are ticked come under one name; in a dossier each county has a row, and its own is none of the others. */
    private static FormAnswers parted(FormAnswers sent) {
        Set<String> others = new LinkedHashSet<>();
        sent.at(List.of(ALSO_IN)).values().forEach(others::addAll);
        others.removeIf(code -> code.isBlank() || code.equals(sent.value("/place")));
        Map<String, List<String>> rows = new LinkedHashMap<>();
        int row = 0;
        for (String code : others) {
            rows.put(ALSO_IN + "/" + row++, List.of(code));
        }
        return sent.without(List.of(ALSO_IN)).with(rows);
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static void put(Map<String, List<String>> fields, String name, @Nullable Object value) {
        String text = Objects.toString(value, "");
        if (!text.isEmpty()) {
            fields.put(name, List.of(text));
        }
    }

    private static String first(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0].strip();
    }
}
