package plancheck.web.plans;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import plancheck.facts.Citation;
import plancheck.facts.Label;
import plancheck.plan.text.Clause;
import plancheck.plan.text.PlanText;
import plancheck.report.writing.Wording;
import plancheck.rulebook.CriterionWords;
import plancheck.rulebook.Indicator;
import plancheck.rulebook.Plan;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.workflow.OfficialTexts;

/** Finds provisions and clauses by words that all stand in them, in either language. */
@Component
class PlanSearch {
    /** How much of a clause's text is shown around the first word found, on each side. */
    private static final int AROUND = 60;

    private final RuleBook book;
    private final OfficialTexts texts;
    private final List<SearchText> provisions;

    PlanSearch(RuleBook book, OfficialTexts texts) {
        this.book = book;
        this.texts = texts;
        this.provisions = book.provisions().stream().map(SearchText::of).toList();
    }

    /** A provision with all that is searched of it, folded. */
    private record SearchText(Provision provision, String folded) {
        static SearchText of(Provision provision) {
            List<String> fields = new ArrayList<>(List.of(provision.id(), provision.title(), provision.titleEn()));
            fields.addAll(further(provision).stream()
                    .flatMap(label -> List.of(label.zh(), label.en()).stream())
                    .toList());
            return new SearchText(provision, PlanSearch.folded(String.join("\n", fields)));
        }

        /** Requirement, indicator and anchors. */
        static List<Label> further(Provision provision) {
            List<Label> further = new ArrayList<>();
            further.add(CriterionWords.inWords(provision));
            Indicator indicator = provision.indicator();
            if (indicator != null && !indicator.id().equals(provision.id())) {
                further.add(indicator.name());
            }
            provision.citations().stream().map(Citation::anchor).map(Label::of).forEach(further::add);
            return further;
        }
    }

    /**
     * A provision found.
     *
     * @param also in what else the words stand, if not in the title
     */
    record FoundProvision(Provision provision, List<PlanPiece> id, List<PlanPiece> title, List<Field> also) {}

    /**
     * What else the words stand in.
     *
     * @param lang what it is written in, as HTML has it
     */
    record Field(String lang, List<PlanPiece> pieces) {
        static Field of(String text, List<String> words) {
            boolean chinese = text.codePoints().anyMatch(Character::isIdeographic);
            return new Field(chinese ? "zh-CN" : "en", marked(text, words));
        }
    }

    /**
     * A clause found.
     *
     * @param excerpt of its official text; empty when that was not given or has none of the words
     */
    record FoundClause(
            Plan plan, Plan.ClauseEntry entry, PlanUnit unit, List<PlanPiece> heading, List<PlanPiece> excerpt) {}

    /** What was found, provisions whose id it is first, otherwise in the plans' order. */
    record SearchResult(List<FoundProvision> provisions, List<FoundClause> clauses) {
        public int count() {
            return provisions.size() + clauses.size();
        }
    }

    /** @param query words separated by blanks; of any length, but each costs time */
    SearchResult find(String query, Wording wording) {
        List<String> words = List.of(folded(query).strip().split("\\s+")).stream()
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        return words.isEmpty()
                ? new SearchResult(List.of(), List.of())
                : new SearchResult(provisions(words, wording), clauses(words));
    }

    private List<FoundProvision> provisions(List<String> words, Wording wording) {
        List<FoundProvision> found = new ArrayList<>();
        for (SearchText searched : provisions) {
            if (words.stream().allMatch(searched.folded()::contains)) {
                Provision provision = searched.provision();
                FoundProvision one = found(provision, words, wording);
                boolean exact = words.size() == 1 && folded(provision.id()).equals(words.get(0));
                found.add(exact ? 0 : found.size(), one);
            }
        }
        return List.copyOf(found);
    }

    private static FoundProvision found(Provision provision, List<String> words, Wording wording) {
        String title = wording.say(provision.name());
        String other = title.equals(provision.title()) ? provision.titleEn() : provision.title();
        List<String> also = new ArrayList<>(List.of(other));
        SearchText.further(provision).stream().map(wording::say).forEach(also::add);
        return new FoundProvision(
                provision,
                marked(provision.id(), words),
                marked(title, words),
                also.stream()
                        .filter(field -> words.stream()
                                .anyMatch(word -> folded(field).contains(word)
                                        && !folded(provision.id() + "\n" + title)
                                                .contains(word)))
                        .distinct()
                        .map(field -> Field.of(field, words))
                        .toList());
    }

    private List<FoundClause> clauses(List<String> words) {
        List<FoundClause> found = new ArrayList<>();
        for (Plan plan : book.plans().values()) {
            PlanText text = texts.text(plan.id()).orElse(new PlanText(List.of()));
            Map<String, String> full =
                    text.clauses().stream().collect(Collectors.toMap(Clause::path, Clause::text, (a, b) -> a));
            for (Plan.ClauseEntry entry : plan.clauses()) {
                String official = full.getOrDefault(entry.path(), "");
                String folded = folded(entry.path() + "\n" + entry.heading() + "\n" + official.replace("\n", " "));
                if (words.stream().allMatch(folded::contains)) {
                    found.add(new FoundClause(
                            plan, entry, PlanUnit.of(entry), marked(entry.heading(), words), excerpt(official, words)));
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<PlanPiece> excerpt(String text, List<String> words) {
        String folded = folded(text);
        int at = words.stream()
                .mapToInt(folded::indexOf)
                .filter(i -> i >= 0)
                .min()
                .orElse(-1);
        if (at < 0) {
            return List.of();
        }
        int from = Math.max(0, at - AROUND);
        int to = Math.min(text.length(), at + AROUND * 2);
        String shown =
                (from > 0 ? "…" : "") + text.substring(from, to).replace('\n', ' ') + (to < text.length() ? "…" : "");
        return marked(shown, words);
    }

    private static List<PlanPiece> marked(String text, List<String> words) {
        String folded = folded(text);
        List<Clause.Span> spans = new ArrayList<>();
        for (String word : words) {
            for (int at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length())) {
                spans.add(new Clause.Span(at, at + word.length()));
            }
        }
        return PlanPiece.of(text, spans);
    }

    /** Lower case and half width, character by character, so that what is found can be marked where it stands. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String plain = c < 0x80 ? String.valueOf(c) : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
            String lower = plain.toLowerCase(Locale.ROOT);
            folded.append(lower.length() == 1 ? lower.charAt(0) : c);
        }
        return folded.toString();
    }
}
