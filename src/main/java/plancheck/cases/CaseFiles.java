package plancheck.cases;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plancheck.facts.Stage;
import plancheck.facts.Term;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the case files of a directory; a line of a pure pattern becomes the pattern's cases. */
public final class CaseFiles {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final RuleBook book;

    public CaseFiles(RuleBook book) {
        this.book = book;
    }

    /**
     * All cases of {@code <plan>/<chapter>/<clause>.yaml} below the directory, by file.
     *
     * @throws CaseFileException when one is not written as cases are
     */
    public List<TestCase> read(Path directory) throws IOException {
        List<TestCase> cases = new ArrayList<>();
        for (String plan : book.plans().keySet()) {
            Path root = directory.resolve(plan);
            if (!Files.isDirectory(root)) {
                continue;
            }
            try (Stream<Path> walk = Files.walk(root)) {
                for (Path file : walk.filter(f -> f.toString().endsWith(".yaml"))
                        .sorted()
                        .toList()) {
                    read(directory, file, cases);
                }
            }
        }
        return List.copyOf(cases);
    }

    /**
     * The cases of some provisions, of which each has its own in the file of its clause.
     *
     * @throws CaseFileException when one is not written as cases are
     */
    public List<TestCase> read(Path directory, List<Provision> provisions) throws IOException {
        Set<String> ids = provisions.stream().map(Provision::id).collect(Collectors.toSet());
        List<TestCase> cases = new ArrayList<>();
        for (String name : provisions.stream().map(CaseFiles::name).distinct().toList()) {
            Path file = directory.resolve(name);
            if (Files.isRegularFile(file)) {
                read(directory, file, cases);
            }
        }
        cases.removeIf(testCase -> !ids.contains(testCase.provision()));
        return List.copyOf(cases);
    }

    /** Where a provision's cases stand, below their directory. */
    static String name(Provision provision) {
        return provision.file().replaceFirst("\\.drl$", ".yaml");
    }

    private void read(Path directory, Path file, List<TestCase> cases) throws IOException {
        String name = directory.relativize(file).toString().replace('\\', '/');
        try {
            read(name, Files.readString(file), cases);
        } catch (CharacterCodingException | RuntimeException e) {
            throw new CaseFileException(name, e);
        }
    }

    /** The cases of one file's text. */
    public void read(String file, String text, List<TestCase> cases) {
        JsonNode root = YAML.readTree(text);
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            for (JsonNode written : entry.getValue()) {
                if (entry.getKey().equals("pattern-cases")) {
                    pattern(file, written, cases);
                } else {
                    cases.add(new TestCase(
                            file,
                            entry.getKey(),
                            written.path("name").asString(""),
                            written.path("given"),
                            written.path("expect")));
                }
            }
        }
    }

    private void pattern(String file, JsonNode line, List<TestCase> cases) {
        String pattern = line.path("pattern").asString("");
        if (pattern.equals("stage")) {
            stage(new Draft(file, line, cases), line);
        } else {
            answer(new Draft(file, line, cases), line, pattern.equals("duty"));
        }
    }

    private void stage(Draft draft, JsonNode line) {
        String asked = line.path("stage").asString("");
        Stage stage = Term.find(Stage.class, asked).orElseThrow(() -> new IllegalArgumentException(asked));
        String short1 = Stage.values()[stage.ordinal() - 1].id();
        LocalDate due = LocalDate.parse(line.path("due").asString());
        String on = due.toString();
        String before = due.minusDays(1).toString();
        draft.add("exactly at the stage on the due date is a pass", on, stageGiven(draft, asked), "pass");
        draft.add("one stage short on the due date is a fail", on, stageGiven(draft, short1), "fail");
        draft.add("one stage short the day before is not due", before, stageGiven(draft, short1), "not-due");
        draft.add("at the stage the day before is a pass", before, stageGiven(draft, asked), "pass");
        draft.add("without a stage the data is insufficient", on, empty(), "insufficient-data");
        draft.addNotBound(on);
    }

    private static ObjectNode stageGiven(Draft draft, String stage) {
        ObjectNode given = empty();
        given.putObject("named-projects").put(draft.provision, stage);
        return given;
    }

    private void answer(Draft draft, JsonNode line, boolean expected) {
        boolean standing = line.path("due").asString("").equals("standing");
        LocalDate due = standing
                ? inForce(draft.provision)
                : LocalDate.parse(line.path("due").asString());
        String on = due.toString();
        draft.add("kept, with evidence, is a pass", on, answerGiven(draft, expected, true), "pass");
        draft.add(
                "kept, but without evidence, is insufficient",
                on,
                answerGiven(draft, expected, false),
                "insufficient-data");
        draft.add("not kept is a fail", on, answerGiven(draft, !expected, true), "fail");
        if (!standing) {
            String before = due.minusDays(1).toString();
            draft.add("not kept the day before is not due", before, answerGiven(draft, !expected, true), "not-due");
        }
        draft.add("without an answer the data is insufficient", on, empty(), "insufficient-data");
        draft.addNotBound(on);
    }

    /** A day of the plan's own time, when what has no date holds. */
    private LocalDate inForce(String provision) {
        return book.provision(provision)
                .flatMap(known -> Optional.ofNullable(book.plans().get(known.plan())))
                .map(plan -> LocalDate.of(plan.period().horizon(), 12, 31))
                .orElse(LocalDate.EPOCH);
    }

    private ObjectNode answerGiven(Draft draft, boolean yes, boolean evidence) {
        String indicator = book.provision(draft.provision)
                .orElseThrow(
                        () -> new IllegalArgumentException(draft.file + ": " + draft.provision + " is no provision"))
                .measuredIndicator()
                .id();
        ObjectNode given = empty();
        ObjectNode answer = given.putObject("declarations").putObject(indicator);
        answer.put("answer", yes);
        if (evidence) {
            answer.putArray("evidence").add("文件1号");
        }
        return given;
    }

    private static ObjectNode empty() {
        return YAML.createObjectNode();
    }

    /** Cases in the making from one line. */
    private static final class Draft {
        private final String file;
        private final String provision;
        private final JsonNode place;
        private final JsonNode notBound;
        private final List<TestCase> cases;

        Draft(String file, JsonNode line, List<TestCase> cases) {
            this.file = file;
            this.provision = line.path("provision").asString("");
            this.place = line.path("place");
            this.notBound = line.path("not-bound");
            this.cases = cases;
        }

        void add(String name, String asOf, ObjectNode given, String outcome) {
            add(name, asOf, given, outcome, place);
        }

        void addNotBound(String asOf) {
            if (!notBound.isMissingNode()) {
                add("elsewhere it does not bind", asOf, empty(), "not-applicable", notBound);
            }
        }

        private void add(String name, String asOf, ObjectNode given, String outcome, JsonNode at) {
            given.set("place", at);
            given.put("as-of", asOf);
            cases.add(new TestCase(file, provision, name, given, empty().put("outcome", outcome)));
        }
    }
}
