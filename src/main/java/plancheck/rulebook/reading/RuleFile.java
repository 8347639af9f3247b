package plancheck.rulebook.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import plancheck.facts.Label;
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
            "review",
            "reviewEn",
            "due",
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
        attempt(() -> phrase(OPENING, "文件开头应为这两行", "a rule file begins with these two lines"));
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
                    file,
                    e.line,
                    Label.filled("规则写法有误：%s", "this is not how a rule is written: %s", e.said),
                    new Label("请对照同一目录下其他规则改正", "compare the other rules beside it")));
            do {
                at++;
            } while (at < tokens.size() && !(here().first() && here().text().equals("rule")));
            at = Math.min(at, tokens.size() - 1);
        }
    }

    private RuleHead rule(List<String> lines) {
        int line = here().line();
        begin("rule", "此处只能是另起一行的 rule \"编号 标题\"", "here only a rule \"id title\" on a line of its own may stand");
        String name = text();
        Map<String, String> annotations = new LinkedHashMap<>();
        Map<String, Integer> written = new LinkedHashMap<>();
        while (here().text().equals("@") && here().kind() == RuleToken.TokenKind.SIGN) {
            annotation(annotations, written);
        }
        begin(
                "when",
                "规则名之后只能是 @注解( \"值\" )，然后另起一行写 when",
                "after the title come @annotations( \"value\" ), then when on a line of its own");
        RuleHead.Pattern pattern = pattern();
        phrase(
                THEN,
                "一个对象之后应为 then，then 部分不是规定写法",
                "after the one subject comes then, and then is the same in every rule");
        int end = here().line();
        begin("end", "规则应以单独一行 end 结束", "a rule closes with end on a line of its own");
        if (!here().first()) {
            throw notAllowed("end 应单独一行", "end stands on a line of its own");
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
                    Label.filled(
                            "不认识注解 @%s%s",
                            "there is no annotation @%s%s",
                            name.text(),
                            near.isEmpty() ? Label.of("") : Label.filled("，是否想写 @%s？", "; did you mean @%s?", near)));
        }
        int before = annotations.keySet().stream().mapToInt(HEAD::indexOf).max().orElse(-1);
        if (rank <= before) {
            throw new EndOfRule(
                    name.line(),
                    annotations.containsKey(name.text())
                            ? Label.filled("@%s 写了两次", "@%s is written twice", name.text())
                            : Label.filled("@%s 应写在 @%s 之前", "@%s comes before @%s", name.text(), HEAD.get(before)));
        }
        at++;
        sign("(");
        annotations.put(name.text(), text());
        lines.put(name.text(), name.line());
        sign(")");
    }

    private RuleHead.Pattern pattern() {
        String zh = "when 部分应恰有一个对象，写成 $subject : Place( … )、Item( … ) 或 Project( … )";
        String en = "when has one subject: $subject : Place( … ), Item( … ) or Project( … )";
        int line = here().line();
        begin("$subject", zh, en);
        if (!here().text().equals(":")) {
            throw notAllowed(zh, en);
        }
        at++;
        String type = word(SORTS, zh, en);
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
        String zh = "条件只能是 kind、level、code、sector、number( \"…\" )、yes( \"…\" )、text( \"…\" ) 与一个值的比较，用逗号分隔";
        String en =
                "conditions are comparisons of kind, level, code, sector, number( \"…\" ), yes( \"…\" ) or text( \"…\" )"
                        + " with a literal, with commas between";
        int line = here().line();
        String attribute = here().text();
        String indicator = "";
        if (here().kind() == RuleToken.TokenKind.WORD && OF_AN_INDICATOR.contains(attribute)) {
            at++;
            sign("(");
            indicator = text();
            sign(")");
        } else {
            word(OF_THE_SUBJECT, zh, en);
        }
        String operator = here().text();
        if (here().kind() == RuleToken.TokenKind.TEXT || !OPERATORS.contains(operator)) {
            throw notAllowed("比较只能用 == != < <= > >= in", "a comparison is one of == != < <= > >= in");
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
        String zh = "值只能是数字、\"文字\"、true、false 或 Level.COUNTY 等";
        String en = "a literal is a number, a \"text\", true, false, or a level such as Level.COUNTY";
        word(Set.of("Level"), zh, en);
        sign(".");
        if (here().kind() != RuleToken.TokenKind.WORD) {
            throw notAllowed(zh, en);
        }
        return "Level." + tokens.get(at++).text();
    }

    private void atMost(int count) {
        if (count > MOST) {
            throw notAllowed("一处最多写" + MOST + "项", "there may be at most " + MOST + " of them");
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
            throw notAllowed("此处应为 " + sign, "here comes " + sign);
        }
        at++;
    }

    private String text() {
        if (here().kind() != RuleToken.TokenKind.TEXT) {
            throw notAllowed("此处应为双引号中的文字", "here comes a text in double quotes");
        }
        return tokens.get(at++).text();
    }

    private String word(java.util.Collection<String> words, String zh, String en) {
        if (here().kind() != RuleToken.TokenKind.WORD || !words.contains(here().text())) {
            throw notAllowed(zh, en);
        }
        return tokens.get(at++).text();
    }

    /** A word that begins a line. */
    private void begin(String word, String zh, String en) {
        if (!here().first()) {
            throw notAllowed(zh, en);
        }
        word(Set.of(word), zh, en);
    }

    /** Sign by sign as given, on as many lines. */
    private void phrase(List<RuleToken> phrase, String zh, String en) {
        for (RuleToken token : phrase) {
            boolean same = token.kind() == RuleToken.TokenKind.END
                    || here().kind() == token.kind()
                            && here().text().equals(token.text())
                            && here().first() == token.first();
            if (!same) {
                throw notAllowed(zh + "：" + written(phrase), en + ": " + written(phrase));
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
    private EndOfRule notAllowed(String zh, String en) {
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
                        ? Label.filled(zh + "；文件到此已结束", en + "; the file ends here")
                        : Label.filled("%s；这里是“%s”", "%s; here stands “%s”", new Label(zh, en), shown));
    }

    /** Ends the reading of one rule. */
    private static final class EndOfRule extends RuntimeException {
        private final int line;
        private final transient Label said;

        EndOfRule(int line, Label said) {
            super(said.en(), null, false, false);
            this.line = line;
            this.said = said;
        }
    }
}
