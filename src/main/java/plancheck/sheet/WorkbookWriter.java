package plancheck.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import plancheck.dossier.asking.Chapter;
import plancheck.dossier.asking.ListSection;
import plancheck.dossier.asking.Question;
import plancheck.dossier.asking.Questionnaire;

/** Writes what a dossier is asked for as a workbook: how to fill it in, the head, the questions by chapter, each list on a sheet of its own. */
final class WorkbookWriter {
    private static final String HOW_TO = "填表说明";
    private static final String HEAD = "基本情况";
    static final String QUESTIONS = "指标和事项";
    private static final String OTHERS = "其他内容";
    static final String OPTIONS = "选项";
    static final String CONTENT = "内容";
    static final String KEY = SheetColumn.KEY.head();
    /** What is asked of a list's entry beside its attributes. */
    private static final List<String> BESIDE = List.of("source", "evidence", "note");

    /** So many empty rows a list has to begin with. */
    private static final int EMPTY_ROWS = 200;
    /** A validation's choices in one text may not be longer. */
    private static final int LONGEST_CHOICES = 250;

    private static final int MOST_CHARACTERS = 32_000;
    /** Points. */
    private static final float LINE = 14.5f;
    /** From here on characters are Chinese, and as wide as two others. */
    private static final int FIRST_WIDE = 0x2E80;
    /** In characters of the column's own measure, a little more than they need. */
    private static final double NARROW = 1.05;

    private static final double WIDE = 2 * NARROW;

    private final Questionnaire asked;
    private final String title;
    private final NavigableMap<String, List<String>> filled;
    private final boolean carried;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Styles styles = new Styles(workbook);
    private final Set<String> written = new LinkedHashSet<>();
    private final Map<String, String> counties;
    private final Map<List<String>, String> lists = new LinkedHashMap<>();

    /**
     * @param office that fills it in; empty where it is the whole
     * @param filled what is known already, by the names of a form's fields
     * @param carried whether that is an earlier dossier's, to be confirmed
     * @param counties code and name of those whose values may be given in place of one
     */
    WorkbookWriter(
            Questionnaire asked,
            String office,
            Map<String, List<String>> filled,
            boolean carried,
            Map<String, String> counties) {
        this.asked = asked;
        this.title = asked.head().title() + (office.isEmpty() ? "" : "　" + office);
        this.filled = new TreeMap<>(filled);
        this.carried = carried;
        this.counties = counties;
    }

