package plancheck.dossier.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plancheck.dossier.reading.Given.CITY;
import static plancheck.dossier.reading.Given.HEAD;
import static plancheck.dossier.reading.Given.PROJECT;
import static plancheck.dossier.reading.Given.problems;
import static plancheck.dossier.reading.Given.read;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierReading;
import plancheck.dossier.asking.PossibleBindings;
import plancheck.facts.Figure;
import plancheck.facts.Level;
import plancheck.facts.Source;
import plancheck.facts.Unit;
import plancheck.rulebook.Criterion;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.Provision;

/** What a dossier means, and what is said of one that means nothing. Bytes and syntax have tests of their own. */
class DossierReaderTest {

    @Test
    @DisplayName("all mistakes come at once, each with its line and what to do")
    void allAtOnce() {
        String dossier = """
                plancheck: 1
                kind: self-assessment
                title: 泾川县自评
                place: "620899"
                as-of: 2024-02-30
                figurs:
                figures:
                  county-seat-sewage-treatment-rate: 120
                  urban-residents: { value: 12, unit: 万, year: 2024 }
                  residents: { value: 28 }
                  urbanisation-rate: 43.5余
                  refuse-resource-utilisation-rate: "58"
                  villages-of-30-housholds: 3
                villages:
                  - { name: 张家湾, households: 四十二, hardened-road: 部分 }
                  - { name: 张家湾, households: 31 }
                  - { households: 30 }
                """;
        assertEquals(
                List.of(
                        "第1行：整份材料缺少“id”（材料编号，由填报单位自定，不超过100字）。请补上",
                        "第4行：“place”不能是文字“620899”。可用：620000（甘肃省）、lanzhou-baiyin（兰州—白银都市圈）、tianshui（天水都市圈）、620800（平凉市）、620802（崆峒区）、620821（泾川县）、"
                                + "620822（灵台县）、620823（崇信县）、620825（庄浪县）、620826（静宁县）、620881（华亭市）",
                        "第5行：“as-of”不是有效日期：文字“2024-02-30”。2024年2月只有29天，请核对",
                        "第6行：不认识“figurs”。是否想写“figures”？",
                        "第8行：“county-seat-sewage-treatment-rate（%）”不可能是120（应不小于0、不大于100）。请核对数值和单位",
                        "第9行：“unit”不能是文字“万”。是否想写“万人”？可用：万人、人",
                        "第10行：“residents”缺少“unit”（单位）。请补上",
                        "第10行：“residents”缺少“year”（数值所属年份）。请补上",
                        "第11行：“urbanisation-rate”应为数字，材料中是文字“43.5余”。请只写阿拉伯数字；没有数据就留空",
                        "第13行：不认识“villages-of-30-housholds”。是否想写“villages-of-30-households”？",
                        "第15行：“households”应为数字，材料中是文字“四十二”。请只写阿拉伯数字；没有数据就留空",
                        "第15行：“hardened-road”应答是或否，材料中是文字“部分”。请写 yes 或 no；没有数据就留空",
                        "第16行：“张家湾”与第15行重复。同名的请加以区别，重复的请删去",
                        "第17行：“自然村”缺少“name”（名称，写在一行里）。请补上"),
                problems(dossier));
    }

    @Test
    @DisplayName("the same can be had in English, with the dossier's own words quoted")
    void inEnglish() {
        String dossier = HEAD + """
                figurs:
                figures:
                  county-seat-sewage-treatment-rate: 120
                  residents: { value: 28, unit: 万, series: { 24: 5 } }
                villages:
                  - { name: 张家湾, households: 四十二 }
                  - { name: 张家湾, households: 2.5 }
                """;
        assertEquals(
                List.of(
                        "line 7: “figurs” is not known. Did you mean “figures”?",
                        "line 9: “county-seat-sewage-treatment-rate (%)” cannot be 120 (it is at least 0, at most 100)."
                                + " Check the value and its unit",
                        "line 10: “unit” cannot be the text “万”. Did you mean “万人”? One of: “万人”, “人”",
                        "line 10: “series” cannot hold “24”."
                                + " Write it as values by year, for example { \"2023\": 12.1, \"2024\": 12.3 }",
                        "line 10: “residents” has no “year” (year of the value). Add it",
                        "line 10: “residents” has all of these: value, series. Write one of them only",
                        "line 12: “households” should be a number, but is the text “四十二”."
                                + " Write digits only; leave it empty if it is not known",
                        "line 13: “households” is a whole number of households and cannot be 2.5."
                                + " Check the value and its unit",
                        "line 13: “张家湾” is on line 12 already."
                                + " Tell those of one name apart, and delete what is there twice"),
                read(dossier).problems().stream()
                        .map(problem -> problem.inWords().en())
                        .toList());
    }

