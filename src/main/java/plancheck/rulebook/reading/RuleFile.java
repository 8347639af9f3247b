package plancheck.rulebook.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.rulebook.Nearest;
import plancheck.rulebook.RuleBookProblem;

/**
 * Reads the rules of one file. What it takes is all that {@code src/docs/notation.md} allows, and nothing else gets any further:
 * a rule is a title, known annotations, one pattern of comparisons with literals, and the one consequence.
 */
public final class RuleFile {
    /** In the order in which a head has them. */
    private static final List<String> HEAD = List.of(
            "clause",
            "anchor",
            "also",
            "force",
            "named",
            "feature",
            "sameAs",
            "indicator",
            "atLeast",
            "atMost",
            "moreThan",
            "lessThan",
            "about",
            "years",
            "yes",
            "no",
            "nearlyAll",
            "stage",
            "basis",
            "review",
            "reviewEn",
            "due",
            "all",
            "any",
            "total",
            "reviewWithout",
            "ruling",
            "remedy",
            "en");

    private static final List<String> SORTS = List.of("Place", "Item", "Project");
    private static final Set<String> OF_THE_SUBJECT = Set.of("kind", "level", "code", "sector");
    private static final Set<String> OF_AN_INDICATOR = Set.of("number", "yes", "text");
    private static final Set<String> OPERATORS = Set.of("==", "!=", "<", "<=", ">", ">=", "in");
    private static final int MOST = 100;

    /** After which nobody reads on. */
    static final int ENOUGH_PROBLEMS = 500;

    private static final List<RuleToken> OPENING = RuleToken.of("package provisions\nimport plancheck.facts.*");
    private static final List<RuleToken> THEN =
            RuleToken.of("then\ninsert( Requirement.of( drools.getRule().getName(), $subject ) );");

    private final String file;
    private final List<RuleBookProblem> problems;
    private List<RuleToken> tokens = List.of();
    private int at;

    public RuleFile(String file, List<RuleBookProblem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Those that can be read; of each other one the first thing that is not allowed goes to the problems. */
    public List<RuleHead> heads(String text) {
        tokens = RuleToken.of(text);
        at = 0;
        List<String> lines = text.lines().toList();
        List<RuleHead> heads = new ArrayList<>();
        attempt(() -> phrase(OPENING, Message.of("rulebook.needs-opening")));
        while (here().kind() != RuleToken.TokenKind.END && problems.size() < ENOUGH_PROBLEMS) {
            attempt(() -> heads.add(rule(lines)));
        }
        return heads;
    }

    /** After what is not allowed it goes on with the next rule, so that one reading finds all of it. */
    private void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (EndOfRule e) {
            problems.add(new RuleBookProblem(
                    file, e.line, Message.of("rulebook.no-rule", e.said), Message.of("rulebook.compare-rules-beside")));
            do {
                at++;
            } while (at < tokens.size() && !(here().first() && here().text().equals("rule")));
            at = Math.min(at, tokens.size() - 1);
        }
    }

    private RuleHead rule(List<String> lines) {
        int line = here().line();
        begin("rule", Message.of("rulebook.needs-rule"));
        String name = text();
        Map<String, String> annotations = new LinkedHashMap<>();
        Map<String, Integer> written = new LinkedHashMap<>();
        while (here().text().equals("@") && here().kind() == RuleToken.TokenKind.SIGN) {
            annotation(annotations, written);
        }
        begin("when", Message.of("rulebook.needs-annotations-and-when"));
        RuleHead.Pattern pattern = pattern();
        phrase(THEN, Message.of("rulebook.needs-then"));
        int end = here().line();
        begin("end", Message.of("rulebook.needs-end"));
        if (!here().first()) {
            throw notAllowed(Message.of("rulebook.end-on-own-line"));
        }
        String source = lines.subList(line - 1, end).stream().collect(Collectors.joining("\n", "", "\n"));
        return new RuleHead(file, line, name, annotations, written, pattern, source);
    }

    private void annotation(Map<String, String> annotations, Map<String, Integer> lines) {
        sign("@");
        RuleToken name = here();
        int rank = HEAD.indexOf(name.text());
        if (rank < 0) {
            String near = Nearest.to(name.text(), HEAD);
            throw new EndOfRule(
                    name.line(),
                    Message.of(
                            "rulebook.no-such-annotation",
                            name.text(),
                            near.isEmpty() ? Label.of("") : Message.of("rulebook.did-you-mean-annotation", near)));
        }
        int before = annotations.keySet().stream().mapToInt(HEAD::indexOf).max().orElse(-1);
        if (rank <= before) {
            throw new EndOfRule(
                    name.line(),
                    annotations.containsKey(name.text())
                            ? Message.of("rulebook.annotation-twice", name.text())
                            : Message.of("rulebook.annotation-order", name.text(), HEAD.get(before)));
        }
        at++;
        sign("(");
        annotations.put(name.text(), text());
        lines.put(name.text(), name.line());
        sign(")");
    }

    private RuleHead.Pattern pattern() {
        Message needed = Message.of("rulebook.needs-subject");
        int line = here().line();
        begin("$subject", needed);
        if (!here().text().equals(":")) {
            throw notAllowed(needed);
        }
        at++;
        String type = word(SORTS, needed);
        sign("(");
        List<RuleHead.Constraint> constraints = new ArrayList<>();
        while (!isSign(")")) {
            if (!constraints.isEmpty()) {
                sign(",");
            }
            constraints.add(constraint());
            atMost(constraints.size());
        }
        sign(")");
        return new RuleHead.Pattern(type, List.copyOf(constraints), line);
    }

