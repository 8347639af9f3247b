package plancheck.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import plancheck.facts.Force;
import plancheck.facts.Level;
import plancheck.rulebook.Operator;

/** A made-up plan of 120 threshold provisions on 60 made-up indicators; the same seed gives the same plan. */
final class SamplePlan {
    static final String ID = "sample";
    static final String TITLE = "样例规划";
    static final int BASELINE_YEAR = 2020;
    static final LocalDate ISSUED = LocalDate.of(2021, 11, 1);
    static final String CITY = "990100";
    static final List<String> DISTRICTS = List.of("990102", "990103");
    static final List<String> COUNTIES =
            List.of("990121", "990122", "990123", "990124", "990125", "990126", "990127", "990128");
    static final String PROVINCE = "990000";

    private static final int CLAUSES = 12;
    private static final int PER_CLAUSE = 10;
    private static final int MEASURES = 60;
    private static final int[] DUE_YEARS = {2022, 2023, 2024, 2025, 2030, 2035};

    private final Random random;
    private final List<Target.Measure> measures = new ArrayList<>();
    private final Map<String, Map<String, BigDecimal>> baselines = new LinkedHashMap<>();
    private final List<Target> targets = new ArrayList<>();

    SamplePlan(long seed) {
        random = new Random(seed);
        for (int i = 0; i < MEASURES; i++) {
            measures.add(measure(i));
        }
        measures.stream().filter(this::hasBaseline).forEach(measure -> baselines.put(measure.id(), baseline(measure)));
        List<Scope> scopes = scopes();
        for (int i = 0; i < CLAUSES * PER_CLAUSE; i++) {
            targets.add(target(i, measures.get(i % MEASURES), scopes.get(i)));
        }
    }

    /** In the plan's order. */
    List<Target> targets() {
        return targets;
    }

    List<Target.Measure> measures() {
        return measures;
    }

    /** By indicator, then by place. */
    Map<String, Map<String, BigDecimal>> baselines() {
        return baselines;
    }

    static String name(String code) {
        return "地区" + code;
    }

    private Target.Measure measure(int i) {
        String unit = List.of("%", "万人", "公里", "").get(i % 4);
        Integer since = i % 10 == 9 ? 2021 : null;
        return new Target.Measure(
                "sample-" + i,
                "样例指标" + i,
                "Sample indicator " + i,
                unit,
                BigDecimal.valueOf(200 + random.nextInt(600), 1),
                since);
    }

    private boolean hasBaseline(Target.Measure measure) {
        return measures.indexOf(measure) % 3 == 0;
    }

    private Map<String, BigDecimal> baseline(Target.Measure measure) {
        Map<String, BigDecimal> byPlace = new LinkedHashMap<>();
        codes().forEach(code -> byPlace.put(code, measure.usual().subtract(BigDecimal.valueOf(random.nextInt(80), 1))));
        return byPlace;
    }

    static List<String> codes() {
        List<String> codes = new ArrayList<>(List.of(PROVINCE, CITY));
        codes.addAll(DISTRICTS);
        codes.addAll(COUNTIES);
        return codes;
    }

    /** Whom a provision binds. */
    private record Scope(List<Level> levels, String code) {}

    /** Mixed so that a dossier of a county is bound by 28 provisions, as with the real plans. */
    private List<Scope> scopes() {
        List<Scope> scopes = new ArrayList<>();
        add(scopes, 25, Level.PROVINCE);
        add(scopes, 14, Level.CITY);
        add(scopes, 7, Level.COUNTY);
        add(scopes, 8, Level.COUNTY_SEAT);
        add(scopes, 8, Level.CENTRAL_URBAN_AREA);
        add(scopes, 4, Level.CITY, Level.COUNTY_SEAT);
        add(scopes, 6, Level.CITY, Level.CENTRAL_URBAN_AREA);
        add(scopes, 2, Level.COUNTY, Level.COUNTY_SEAT);
        for (int i = 0; i < 3; i++) {
            DISTRICTS.forEach(code -> scopes.add(new Scope(List.of(Level.COUNTY), code)));
            COUNTIES.forEach(code -> scopes.add(new Scope(List.of(Level.COUNTY), code)));
        }
        for (int i = 0; i < 2; i++) {
            COUNTIES.forEach(code -> scopes.add(new Scope(List.of(Level.COUNTY_SEAT), code)));
        }
        Collections.shuffle(scopes, random);
        return scopes;
    }