    @Test
    @DisplayName("a missing key is reported on the line of what encloses it")
    void missingKeyLine() {
        assertEquals(
                List.of("第7行：“project”缺少“sector”（项目类别）。请补上", "第10行：“investment”缺少“unit”（单位）。请补上"),
                problems(PROJECT.replace("  sector: compound-renovation\n", "")
                        .replace("  start: 2024-06-01\n", "  investment:\n    value: 3\n")));
    }

    @Test
    @DisplayName("problems carry JSON pointers for the API")
    void pointers() {
        String dossier = HEAD + "villages:\n  - { name: 甲, house/holds~: 1 }\n";
        assertEquals(
                "/villages/0/house~1holds~0", read(dossier).problems().get(0).pointer());
    }

    @Test
    @DisplayName("a JSON dossier and its YAML twin give the same dossier")
    void twins() {
        String yaml = HEAD + """
                figures:
                  county-seat-sewage-treatment-rate: { value: 96.9, unit: "%", year: 2023, source: statistics, evidence: [公报] }
                villages:
                  - { name: 张家湾, households: 42, hardened-road: true }
                """;
        String json = """
                {"plancheck": 1, "kind": "self-assessment", "id": "620821-2024-ZP", "title": "泾川县2024年度自评",
                 "place": 620821, "as-of": "2024-12-31",
                 "figures":

                 {
                 "county-seat-sewage-treatment-rate": {"value": 96.9, "unit": "%", "year": 2023,
                  "source": "statistics", "evidence": ["公报"]}}, "villages": [
                {"name": "张家湾", "households": 42, "hardened-road": true}]}
                """;
        Dossier one = read(yaml).orThrow();
        Dossier other = read(json).orThrow();
        assertEquals(List.of(), problems(json));
        assertEquals(figures(one), figures(other));
        assertEquals(one.id(), other.id());
        assertEquals(one.title(), other.title());
        assertEquals(one.asOf(), other.asOf());
        assertEquals(one.kind(), other.kind());
        assertTrue(!one.digest().equals(other.digest()), "the digest is of the bytes");
    }

    private static List<List<Object>> figures(Dossier dossier) {
        return dossier.subjects().stream()
                .flatMap(subject -> subject.figures().stream()
                        .map(f -> List.<Object>of(
                                subject.getName(),
                                f.indicator(),
                                String.valueOf(f.value()),
                                f.year(),
                                f.source(),
                                f.evidence())))
                .toList();
    }

    @Test
    @DisplayName("a bare value is of the year of the as-of date, self-reported")
    void bare() {
        assertEquals(
                Figure.of("county-seat-sewage-treatment-rate", new BigDecimal("97.50"), 2024),
                without(8, figure("county-seat-sewage-treatment-rate", "97.50")));
    }

    @ParameterizedTest(name = "{0}{1} is {2} in the indicator''s unit")
    @CsvSource({"123456, 人, 12.3456", "12.3456, 万人, 12.3456", "1, 人, 0.0001"})
    void people(String value, String unit, String expected) {
        Figure figure = figure("urban-residents", "{ value: " + value + ", unit: " + unit + ", year: 2024 }");
        assertEquals(new BigDecimal(expected), figure.value());
    }

    @ParameterizedTest(name = "{0}{1} is {2}{3}")
    @CsvSource({
        "3.5, 万亩, 35000, 亩",
        "35000, 亩, 3.5, 万亩",
        "2, 公顷, 30, 亩",
        "1, 平方公里, 1500, 亩",
        "1500, 米, 1.5, 公里",
        "1.5, 公里, 1500, 米",
        "0.32, 亿元, 3200, 万元",
        "3200, 万元, 0.32, 亿元",
        "97.5, ％, 97.5, %",
    })
    void units(BigDecimal value, String unit, BigDecimal expected, String to) {
        Unit other = Unit.of(to).orElseThrow();
        assertEquals(expected, Unit.of(unit).orElseThrow().convert(value, other));
    }

