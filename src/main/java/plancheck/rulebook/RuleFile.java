package plancheck.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Reads the rule heads of one DRL file with Drools' own parser. */
public final class RuleFile {
    private final String file;
    private final List<RuleBookProblem> problems;

    public RuleFile(String file, List<RuleBookProblem> problems) {
        this.file = file;
        this.problems = problems;
    }

    public List<RuleHead> heads(String text) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            PackageDescr described = parser.parse(false, text);
            parser.getErrors()
                    .forEach(error -> problem(
                            error.getLines().length == 0 ? 0 : error.getLines()[0],
                            "规则写法有误：" + error.getMessage().strip()));
            return parser.hasErrors() || described == null
                    ? List.of()
                    : described.getRules().stream()
                            .map(rule -> head(rule, text))
                            .toList();
        } catch (DroolsParserException e) {
            problem(0, "规则写法有误：" + e.getMessage());
            return List.of();
        }
    }

    private void problem(int line, String message) {
        problems.add(new RuleBookProblem(file, line, message, "请对照同一目录下其他规则改正"));
    }

    private RuleHead head(RuleDescr rule, String text) {
        List<AnnotationDescr> written = new ArrayList<>(rule.getAnnotations());
        written.sort(java.util.Comparator.comparingInt(annotation -> line(annotation, rule, text)));
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (AnnotationDescr annotation : written) {
            values.put(annotation.getName(), unquoted(String.valueOf(annotation.getSingleValue())));
            lines.put(annotation.getName(), line(annotation, rule, text));
        }
        List<RuleHead.Pattern> patterns =
                rule.getLhs().getDescrs().stream().map(RuleFile::pattern).toList();
        String then = String.valueOf(rule.getConsequence()).strip();
        return new RuleHead(file, rule.getLine(), rule.getName(), values, lines, patterns, then, source(rule, text));
    }

    /** Looked up in the text, because this parser keeps no lines of annotations; the rule's own when not found. */
    private static int line(AnnotationDescr annotation, RuleDescr rule, String text) {
        List<String> lines = text.lines().toList();
        for (int i = Math.max(0, rule.getLine() - 1);
                i < lines.size() && !lines.get(i).strip().equals("end");
                i++) {
            if (lines.get(i).strip().matches("@" + annotation.getName() + "\\b.*")) {
                return i + 1;
            }
        }
        return rule.getLine();
    }

    /** From the rule's line to the "end" that closes it. */
    private static String source(RuleDescr rule, String text) {
        StringBuilder source = new StringBuilder();
        for (String line : text.lines().skip(rule.getLine() - 1L).toList()) {
            source.append(line).append('\n');
            if (line.strip().equals("end")) {
                break;
            }
        }
        return source.toString();
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static RuleHead.Pattern pattern(BaseDescr written) {
        if (!(written instanceof PatternDescr pattern)) {
            return new RuleHead.Pattern("", "", List.of(), written.getLine());
        }
        List<String> constraints = pattern.getConstraint().getDescrs().stream()
                .map(c -> c instanceof ExprConstraintDescr expression ? expression.getExpression() : c.toString())
                .map(String::strip)
                .toList();
        return new RuleHead.Pattern(
                String.valueOf(pattern.getIdentifier()), pattern.getObjectType(), constraints, pattern.getLine());
    }
}