    byte[] write() {
        howTo();
        head();
        questions();
        asked.lists().forEach(this::list);
        others();
        hideOptions();
        workbook.setActiveSheet(0);
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing a workbook to memory", e);
        }
    }

    private void howTo() {
        XSSFSheet sheet = workbook.createSheet(HOW_TO);
        sheet.setColumnWidth(0, 72 * 256);
        List<String> lines = new ArrayList<>(List.of(
                title + "　填报表",
                "一、白色单元格由填报单位填写，灰底带字的是表格自带内容，已锁定，请勿改动；可以插入批注，不要改动表头和“填报项”一栏。",
                "二、数值照公报、报表填写：97.2%、14,012、1.2万、约43.5都可以；没有数据就留空，不要填0。单位可以在“单位”栏里改选。",
                "三、“答复”一栏从下拉列表中选；凡需佐证的，在“佐证材料”栏写明文件名称和文号，一格写几份的，用分号或换行隔开。",
                "四、清单各占一张表，一行一个；行数不够可以接着往下填，也可以从别的表格整块粘贴；不用写合计。",
                "五、本地没有的事物，在“本地没有的事物”一节写明由谁认定、依据什么，与它有关的事项就不用再填。",
                "六、灰色单元格是上年填报的，“沿用”栏写有“沿用”；核对无误或者改写之后，把“沿用”二字删去，即为确认。",
                "七、填好后保存，交回汇总单位：用 plancheck check 表格.xlsx 检查，用 plancheck merge 合并，或在网页上传。"));
        if (!carried) {
            lines.remove(6);
        }
        for (int i = 0; i < lines.size(); i++) {
            Row row = sheet.createRow(i);
            cell(row, 0, lines.get(i), i == 0 ? styles.title : styles.words);
            fit(row);
        }
        sheet.enableLocking();
        print(sheet, false, PrintSetup.A4_PAPERSIZE);
    }

    private void head() {
        XSSFSheet sheet = workbook.createSheet(HEAD);
        List<SheetColumn> columns =
                List.of(SheetColumn.MATTER, SheetColumn.COUNTS, SheetColumn.ANSWER, SheetColumn.KEY);
        top(sheet, title + "　" + HEAD, columns);
        int at = 2;
        for (SheetRow row : List.of(
                fixed("/kind", "材料类别", "", Map.of("self-assessment", "自评", "project", "建设项目")),
                fixed("/id", "材料编号", "由填报单位自定"),
                fixed("/title", "材料标题", ""),
                fixed("/place", "地区", "行政区划代码或名称"),
                fixed("/as-of", "截止日", "按此日判断是否到期，例如 2024-12-31"),
                fixed("/note", "说明", "不参与判定"))) {
            row(sheet.createRow(at++), row, columns);
        }
        finish(sheet, columns, at, true);
    }

    private static SheetRow fixed(String pointer, String matter, String counts) {
        return fixed(pointer, matter, counts, Map.of());
    }

    private static SheetRow fixed(String pointer, String matter, String counts, Map<String, String> choices) {
        return new SheetRow(pointer, matter, counts, "", 0, Map.of(SheetColumn.ANSWER, choices));
    }

    private void questions() {
        XSSFSheet sheet = workbook.createSheet(QUESTIONS);
        List<SheetColumn> columns = new ArrayList<>(List.of(SheetColumn.values()));
        if (!carried) {
            columns.remove(SheetColumn.CARRIED);
        }
        top(sheet, title + "　" + QUESTIONS, columns);
        int at = 2;
        int number = 0;
        for (SheetRow row : rows()) {
            Row line = sheet.createRow(at++);
            if (row.isHeading()) {
                heading(sheet, line, row, columns.size());
            } else {
                row(line, row, columns);
                if (row.indent() == 0) {
                    line.getCell(0).setCellValue(++number);
                }
            }
        }
        finish(sheet, columns, at, false);
    }

    /** All questions, each below its chapter; those that measure first, as on the form. */
    private List<SheetRow> rows() {
        List<SheetRow> rows = new ArrayList<>();
        asked.project().ifPresent(project -> {
            section("项目情况", project.head(), rows);
            section("建设内容", project.works(), rows);
            section("设计指标", project.design(), rows);
        });
        section("项目建成后地区指标的变化（有影响的才填）", asked.effects(), rows);
        Set<Question> measures = new LinkedHashSet<>(asked.measures());
        section("主要指标", asked.measures(), rows);
        section(
                "各类清单的总数",
                asked.lists().stream().flatMap(list -> list.totals().stream()).toList(),
                rows);
        section("本地没有的事物（没有的才填，有的不填）", asked.absences(), rows);
        List<Question> others = Stream.of(asked.figures(), asked.stages(), asked.declarations())
                .flatMap(List::stream)
                .filter(question -> !measures.contains(question))
                .toList();
        for (Chapter chapter : asked.chapters(others)) {
            section(
                    (chapter.plan().name().zh() + "　" + chapter.number() + "　" + chapter.heading()).strip(),
                    chapter.questions(),
                    rows);
        }
        return rows;
    }

    private void section(String heading, List<Question> questions, List<SheetRow> rows) {
        if (!questions.isEmpty()) {
            rows.add(SheetRow.heading(heading));
            questions.forEach(question -> rows.addAll(SheetRow.of(question, filled, counties)));
        }
    }

    private void top(XSSFSheet sheet, String title, List<SheetColumn> columns) {
        Row first = sheet.createRow(0);
        cell(first, 0, title, styles.title);
        first.setHeightInPoints(30);
        Row heads = sheet.createRow(1);
        for (int i = 0; i < columns.size(); i++) {
            cell(heads, i, columns.get(i).head(), styles.head);
            sheet.setColumnWidth(i, (columns.get(i).width() + 2) * 256);
        }
    }

    private void heading(Sheet sheet, Row line, SheetRow row, int columns) {
        for (int i = 0; i < columns; i++) {
            cell(line, i, i == 0 ? row.matter() : "", styles.heading);
        }
        sheet.addMergedRegionUnsafe(new CellRangeAddress(line.getRowNum(), line.getRowNum(), 0, columns - 1));
    }

    private void row(Row line, SheetRow row, List<SheetColumn> columns) {
        boolean known = false;
        for (int i = 0; i < columns.size(); i++) {
            SheetColumn column = columns.get(i);
            String field = row.takes(column) ? column.field(row.pointer()).orElse("") : "";
            String given = field.isEmpty() ? "" : taken(field);
            String value = given.isEmpty() && !field.isEmpty() ? usual(row, column) : given;
            known |= !value.isEmpty() && column != SheetColumn.UNIT && column != SheetColumn.YEAR;
            boolean marked = column == SheetColumn.CARRIED && known;
            CellStyle style = !row.takes(column)
                    ? column.isInput() ? styles.closed : column == SheetColumn.KEY ? styles.small : styles.words
                    : carried && !value.isEmpty() ? styles.carried : styles.input;
            value(
                    line.createCell(i),
                    marked
                            ? SheetColumn.CARRIED.head()
                            : field.isEmpty() ? words(row, column) : row.shown(column, value),
                    style);
            choose(line, i, row.choices().getOrDefault(column, Map.of()));
        }
        fit(line);
    }

    private static String words(SheetRow row, SheetColumn column) {
        return switch (column) {
            case MATTER -> "　".repeat(row.indent()) + row.matter();
            case COUNTS -> row.counts();
            case CLAUSE -> row.clause();
            case KEY -> row.pointer();
            default -> "";
        };
    }

    /** The unit and the year of a figure that says none. */
    private String usual(SheetRow row, SheetColumn column) {
        boolean figure = row.pointer().startsWith("/figures/");
        boolean byYear = !below(filled, row.pointer() + "/series/").isEmpty();
        return switch (column) {
            case UNIT ->
                row.choices().getOrDefault(column, Map.of()).keySet().stream()
                        .findFirst()
                        .orElse("");
            case YEAR -> figure && !byYear ? String.valueOf(asked.head().asOf().getYear()) : "";
            default -> "";
        };
    }

    /** What is filled in whose name begins so. */
    static SortedMap<String, List<String>> below(NavigableMap<String, List<String>> filled, String prefix) {
        return filled.subMap(prefix, prefix + Character.MAX_VALUE);
    }

    /** What the field holds, which has then its place in the workbook. */
    private String taken(String field) {
        List<String> values = filled.getOrDefault(field, List.of());
        if (values.size() != 1 || values.get(0).length() > MOST_CHARACTERS) {
            return ""; // stays among the others, where each value has a row
        }
        written.add(field);
        return values.get(0);
    }

    private void value(Cell cell, String value, CellStyle style) {
        cell.setCellStyle(style);
        if (isExact(value)) {
            cell.setCellValue(Double.parseDouble(value));
        } else if (!value.isEmpty()) {
            cell.setCellValue(value);
        }
    }

    /** Whether a spreadsheet's number is the same to the last digit, the zeros after the point among them. */
    private static boolean isExact(String value) {
        return value.matches("-?(0|[1-9]\\d{0,11})(\\.\\d{0,5}[1-9])?");
    }

    static void cell(Row row, int column, String value, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(value);
        cell.setCellStyle(style);
    }

    private void choose(Row line, int column, Map<String, String> choices) {
        if (!choices.isEmpty()) {
            choose(
                    (XSSFSheet) line.getSheet(),
                    new CellRangeAddressList(line.getRowNum(), line.getRowNum(), column, column),
                    List.copyOf(choices.values()));
        }
    }

    /** Something else may be written all the same: the reader understands more than is listed. */
    private void choose(XSSFSheet sheet, CellRangeAddressList where, List<String> choices) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        boolean fits = String.join(",", choices).length() <= LONGEST_CHOICES
                && choices.stream().noneMatch(choice -> choice.contains(","));
        DataValidationConstraint constraint = fits
                ? helper.createExplicitListConstraint(choices.toArray(String[]::new))
                : helper.createFormulaListConstraint(lists.computeIfAbsent(choices, this::option));
        DataValidation validation = helper.createValidation(constraint, where);
        validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
        validation.createErrorBox("不在下拉列表中", "可以照填，检查时会说明怎样读取；也可以从列表中选。");
        validation.setShowErrorBox(true);
        sheet.addValidationData(validation);
    }

    /** Choices that are too long for a cell stand on a sheet of their own. */
    private String option(List<String> choices) {
        Sheet options = workbook.getSheet(OPTIONS);
        if (options == null) {
            options = workbook.createSheet(OPTIONS);
        }
        int column = lists.size();
        for (int i = 0; i < choices.size(); i++) {
            Row row = options.getRow(i) == null ? options.createRow(i) : options.getRow(i);
            row.createCell(column).setCellValue(choices.get(i));
        }
        String letter = org.apache.poi.ss.util.CellReference.convertNumToColString(column);
        return OPTIONS + "!$" + letter + "$1:$" + letter + "$" + choices.size();
    }

    private void hideOptions() {
        int options = workbook.getSheetIndex(OPTIONS);
        if (options >= 0) {
            workbook.setSheetHidden(options, true);
            workbook.setSheetOrder(OPTIONS, workbook.getNumberOfSheets() - 1);
        }
    }

    private void finish(XSSFSheet sheet, List<SheetColumn> columns, int rows, boolean upright) {
        sheet.createFreezePane(columns.indexOf(SheetColumn.MATTER) + 1, 2);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:2"));
        int key = columns.indexOf(SheetColumn.KEY);
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, key - 1, 0, Math.max(2, rows) - 1);
        lock(sheet);
        print(sheet, !upright, upright ? PrintSetup.A4_PAPERSIZE : PrintSetup.A3_PAPERSIZE);
    }

    private static void lock(XSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockInsertRows(false);
        sheet.lockAutoFilter(false);
        sheet.lockSort(false);
    }

    /** As high as the longest of its texts needs, for programs that do not reckon it themselves. */
    private static void fit(Row row) {
        int lines = 1;
        for (Cell cell : row) {
            boolean text =
                    cell.getCellType() == CellType.STRING && cell.getCellStyle().getWrapText();
            if (text) {
                double width = row.getSheet().getColumnWidth(cell.getColumnIndex()) / 256.0 - 1;
                int needed = 0;
                for (String line : cell.getStringCellValue().split("\n", -1)) {
                    double wide = line.codePoints()
                            .mapToDouble(c -> c < FIRST_WIDE ? NARROW : WIDE)
                            .sum();
                    needed += (int) Math.max(1, Math.ceil(wide / width));
                }
                lines = Math.max(lines, needed);
            }
        }
        row.setHeightInPoints(Math.min(400, 3 + LINE * lines));
    }

    private static void print(Sheet sheet, boolean wide, short paper) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(paper);
        setup.setLandscape(wide);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.LEFT, 0.4);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.RIGHT, 0.4);
        sheet.getFooter().setCenter("第&P页，共&N页");
    }

    /** A list: a column an attribute, a row an entry. */
    private void list(ListSection section) {
        String name = section.kind().listName().zh();
        XSSFSheet sheet = workbook.createSheet(name);
        List<Question> columns = new ArrayList<>(section.columns());
        cell(sheet.createRow(0), 0, title + "　" + name, styles.title);
        Row heads = sheet.createRow(1);
        Row keys = sheet.createRow(2);
        cell(heads, 0, SheetColumn.NUMBER.head(), styles.head);
        cell(keys, 0, KEY, styles.small);
        sheet.setColumnWidth(0, 8 * 256);
        int at = 1;
        List<String> pointers = new ArrayList<>();
        for (Question column : columns) {
            pointers.add(column.pointer());
            String unit = column.unit() == null ? "" : "（" + column.unitSymbol() + "）";
            cell(heads, at, column.label().zh() + unit, styles.head);
            sheet.setColumnWidth(at++, (at == 2 ? 24 : 16) * 256);
        }
        for (String beside : BESIDE) {
            pointers.add("/" + beside);
            cell(heads, at, beside(beside).head(), styles.head);
            sheet.setColumnWidth(at++, 20 * 256);
        }
        // What its entries have besides stands in their rows: on a sheet of its own it would go astray with the first
        // row inserted.
        for (String more : more(section, pointers)) {
            pointers.add(more);
            cell(heads, at++, more.substring(1), styles.head);
        }
        for (int i = 0; i < pointers.size(); i++) {
            cell(keys, i + 1, section.pointer() + pointers.get(i), styles.small);
        }
        if (carried) {
            cell(heads, at, SheetColumn.CARRIED.head(), styles.head);
        }
        int last = entries(sheet, section, columns, pointers);
        for (int i = 0; i < pointers.size(); i++) {
            Map<String, String> choices = choices(columns, pointers, i);
            if (!choices.isEmpty()) {
                choose(
                        sheet,
                        new CellRangeAddressList(3, Math.max(last, 3 + EMPTY_ROWS), i + 1, i + 1),
                        List.copyOf(choices.values()));
            }
        }
        sheet.createFreezePane(2, 3);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:2"));
        lock(sheet);
        print(sheet, true, PrintSetup.A4_PAPERSIZE);
    }

    private List<String> more(ListSection section, List<String> pointers) {
        return below(filled, section.pointer() + "/").keySet().stream()
                .map(field -> field.substring(section.pointer().length() + 1))
                .filter(field -> field.matches("\\d{1,7}/.*"))
                .map(field -> field.substring(field.indexOf('/')))
                .filter(more -> !pointers.contains(more))
                .distinct()
                .sorted()
                .toList();
    }

    private static SheetColumn beside(String key) {
        return switch (key) {
            case "source" -> SheetColumn.SOURCE;
            case "evidence" -> SheetColumn.EVIDENCE;
            default -> SheetColumn.NOTE;
        };
    }

    private static Map<String, String> choices(List<Question> columns, List<String> pointers, int column) {
        if (column < columns.size()) {
            return SheetRow.choices(columns.get(column));
        }
        return pointers.get(column).equals("/source") ? SheetRow.sources() : Map.of();
    }

    private int entries(XSSFSheet sheet, ListSection section, List<Question> columns, List<String> pointers) {
        SortedSet<Integer> rows = new TreeSet<>();
        String prefix = section.pointer() + "/";
        below(filled, prefix).keySet().stream()
                .map(field -> field.substring(prefix.length()).split("/", 2)[0])
                .filter(number -> number.matches("\\d{1,7}"))
                .forEach(number -> rows.add(Integer.valueOf(number)));
        int at = 3;
        for (Integer index : rows) {
            Row row = sheet.createRow(at++);
            row.createCell(0).setCellValue(at - 3);
            row.getCell(0).setCellStyle(styles.words);
            for (int i = 0; i < pointers.size(); i++) {
                String value = taken(prefix + index + pointers.get(i));
                String shown = SheetRow.shown(choices(columns, pointers, i), value);
                value(row.createCell(i + 1), shown, carried && !value.isEmpty() ? styles.carried : styles.input);
            }
            if (carried) {
                cell(row, pointers.size() + 1, SheetColumn.CARRIED.head(), styles.input);
            }
        }
        for (int end = Math.max(at, 3 + EMPTY_ROWS); at < end; at++) {
            Row row = sheet.createRow(at);
            row.createCell(0).setCellStyle(styles.words);
            for (int i = 0; i < pointers.size(); i++) {
                row.createCell(i + 1).setCellStyle(styles.input);
            }
        }
        return at - 1;
    }

    /** What is filled in and asked nowhere: nothing is lost on the way out and back. */
    private void others() {
        Map<String, List<String>> left = new LinkedHashMap<>(filled);
        left.keySet().removeAll(written);
        left.keySet().remove("/plancheck");
        left.keySet().removeIf(name -> !name.startsWith("/"));
        if (left.isEmpty()) {
            return;
        }
        XSSFSheet sheet = workbook.createSheet(OTHERS);
        cell(sheet.createRow(0), 0, OTHERS + "（原材料中有、本表没有专门栏目的内容，照原样带回）", styles.title);
        Row heads = sheet.createRow(1);
        cell(heads, 0, KEY, styles.head);
        cell(heads, 1, CONTENT, styles.head);
        sheet.setColumnWidth(0, 60 * 256);
        sheet.setColumnWidth(1, 80 * 256);
        int at = 2;
        for (Map.Entry<String, List<String>> field : left.entrySet()) {
            for (String value : field.getValue()) {
                for (int from = 0; from < value.length(); from += MOST_CHARACTERS) {
                    Row row = sheet.createRow(at++);
                    cell(row, 0, field.getKey() + (from == 0 ? "" : "+"), styles.small);
                    cell(row, 1, value.substring(from, Math.min(value.length(), from + MOST_CHARACTERS)), styles.text);
                }
            }
        }
        lock(sheet);
        print(sheet, true, PrintSetup.A4_PAPERSIZE);
    }
}