    @Test
    @DisplayName("source and evidence are kept, a series is in the indicator's unit")
    void series() {
        Figure figure = figure(
                "residents",
                "{ series: { 2023: 280000, 2024: 279000 }, unit: 人, source: statistics, evidence: [公报, ''] }");
        assertEquals(Map.of(2023, new BigDecimal("28"), 2024, new BigDecimal("27.9")), figure.series());
        assertEquals(Source.STATISTICS, figure.source());
        assertEquals(List.of("公报"), figure.evidence());
        assertNull(figure.value());
    }

    private static Figure figure(String indicator, String value) {
        Dossier dossier =
                read(HEAD + "figures:\n  " + indicator + ": " + value + "\n").orThrow();
        Figure figure = dossier.places().stream()
                .map(place -> place.figure(indicator))
                .filter(f -> f != null)
                .findFirst()
                .orElse(null);
        assertNotNull(figure);
        return figure;
    }

    /** The figure as if it had not been read from a line. */
    private static Figure without(int line, Figure f) {
        assertEquals(line, f.line());
        return new Figure(
                f.indicator(),
                f.value(),
                f.year(),
                f.source(),
                f.evidence(),
                f.series(),
                f.byCounty(),
                f.caveat(),
                f.said(),
                0);
    }

    @Test
    @DisplayName("a figure in braces needs unit and year, and none is guessed")
    void braces() {
        assertEquals(
                List.of("第8行：“residents”缺少“unit”（单位）。请补上", "第8行：“residents”缺少“year”（数值所属年份）。请补上"),
                Given.figure("residents", "{ value: 5 }"));
        assertEquals(
                List.of("第8行：“residents”缺少“year”（数值所属年份）。请补上"), Given.figure("residents", "{ value: 5, unit: 万人 }"));
        assertEquals(
                List.of("第8行：“residents”同时写了value、series。只写其中一样"),
                Given.figure("residents", "{ value: 5, series: { 2024: 5 }, unit: 万人, year: 2024 }"));
    }

    @Test
    @DisplayName("braces without a value are a form not filled in, and no figure")
    void unfilled() {
        assertEquals(List.of(), Given.figure("residents", "{ value: , unit: 万人, year: 2024 }"));
        assertEquals(List.of(), Given.figure("residents", "{ value: , unit: , year: }"));
        assertEquals(List.of(), Given.figure("residents", "~"));
        Dossier dossier = read(HEAD + "figures:\n  residents: { value: , unit: 万人, year: 2024 }\n")
                .orThrow();
        assertTrue(dossier.places().stream().allMatch(place -> place.figures().isEmpty()));
    }

    @Test
    @DisplayName("a year must be whole, plausible and not after the as-of date")
    void years() {
        assertEquals(
                List.of("第8行：“常住人口”的年份2025晚于截止日所在的2024年。请核对年份或截止日"),
                Given.figure("residents", "{ value: 5, unit: 万人, year: 2025 }"));
        assertEquals(
                List.of("第8行：“year”应为年份，材料中是数字2023.5。请写四位阿拉伯数字，例如 2024（1990至2100）"),
                Given.figure("residents", "{ value: 5, unit: 万人, year: 2023.5 }"));
        assertEquals(
                List.of("第8行：“year”应为年份，材料中是文字“去年”。请写四位阿拉伯数字，例如 2024（1990至2100）"),
                Given.figure("residents", "{ value: 5, unit: 万人, year: 去年 }"));
        assertEquals(
                List.of(
                        "第8行：“series”中的“24”不对。请写成逐年数值，例如 { \"2023\": 数值, \"2024\": 数值 }",
                        "第8行：“常住人口”的年份2030晚于截止日所在的2024年。请核对年份或截止日"),
                Given.figure("residents", "{ series: { 24: 5, 2030: 5 }, unit: 万人 }"));
    }

