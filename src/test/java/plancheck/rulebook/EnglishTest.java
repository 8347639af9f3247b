package plancheck.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.RelationKind;
import plancheck.facts.Source;
import plancheck.facts.Stage;
import plancheck.facts.Term;
import plancheck.facts.Unit;
import plancheck.rulebook.reading.RuleBookSources;
import plancheck.rulebook.reading.RuleBooks;

/** A report in English has no Chinese but what it quotes: clauses, anchors and the dossier's own words. */
class EnglishTest {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** Two texts side by side where a name is made; sentences stand in the message files. */
    private static final Pattern NAME = Pattern.compile(
            "(?:new Label|Label\\.filled)\\(" + "\\s*\"((?:[^\"\\\\]|\\\\.)*)\",\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final RuleBook book = RuleBooks.of(RuleBookSources.read(Path.of("rules")));
    private final List<String> wanting = new ArrayList<>();

    private void look(String where, Label label) {
        boolean needed = !label.zh().isEmpty();
        if (needed && label.en().isBlank() || CHINESE.matcher(label.en()).find()) {
            wanting.add(where + ": " + label.zh() + " / " + label.en());
        }
    }

    @Test
    @DisplayName(
            "every title, question, scope, indicator with its help and choices, list, sector, ruling, plan and place of the rule book has English words")
    void ruleBook() {
        for (Provision provision : book.provisions()) {
            look(provision.id(), provision.name());
            look(provision.id(), provision.scope().words());
            provision.scope().conditions().forEach(condition -> look(provision.id(), condition.attributeName()));
            provision.relations().forEach(relation -> look(provision.id(), relation.note()));
            provision.criterion().leftToPerson().ifPresent(question -> look(provision.id(), question));
        }
        for (Indicator indicator : book.indicators().values()) {
            look(indicator.id(), indicator.name());
            look(indicator.id(), indicator.help());
            indicator.choices().values().forEach(choice -> look(indicator.id(), choice));
        }
        book.sectors().forEach(this::look);
        book.kinds().values().forEach(kind -> look(kind.id(), new Label(kind.label(), kind.en())));
        book.rulings().values().forEach(ruling -> look(ruling.id(), ruling.text()));
        book.plans().values().forEach(plan -> look(plan.id(), plan.name()));
        book.places().values().forEach(place -> {
            look(place.code(), place.inWords());
            look(place.code(), place.townInWords());
        });
        assertEquals(List.of(), wanting);
    }

    @Test
    @DisplayName("every word of the closed vocabularies has English words")
    void vocabularies() {
        for (Term[] vocabulary :
                List.of(Level.values(), Source.values(), Stage.values(), RelationKind.values(), Operator.values())) {
            for (Term term : vocabulary) {
                look(term.id(), term.inWords());
            }
        }
        for (Unit unit : Unit.values()) {
            assertEquals(false, CHINESE.matcher(unit.inWords().en()).find(), unit.symbol());
        }
        assertEquals(List.of(), wanting);
    }

    @Test
    @DisplayName("both languages have the same messages, and the English ones hold no Chinese")
    void messages() {
        ResourceBundle zh = messages(java.util.Locale.SIMPLIFIED_CHINESE);
        ResourceBundle en = messages(java.util.Locale.ENGLISH);
        assertEquals(new TreeSet<>(zh.keySet()), new TreeSet<>(en.keySet()));
        en.keySet().forEach(key -> look(key, new Label(zh.getString(key).strip(), en.getString(key) + ".")));
        assertEquals(List.of(), wanting);
    }

    @Test
    @DisplayName("every name that the program has in both languages has no Chinese in its English but what it quotes")
    void names() throws IOException {
        int found = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher name = NAME.matcher(Files.readString(file));
                while (name.find()) {
                    found++;
                    String english = name.group(2).replaceAll("“[^”]*”", "");
                    look(file.toString(), new Label(name.group(1), english + "."));
                }
            }
        }
        assertTrue(found > 50, "only " + found + " found: a rule that matches nothing proves nothing");
        assertEquals(List.of(), wanting);
    }

    private static ResourceBundle messages(java.util.Locale locale) {
        return ResourceBundle.getBundle(
                "plancheck.report.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
