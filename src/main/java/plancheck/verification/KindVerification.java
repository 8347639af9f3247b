package plancheck.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plancheck.facts.Message;
import plancheck.plan.text.PlanText;
import plancheck.rulebook.Exemption;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import plancheck.rulebook.RuleBookProblem;

/**
 * Looks for the kinds of fault that stand against no letter of the text. It goes by words, which {@code exceptions.yaml} gives
 * for each kind it wants to be looked for; where the words mislead, an exception there says why.
 */
final class KindVerification {
    private final RuleBook book;
    private final Map<String, PlanText> texts;
    private final Map<String, Set<String>> kept = new HashMap<>();
    private final List<RuleBookProblem> problems = new ArrayList<>();

    KindVerification(RuleBook book, Map<String, PlanText> texts) {
        this.book = book;
        this.texts = texts;
        Stream.of(Kind.values()).forEach(kind -> kept.put(kind.id(), new HashSet<>()));
        kept.put(ProvisionVerification.SAME_MATTER, sameMatter());
        find();
    }

    /** What was found and no exception explains, kind by kind. */
    List<RuleBookProblem> problems() {
        return List.copyOf(problems);
    }

    /** The provisions, by the check, of which an exception kept something quiet. */
    Map<String, Set<String>> kept() {
        return kept;
    }

    private void find() {
        List<CitedProvision> cited = book.provisions().stream()
                .map(provision -> new CitedProvision(provision, CitedClause.of(book, provision, texts)))
                .filter(CitedProvision::isWhole)
                .toList();
        for (Kind kind : Kind.values()) {
            words(kind).ifPresent(words -> {
                WordCheck check = new WordCheck(book, kind, words);
                cited.forEach(provision -> check.found(provision).ifPresent(found -> report(kind, provision, found)));
            });
        }
        words(Kind.ITEM_DROPPED)
                .ifPresent(words -> new ItemCheck(book, words)
                        .found(cited, (provision, found) -> report(Kind.ITEM_DROPPED, provision, found)));
        words(Kind.ASKED_TWICE).ifPresent(words -> new PairCheck(words).found(cited, this::report));
        words(Kind.FALSE_REPEAT)
                .ifPresent(words -> problems.addAll(new RepeatCheck(book, texts).problems(kept(Kind.FALSE_REPEAT))));
    }

    private Optional<Pattern> words(Kind kind) {
        return Optional.ofNullable(book.wordsOfChecks().get(kind.id())).map(Pattern::compile);
    }

    private Set<String> kept(Kind kind) {
        return kept.computeIfAbsent(kind.id(), id -> new HashSet<>());
    }

    private void report(Kind kind, CitedProvision cited, String found) {
        Provision provision = cited.provision();
        if (book.exemptions().stream().anyMatch(e -> e.speaksOf(kind.id(), "", provision.id()))) {
            kept(kind).add(provision.id());
        } else {
            report(kind, provision, found);
        }
    }

    /** Two at a time: an exception that names both explains both. */
    private void report(CitedProvision one, CitedProvision other, String core) {
        String first = one.provision().id();
        String second = other.provision().id();
        boolean explained = book.exemptions().stream()
                .anyMatch(e ->
                        e.speaksOf(Kind.ASKED_TWICE.id(), "", first) && e.ids().contains(second));
        if (explained) {
            kept(Kind.ASKED_TWICE).addAll(List.of(first, second));
        } else {
            report(Kind.ASKED_TWICE, one.provision(), second + "“" + core + "”");
        }
    }

    private void report(Kind kind, Provision provision, String found) {
        problems.add(new RuleBookProblem(
                provision.file(),
                provision.line(),
                Message.of(
                        "verification.of-provision",
                        provision.id(),
                        provision.citations().get(0).clause(),
                        Message.of("verification.kind-" + kind.id(), found)),
                Message.of("verification.do-" + kind.id())));
    }

    private Set<String> sameMatter() {
        Set<String> ids = new HashSet<>();
        book.provisions().stream()
                .filter(provision -> !provision.particulars().sameAs().isEmpty())
                .filter(provision -> !ProvisionVerification.isNear(book, provision))
                .forEach(provision -> ids.addAll(
                        List.of(provision.id(), provision.particulars().sameAs())));
        book.exemptions().stream()
                .filter(e -> e.check().equals(ProvisionVerification.SAME_MATTER))
                .filter(e -> e.ids().stream().noneMatch(ids::contains))
                .map(Exemption::ids)
                .forEach(ids::removeAll);
        return ids;
    }
}