    @Test
    @DisplayName("a range is looked at after the unit is converted")
    void rangeAfterConversion() {
        assertEquals(
                List.of("第8行：“常住人口”不可能是-1（应不小于0）。请核对数值和单位"),
                Given.figure("residents", "{ value: -1, unit: 人, year: 2024 }"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "010 | 文字“010”。请只写阿拉伯数字；没有数据就留空",
                "0x1F | 文字“0x1F”。请只写阿拉伯数字；没有数据就留空",
                "97余 | 文字“97余”。请只写阿拉伯数字；没有数据就留空",
                "超过97 | 文字“超过97”。请只写阿拉伯数字；没有数据就留空",
                "95-97 | 文字“95-97”。请只写阿拉伯数字；没有数据就留空",
                "9,75 | 文字“9,75”。请只写阿拉伯数字；没有数据就留空",
                "9万 | 文字“9万”。请只写阿拉伯数字；没有数据就留空",
                "无 | 文字“无”。请只写阿拉伯数字；没有数据就留空",
                "true | 是否值true。请只写阿拉伯数字；没有数据就留空",
                "3万人 | 文字“3万人”。单位“万人”不能换算为“%”，请核对",
                ".inf | 数字.inf。请写确切的数值；没有数据就留空",
                ".nan | 数字.nan。请写确切的数值；没有数据就留空",
                "1e999999999 | 数字1e999999999。数值过大或位数过多，请核对",
                "12345678901234567890123456 | 数字12345678901234567890123456。数值过大或位数过多，请核对",
            })
    void numbers(String written, String said) {
        assertEquals(
                List.of("第8行：“county-seat-sewage-treatment-rate”应为数字，材料中是" + said),
                Given.figure("county-seat-sewage-treatment-rate", written));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2024 | 数字2024。请写成 2024-12-31 的样子",
                "2024.1 | 数字2024.1。请写明是2024年1月还是2024年10月",
                "12/31/24 | 文字“12/31/24”。请写成 2024-12-31 的样子",
                "2023-02-29 | 文字“2023-02-29”。2023年2月只有28天，请核对",
                "2024-13-01 | 文字“2024-13-01”。没有13月，请核对",
                "2204-12-31 | 文字“2204-12-31”。年份应在1990年至2100年之间",
                "年底 | 文字“年底”。请写成 2024-12-31 的样子",
            })
    void dates(String written, String said) {
        assertEquals(List.of("第6行：“as-of”不是有效日期：" + said), problems(HEAD.replace("2024-12-31", written)));
    }

    @Test
    @DisplayName("a county's parts belong in the city's dossier, and only its own counties")
    void byCounty() {
        String parts =
                "figures:\n  residents: { by-county: { \"620821\": 28, \"620822\": %s, \"%s\": 1 }, unit: 万人, year: 2024 }\n";
        assertEquals(List.of(), problems(CITY + parts.formatted("20", "620823")));
        assertEquals(
                List.of("第8行：不认识“629999”。请删去，或对照“plancheck schema”改正", "第8行：“常住人口”不可能是-20（应不小于0）。请核对数值和单位"),
                problems(CITY + parts.formatted("-20", "629999")));
        assertEquals(
                List.of("第8行：泾川县不是泾川县的下辖县（市、区）。by-county 只用于市级材料；县级材料请直接写本县数值"),
                problems(HEAD + "figures:\n  residents: { by-county: { \"620821\": 28 }, unit: 万人, year: 2024 }\n"));
    }

    @Test
    @DisplayName("parts of some counties are kept as parts, for the judge to see what is lacking")
    void someCounties() {
        Dossier dossier = read(CITY
                        + "figures:\n  residents: { by-county: { \"620821\": 28.1 }, unit: 万人, year: 2024 }\n")
                .orThrow();
        Figure figure = dossier.places().get(0).figure("residents");
        assertNotNull(figure);
        assertNull(figure.value());
        assertEquals(Map.of("620821", new BigDecimal("28.1")), figure.byCounty());
    }

    @Test
    @DisplayName("a list is a list, and its entries are mappings")
    void lists() {
        assertEquals(List.of("第7行：“villages”应为清单，材料中是一组字段。清单的每一项前面加“- ”"), problems(HEAD + "villages: { name: 甲 }\n"));
        assertEquals(List.of("第8行：“自然村”应为一组字段，材料中是文字“张家湾”。请写成 { name: … }"), problems(HEAD + "villages:\n  - 张家湾\n"));
        assertEquals(
                List.of("第7行：“figures”应为一组字段，材料中是一个清单。请在下面逐项填写，每项一行"), problems(HEAD + "figures:\n  - residents: 3\n"));
        assertEquals(
                List.of("第8行：“evidence”应为清单，材料中是文字“公报”。请写成 [甲, 乙]，只有一项也要加方括号"),
                Given.figure("residents", "{ value: 5, unit: 万人, year: 2024, evidence: 公报 }"));
    }

    @Test
    @DisplayName("an item's place must be one of those its kind knows and the dossier has")
    void itemPlace() {
        assertEquals(
                List.of("第8行：不认识“in”。请删去，或对照“plancheck schema”改正"),
                problems(HEAD + "villages:\n  - { name: 甲, in: county-seat }\n"));
        assertEquals(
                List.of("第8行：“in”不能是文字“城里”。可用：county-seat（县城）、central-urban-area（中心城区）"),
                problems(HEAD + "markets:\n  - { name: 甲, in: 城里 }\n"));
        assertEquals(
                List.of("第8行：“甲”写在中心城区，但本材料的地区没有中心城区。请核对所在区域"),
                problems(HEAD + "markets:\n  - { name: 甲, in: central-urban-area }\n"));
    }