    private static void add(List<Scope> scopes, int times, Level... levels) {
        scopes.addAll(Collections.nCopies(times, new Scope(List.of(levels), "")));
    }

    private Target target(int i, Target.Measure measure, Scope scope) {
        return new Target(
                "XX-" + (i / PER_CLAUSE + 1),
                String.valueOf((char) ('a' + i % PER_CLAUSE)),
                random.nextInt(5) == 0 ? Force.STRIVE : Force.MUST,
                measure,
                Operator.values()[random.nextInt(Operator.values().length)],
                steps(measure),
                scope.levels(),
                scope.code());
    }

    private List<Target.Step> steps(Target.Measure measure) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return List.of(new Target.Step(null, value(measure)));
        }
        int first = random.nextInt(DUE_YEARS.length - 1);
        if (kind == 1 && hasBaseline(measure)) {
            return List.of(new Target.Step(endOf(DUE_YEARS[first]), null));
        }
        Target.Step step = new Target.Step(endOf(DUE_YEARS[first]), value(measure));
        return kind < 6 ? List.of(step) : List.of(step, new Target.Step(endOf(DUE_YEARS[first + 1]), value(measure)));
    }

    private static LocalDate endOf(int year) {
        return LocalDate.of(year, 12, 31);
    }

    private BigDecimal value(Target.Measure measure) {
        return measure.usual().add(BigDecimal.valueOf(random.nextInt(100) - 50, 1));
    }

    /** Writes the plan as a directory of rules. */
    void write(Path directory) throws IOException {
        Files.createDirectories(directory.resolve(ID));
        Files.writeString(directory.resolve("rulebook.yaml"), "version: sample\ntitle: " + TITLE + "\n");
        Files.writeString(
                directory.resolve("rulings.yaml"),
                "rulings:\n  R1: { parameters: { about-within: 2 }, text: 低于2%以内的由人工判定 }\n  R9: { settles: [floor, contradiction, cumulative, stricter], text: 样例 }\n");
        Files.writeString(directory.resolve("places.yaml"), places());
        Files.writeString(directory.resolve("indicators.yaml"), indicators());
        Files.writeString(directory.resolve(ID + "/plan.yaml"), plan());
        for (int clause = 1; clause <= CLAUSES; clause++) {
            Path file = directory.resolve(ID + "/" + clause + "/XX-" + clause + ".drl");
            Files.createDirectories(file.getParent());
            Files.writeString(file, rules("XX-" + clause));
        }
    }

    private String rules(String clause) {
        return targets.stream()
                .filter(target -> target.clause().equals(clause))
                .map(Target::rule)
                .collect(Collectors.joining("", "package provisions\nimport plancheck.facts.*\n\n", ""));
    }

    private static String places() {
        StringBuilder yaml = new StringBuilder("places:\n");
        yaml.append(place(PROVINCE, "level: province"));
        yaml.append(place(CITY, "level: city, parent: \"" + PROVINCE + "\", urban-area: 中心城区"));
        DISTRICTS.forEach(
                code -> yaml.append(place(code, "level: county, parent: \"" + CITY + "\", urban-area: 中心城区")));
        COUNTIES.forEach(code ->
                yaml.append(place(code, "level: county, parent: \"" + CITY + "\", seat: " + name(code) + "县城")));
        return yaml.toString();
    }

    private static String place(String code, String more) {
        return "  - { code: \"" + code + "\", name: " + name(code) + ", " + more + " }\n";
    }

    private String indicators() {
        return measures.stream()
                .map(m -> "  - { id: " + m.id() + ", label: " + m.label() + ", en: " + m.en()
                        + ", of: [province, city, county, county-seat, central-urban-area], unit: \"" + m.unit() + "\""
                        + (m.since() == null ? "" : ", cumulative-since: " + m.since()) + " }\n")
                .collect(Collectors.joining("", "indicators:\n", ""));
    }

    private String plan() {
        StringBuilder yaml = new StringBuilder("prefix: XX\ntitle: " + TITLE + "\nnumber: \"\"\nissued: \"" + ISSUED
                + "\"\nplace: \"" + PROVINCE + "\"\nbase-year: " + BASELINE_YEAR + "\nhorizon: 2035\nbaselines:\n");
        baselines.forEach((measure, byPlace) ->
                byPlace.forEach((code, value) -> yaml.append("  - { indicator: " + measure + ", place: \"" + code
                        + "\", year: " + BASELINE_YEAR + ", value: " + value + ", clause: 第1章 }\n")));
        return yaml.append("clauses: []\n").toString();
    }
}
