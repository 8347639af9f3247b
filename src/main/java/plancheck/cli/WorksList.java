package plancheck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.NormalForm;
import plancheck.match.PlannedPlaces;
import plancheck.report.writing.Json;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.PlannedWork;
import plancheck.rulebook.RuleBook;
import tools.jackson.core.JsonGenerator;

/** {@code plancheck works list}. */
@Command(
        name = "list",
        header = "列出规划点名、计数的工程和规划要求的各类工程。",
        optionListHeading = "%n选项：%n",
        parameterListHeading = "%n参数：%n")
final class WorksList implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Parameters(arity = "0..*", paramLabel = "字词", description = "只列名称中含有这些字词的")
    private List<String> words = new ArrayList<>();

    @Option(names = "--place", paramLabel = "地方", description = "只列在这个地方的，写代码或名称")
    private @Nullable String place;

    @Option(names = "--sector", paramLabel = "类别", description = "只列这一类的，例如 railway")
    private @Nullable String sector;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "格式",
            description = "text（默认）或 json")
    private String format = "text";

    WorksList(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean json = Output.isJson(format);
        RuleBook book = setup.ruleBook();
        PlannedPlaces places = new PlannedPlaces(book);
        String at = place == null ? null : code(book, place);
        if (sector != null && !book.sectors().containsKey(sector)) {
            throw new CliException(
                    Exit.USAGE,
                    Message.of(
                            "cli.no-such-sector",
                            sector,
                            List.copyOf(book.sectors().keySet())));
        }
        List<PlannedWork> works = book.plannedWorks().stream()
                .filter(work -> at == null || places.fit(work, List.of(at)))
                .filter(work -> sector == null || work.sector().equals(sector))
                .filter(this::hasWords)
                .toList();
        if (json) {
            terminal.write(
                    Json.write(generator -> {
                        generator.writeStartArray();
                        works.forEach(work -> write(generator, book, work));
                        generator.writeEndArray();
                    }),
                    true);
            return Exit.OK;
        }
        works.forEach(work -> terminal.write(Message.of(
                work.isKind() ? "cli.listed-kind" : "cli.listed-work",
                work.id(),
                work.name(),
                places.inWords(work),
                sectorInWords(book, work),
                book.citation(work).clause())));
        terminal.write(Message.of(
                "cli.listed-works",
                works.stream().filter(work -> !work.isKind()).count(),
                works.stream().filter(PlannedWork::isKind).count()));
        return Exit.OK;
    }

    private boolean hasWords(PlannedWork work) {
        List<String> names = Stream.of(
                        Stream.of(work.name().zh(), work.name().en().toLowerCase(Locale.ROOT)),
                        work.otherNames().stream(),
                        work.words().stream())
                .flatMap(stream -> stream)
                .toList();
        return words.stream()
                .map(word -> NormalForm.of(word).toLowerCase(Locale.ROOT))
                .allMatch(word -> names.stream().anyMatch(name -> name.contains(word)));
    }

    static String code(RuleBook book, String written) {
        return book.place(written)
                .map(PlaceName::code)
                .orElseThrow(() -> new CliException(
                        Exit.USAGE,
                        Message.of(
                                "cli.no-such-place",
                                written,
                                List.copyOf(book.places().keySet()))));
    }

    static Label sectorInWords(RuleBook book, PlannedWork work) {
        return book.sectors().getOrDefault(work.sector(), Label.of(work.sector()));
    }

    /** Writes a planned work as an object. */
    static void write(JsonGenerator json, RuleBook book, PlannedWork work) {
        json.writeStartObject()
                .writeStringProperty("id", work.id())
                .writeStringProperty("kind", work.isKind() ? "kind" : "work")
                .writeStringProperty("plan", work.plan())
                .writeStringProperty("clause", book.citation(work).clause())
                .writeStringProperty("anchor", book.citation(work).anchor())
                .writeStringProperty("name", work.name().zh())
                .writeStringProperty("nameEn", work.name().en())
                .writeStringProperty("sector", work.sector())
                .writeStringProperty("nature", work.nature().id());
        strings(json, "otherNames", work.otherNames());
        strings(json, "places", new PlannedPlaces(book).of(work));
        strings(json, "askedBy", work.askedBy());
        strings(json, "words", work.words());
        json.writeObjectPropertyStart("standard");
        work.standard().forEach(json::writeStringProperty);
        json.writeEndObject();
        PlannedWork.Quantity quantity = work.quantity();
        if (quantity != null) {
            json.writeNumberProperty("quantity", quantity.value()).writeStringProperty("unit", quantity.unit());
        }
        if (!work.partOf().isEmpty()) {
            json.writeStringProperty("partOf", work.partOf());
        }
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