    @Test
    @DisplayName("a list that is not for this place is said once and not used")
    void listElsewhere() {
        String dossier = CITY + "villages:\n  - { name: 甲, households: 40 }\n  - { name: 乙 }\n";
        assertEquals(List.of("提示：第7行：“自然村清单”不用于平凉市，未采用。这一清单由县（市、区）填报，请写在那里的材料里，或核对填报地区"), problems(dossier));
        assertEquals(List.of(), read(dossier).orThrow().items());
    }

    @Test
    @DisplayName("an indicator that is not for this place is said and not used")
    void indicatorElsewhere() {
        assertEquals(
                List.of("提示：第8行：“县城生活污水集中收集率”不是平凉市的填报指标，未采用。它是县城的指标，请写在那里的材料里，或核对是否填错了指标"),
                problems(CITY + "figures:\n  county-seat-sewage-collection-rate: 97\n"));
    }

    @Test
    @DisplayName("an answer under a provision that does not bind the place is said, with whom it binds")
    void answersElsewhere() {
        PlaceName jingchuan = Objects.requireNonNull(Given.BOOK.places().get("620821"));
        List<Provision> mayBind = new PossibleBindings(Given.BOOK, jingchuan).selfAssessment();
        String stage = Given.BOOK.provisions().stream()
                .filter(p -> p.criterion().given() == Criterion.Input.STAGE && !mayBind.contains(p))
                .filter(p -> p.particulars().sameAs().isEmpty())
                .map(Provision::id)
                .findFirst()
                .orElseThrow();
        String duty = Given.BOOK.provisions().stream()
                .filter(p -> Given.BOOK.indicators().containsKey(p.id()) && !mayBind.contains(p))
                .filter(p -> p.measuredIndicator().of().contains("county"))
                .map(Provision::id)
                .findFirst()
                .orElse("");
        List<String> said = problems(HEAD + "named-projects: { " + stage + ": completed }\n"
                + (duty.isEmpty() ? "" : "declarations: { " + duty + ": { answer: yes } }\n"));
        assertEquals(duty.isEmpty() ? 1 : 2, said.size(), said::toString);
        assertTrue(said.stream().allMatch(one -> one.contains("不对泾川县作要求，所填内容未采用。")), said::toString);
        assertTrue(said.get(0).contains(stage) && said.get(0).contains("约束的是"), said::toString);
        assertEquals(
                1,
                problems(PROJECT + "named-projects: { " + stage + ": completed }\n")
                        .size(),
                "nor does a project use it");
    }

    @Test
    @DisplayName("null is the same as leaving out")
    void nulls() {
        assertEquals(List.of(), problems(HEAD + "figures:\nvillages:\ndeclarations: null\nnamed-projects: ~\nnote:\n"));
        assertEquals(List.of("第1行：整份材料缺少“title”（材料标题，写在一行里）。请补上"), problems(HEAD.replace("泾川县2024年度自评", "")));
    }

    @Test
    @DisplayName("text must be text and titles stand on one line")
    void texts() {
        assertEquals(
                List.of("第4行：“title”应为文字，材料中是是否值true。请加引号，写成 \"true\""), problems(HEAD.replace("泾川县2024年度自评", "true")));
        assertEquals(List.of("第4行：“title”写法不对：文字“甲 乙”。材料标题，写在一行里"), problems(HEAD.replace("泾川县2024年度自评", "\"甲\\n乙\"")));
        assertEquals(List.of(), problems(HEAD.replace("620821-2024-ZP", "2024")));
    }

    @Test
    @DisplayName("a stage is known by its Chinese name, and a slip of the pen in its id by what is near")
    void stages() {
        String known = Given.BOOK.provisions().stream()
                .filter(p -> p.criterion().given() == plancheck.rulebook.Criterion.Input.STAGE)
                .findFirst()
                .orElseThrow()
                .id();
        assertEquals(
                1,
                read(HEAD + "named-projects:\n  " + known + ": 在建\n")
                        .orThrow()
                        .stages()
                        .size());
        assertTrue(problems(HEAD + "named-projects:\n  " + known + ": under-constructon\n")
                .get(0)
                .contains("是否想写“under-construction”？"));
        assertTrue(problems(HEAD + "named-projects:\n  " + known + "x: started\n")
                .get(0)
                .contains("是否想写“" + known + "”？"));
        assertEquals(
                1,
                read(HEAD + "named-projects:\n  " + known + ": { stage: started }\n")
                        .orThrow()
                        .stages()
                        .size());
    }