    private RuleHead.Constraint constraint() {
        Message needed = Message.of("rulebook.needs-condition");
        int line = here().line();
        String attribute = here().text();
        String indicator = "";
        if (here().kind() == RuleToken.TokenKind.WORD && OF_AN_INDICATOR.contains(attribute)) {
            at++;
            sign("(");
            indicator = text();
            sign(")");
        } else {
            word(OF_THE_SUBJECT, needed);
        }
        String operator = here().text();
        if (here().kind() == RuleToken.TokenKind.TEXT || !OPERATORS.contains(operator)) {
            throw notAllowed(Message.of("rulebook.needs-comparison"));
        }
        at++;
        return new RuleHead.Constraint(
                attribute, indicator, operator, operator.equals("in") ? several() : List.of(literal()), line);
    }

    private List<String> several() {
        sign("(");
        List<String> literals = new ArrayList<>(List.of(literal()));
        while (!isSign(")")) {
            sign(",");
            literals.add(literal());
            atMost(literals.size());
        }
        sign(")");
        return List.copyOf(literals);
    }

    private String literal() {
        RuleToken token = here();
        if (token.kind() == RuleToken.TokenKind.TEXT) {
            return '"' + text() + '"';
        }
        if (token.kind() == RuleToken.TokenKind.NUMBER
                || token.text().equals("true")
                || token.text().equals("false")) {
            at++;
            return token.text();
        }
        Message needed = Message.of("rulebook.needs-literal");
        word(Set.of("Level"), needed);
        sign(".");
        if (here().kind() != RuleToken.TokenKind.WORD) {
            throw notAllowed(needed);
        }
        return "Level." + tokens.get(at++).text();
    }

    private void atMost(int count) {
        if (count > MOST) {
            throw notAllowed(Message.of("rulebook.may-be-at-most-of-them", MOST));
        }
    }

    private RuleToken here() {
        return tokens.get(at);
    }

    private boolean isSign(String sign) {
        return here().kind() == RuleToken.TokenKind.SIGN && here().text().equals(sign);
    }

    private void sign(String sign) {
        if (here().wrong() != null || !isSign(sign)) {
            throw notAllowed(Message.of("rulebook.here-comes", sign));
        }
        at++;
    }

    private String text() {
        if (here().kind() != RuleToken.TokenKind.TEXT) {
            throw notAllowed(Message.of("rulebook.needs-quoted-text"));
        }
        return tokens.get(at++).text();
    }

    private String word(java.util.Collection<String> words, Message needed) {
        if (here().kind() != RuleToken.TokenKind.WORD || !words.contains(here().text())) {
            throw notAllowed(needed);
        }
        return tokens.get(at++).text();
    }

    /** A word that begins a line. */
    private void begin(String word, Message needed) {
        if (!here().first()) {
            throw notAllowed(needed);
        }
        word(Set.of(word), needed);
    }

    /** Sign by sign as given, on as many lines. */
    private void phrase(List<RuleToken> phrase, Message needed) {
        for (RuleToken token : phrase) {
            boolean same = token.kind() == RuleToken.TokenKind.END
                    || here().kind() == token.kind()
                            && here().text().equals(token.text())
                            && here().first() == token.first();
            if (!same) {
                throw notAllowed(Message.of("rulebook.needs-phrase", needed, written(phrase)));
            }
            at += token.kind() == RuleToken.TokenKind.END ? 0 : 1;
        }
    }

    private static String written(List<RuleToken> phrase) {
        StringBuilder written = new StringBuilder();
        for (RuleToken token : phrase.subList(0, phrase.size() - 1)) {
            boolean apart = token.kind() == RuleToken.TokenKind.WORD && written.length() > 0 && isWordEnd(written);
            written.append(token.first() && written.length() > 0 ? " / " : apart ? " " : "")
                    .append(token.text());
        }
        return written.toString();
    }

    private static boolean isWordEnd(CharSequence written) {
        return Character.isLetter(written.charAt(written.length() - 1));
    }

    /** What may never stand anywhere, here or later on the line, says so itself; else what would have to stand here is said. */
    private EndOfRule notAllowed(Message needed) {
        RuleToken here = here();
        for (RuleToken token : tokens.subList(at, tokens.size())) {
            if (token.line() > here.line()) {
                break;
            }
            if (token.wrong() != null) {
                return new EndOfRule(here.line(), token.wrong());
            }
        }
        String shown = here.text().length() > 60 ? here.text().substring(0, 60) + "…" : here.text();
        return new EndOfRule(
                here.line(),
                here.kind() == RuleToken.TokenKind.END
                        ? Message.of("rulebook.file-ends-here", needed)
                        : Message.of("rulebook.here-stands", needed, shown));
    }

    /** Ends the reading of one rule. */
    private static final class EndOfRule extends RuntimeException {
        private final int line;
        private final transient Message said;

        EndOfRule(int line, Message said) {
            super(said.en(), null, false, false);
            this.line = line;
            this.said = said;
        }
    }
}
