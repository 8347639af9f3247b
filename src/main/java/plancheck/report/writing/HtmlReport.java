package plancheck.report.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.spring6.dialect.SpringStandardDialect;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import plancheck.facts.Citation;
import plancheck.facts.Label;
import plancheck.report.Report;

/** The report as one HTML document that needs nothing else: for the screen, for printing, for passing on. */
final class HtmlReport implements ReportWriter {
    private static final String WORDING = "wording";

    private final Wording wording;
    private final Function<Citation, Optional<String>> clauses;
    private final Map<String, Label> rulings;

    HtmlReport(Wording wording, Function<Citation, Optional<String>> clauses, Map<String, Label> rulings) {
        this.wording = wording;
        this.clauses = clauses;
        this.rulings = rulings;
    }

    @Override
    public String write(List<Report> reports, List<String> sources) {
        List<ReportPage> pages = new ArrayList<>();
        for (Report report : reports) {
            pages.add(new PageMaker("r" + (pages.size() + 1), wording, clauses, rulings).page(report));
        }
        Context context = new Context();
        context.setVariable(WORDING, wording);
        context.setVariable("words", new FindingWords(wording));
        context.setVariable("pages", pages);
        return Engine.TEMPLATES.process("plancheck/report/report", context).replace("\r\n", "\n");
    }

    /** Made when the first HTML report is asked for: no other format waits for it. */
    private static final class Engine {
        static final TemplateEngine TEMPLATES = engine();

        private static TemplateEngine engine() {
            ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(HtmlReport.class.getClassLoader());
            templates.setSuffix(".html");
            templates.setCharacterEncoding("UTF-8");
            TemplateEngine engine = new TemplateEngine();
            engine.setDialect(new SpringStandardDialect()); // the usual one wants OGNL
            engine.setTemplateResolver(templates);
            engine.setMessageResolver(new Messages());
            return engine;
        }
    }

    /** {@code #{key}} in the template is a message of the report. */
    private static final class Messages extends AbstractMessageResolver {
        @Override
        public String resolveMessage(ITemplateContext context, Class<?> origin, String key, Object[] arguments) {
            return ((Wording) context.getVariable(WORDING)).say(key, arguments);
        }

        @Override
        public String createAbsentMessageRepresentation(
                ITemplateContext context, Class<?> origin, String key, Object[] arguments) {
            throw new IllegalStateException("no message " + key);
        }
    }
}