    @Test
    @DisplayName("the kind decides whether there is a project block")
    void kinds() {
        String project = PROJECT.substring(PROJECT.indexOf("project:\n"));
        String head = PROJECT.substring(0, PROJECT.indexOf("project:\n"));
        assertEquals(List.of("第1行：建设项目材料缺少“project”。请补上项目代码、类别、地点和建成日期"), problems(head));
        assertEquals(
                List.of("第7行：自评材料里不应有“project”。申报项目时请把 kind 写成 project"),
                problems(head.replace("kind: project", "kind: self-assessment") + project));
        assertEquals(
                List.of("第2行：“kind”不能是文字“projct”。是否想写“project”？可用：self-assessment（自评）、project（建设项目）"),
                problems(head.replace("kind: project", "kind: projct") + project));
        assertEquals(
                List.of("第7行：“project”应为一组字段，材料中是文字“老旧小区”。请写成 { sector: …, site: … }"),
                problems(head + "project: 老旧小区\n"));
    }

    @Test
    @DisplayName("a project is judged at its completion and lies at its site")
    void project() {
        Dossier dossier = read(PROJECT).orThrow();
        assertEquals("2025-10-31", dossier.asOf().toString());
        assertNotNull(dossier.project());
        assertEquals(Level.CENTRAL_URBAN_AREA, dossier.project().getLevel());
        assertEquals(List.of("第10行：崆峒区没有县城。请核对建设地点"), problems(PROJECT.replace("central-urban-area", "county-seat")));
        assertEquals(List.of("第12行：建成日期早于开工日期。请核对工期"), problems(PROJECT.replace("2025-10-31", "2024-05-31")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2404-620802-04-01-123456 | ",
                "2404-620800-04-01-12345X | ",
                "2404-620000-04-01-123456 | ",
                "2404-620802-04-01-12345 | “2404-620802-04-01-12345”不合规范。应为24位，形如 2404-620802-04-01-123456（GB/T 40058—2021）",
                "2404620802040112345X | “2404620802040112345X”不合规范。应为24位，形如 2404-620802-04-01-123456（GB/T 40058—2021）",
                "2413-620802-04-01-123456 | 的第3、4位不是月份。前四位为赋码年月，例如 2404",
                "2404-620821-04-01-123456 | 的地区码620821（泾川县）不是崆峒区。请核对项目代码和所在地",
                "2404-110101-04-01-123456 | 的地区码110101（其他地区）不是崆峒区。请核对项目代码和所在地",
            })
    void codes(String code, String said) {
        List<String> expected = said == null ? List.of() : List.of("第8行：项目代码" + said);
        assertEquals(expected, problems(PROJECT.replace("2404-620802-04-01-123456", code)));
    }

    @Test
    @DisplayName("a supposed value is read as if it stood there, even where a name has a point in it")
    void supposed() {
        String dossier = HEAD + "villages:\n  - { name: 3.5组, hardened-road: no }\n";
        DossierReading reading = Given.READER.read(
                dossier.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Map.of("villages.3.5组.hardened-road", "yes"));
        assertEquals(List.of(), Given.said(reading));
        assertEquals(true, reading.orThrow().items().get(0).yes("hardened-road"));
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "villages.无此村.hardened-road | yes | /set/villages.无此村.hardened-road | 设想的“villages.无此村.hardened-road”不是可以设定的内容",
                "villages.3.5组.hardened-road | 也许 | /set/villages.3.5组.hardened-road | “hardened-road”应答是或否，材料中是文字“也许”",
                "a/b | 1 | /set/a~1b | 设想的“a/b”不是可以设定的内容",
            })
    void supposedWrongly(String key, String value, String pointer, String said) {
        String dossier = HEAD + "villages:\n  - { name: 3.5组, hardened-road: no }\n";
        DossierReading reading =
                Given.READER.read(dossier.getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.of(key, value));
        assertEquals(1, reading.problems().size(), reading.problems().toString());
        assertEquals(pointer, reading.problems().get(0).pointer());
        assertEquals(said, reading.problems().get(0).message().zh());
    }
}
