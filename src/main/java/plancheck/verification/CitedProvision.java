package plancheck.verification;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Part;
import plancheck.rulebook.Provision;
import plancheck.rulebook.Scope;

/** A provision with the clauses it cites. */
record CitedProvision(Provision provision, List<CitedClause> cited) {

    boolean isWhole() {
        return !cited.isEmpty() && cited.size() == provision.citations().size();
    }

    CitedClause first() {
        return cited.get(0);
    }

    /** Whether the anchor, with what stands before it in its part of the sentence, has such a word, in one of the clauses. */
    boolean governs(Pattern words) {
        return cited.stream()
                .anyMatch(clause -> words.matcher(clause.governing()).find());
    }

    /** Title, names of parts and question: what one reads who answers. */
    String asked() {
        return asked(provision.title(), Label::zh);
    }

    /** The same in English. */
    String askedInEnglish() {
        return asked(provision.titleEn(), Label::en);
    }

    private String asked(String title, Function<Label, String> language) {
        return Stream.concat(
                        Stream.of(
                                title,
                                provision
                                        .criterion()
                                        .leftToPerson()
                                        .map(language)
                                        .orElse("")),
                        parts().stream().map(Part::name).map(language))
                .collect(Collectors.joining("\n"));
    }

    List<Part> parts() {
        Indicator measured = provision.indicator();
        return measured != null && measured.id().equals(provision.id()) ? measured.parts() : List.of();
    }

    boolean isOfPlace() {
        return provision.scope().of() == Scope.Sort.PLACE;
    }

    boolean isAnswered() {
        return provision.criterion().given() == Criterion.Input.YES_OR_NO;
    }

    boolean isStage() {
        return provision.criterion().given() == Criterion.Input.STAGE;
    }

    boolean binds(Level... levels) {
        return Stream.of(levels).anyMatch(provision.scope().levels()::contains);
    }

    /** Whether it binds some places by their codes. */
    boolean namesPlaces() {
        return provision.scope().conditions().stream()
                .anyMatch(condition -> condition.attribute().equals("code"));
    }

    /** Whether nothing could be bound by both, as the places that they name are others. */
    boolean isElsewhereThan(CitedProvision other) {
        Set<String> here = codes();
        Set<String> there = other.codes();
        return !here.isEmpty() && !there.isEmpty() && here.stream().noneMatch(there::contains);
    }

    private Set<String> codes() {
        return provision.scope().conditions().stream()
                .filter(condition -> condition.attribute().equals("code"))
                .flatMap(condition -> condition.operands().stream())
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }
}
