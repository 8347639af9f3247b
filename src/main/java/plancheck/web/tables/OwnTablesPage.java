package plancheck.web.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;
import plancheck.dossier.Problem;
import plancheck.dossier.asking.Questionnaire;
import plancheck.facts.Message;
import plancheck.sheet.MarkedCopy;
import plancheck.sheet.OwnTables;
import plancheck.sheet.OwnWorkbook;
import plancheck.web.form.FormAnswers;
import plancheck.web.form.FormSize;
import plancheck.web.frame.Pages;

/** The page on which an office's own tables are handed in and looked at, be it for a self-check or a draft. */
@Component
public class OwnTablesPage {
    private static final String VIEW = "tables/tables";
    private static final Pattern LIST = Pattern.compile("list:(\\d{1,2})");
    private static final int SHOWN = 5;
    private static final int MEGABYTE = 1024 * 1024;

    /**
     * A file on its way from page to page.
     *
     * @param content its bytes in Base64; empty where it is longer than can be carried
     * @param parameters of the request: {@code list:0} and so on, the list that each sheet is taken for; {@code replaces}
     */
    public record CarriedFile(String name, String content, Map<String, String> parameters) {
        /** @throws IOException when it cannot be received */
        public static CarriedFile of(MultipartFile file, Map<String, String> parameters) throws IOException {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            boolean tooLarge = file.getSize() > MarkedCopy.MAX_BYTES;
            // One blank for what is empty: it can be carried, and is then said to be so.
            byte[] bytes = file.isEmpty() ? " ".getBytes(StandardCharsets.UTF_8) : file.getBytes();
            return new CarriedFile(name, tooLarge ? "" : Base64.getEncoder().encodeToString(bytes), parameters);
        }

        /** None where it is not what a page of ours carries. */
        byte[] bytes() {
            try {
                return Base64.getDecoder().decode(content);
            } catch (IllegalArgumentException e) {
                return new byte[0];
            }
        }

        boolean replaces() {
            return "yes".equals(parameters.get("replaces"));
        }

        Map<Integer, String> lists() {
            Map<Integer, String> lists = new LinkedHashMap<>();
            parameters.forEach((name, list) -> {
                Matcher number = LIST.matcher(name);
                if (number.matches()) {
                    lists.put(Integer.parseInt(number.group(1)), list);
                }
            });
            return lists;
        }
    }

    /**
     * Asks for a file.
     *
     * @param base path of the page; its forms post to {@code file}, {@code rows} and {@code marked} below it
     * @param dossier what the page carries along; empty where it is kept by the service
     * @return the view
     */
    public String ask(Questionnaire asked, String base, String dossier, Model model) {
        model.addAttribute("place", asked.head().place().inWords());
        model.addAttribute("lists", asked.lists());
        model.addAttribute("tables", base);
        model.addAttribute("dossier", dossier);
        model.addAttribute("mostMegabytes", String.valueOf(MarkedCopy.MAX_BYTES / MEGABYTE));
        model.addAttribute("otherLanguage", "#");
        return VIEW;
    }

    /** Shows what the file was understood as; nothing is taken yet. */
    public void show(CarriedFile file, Questionnaire asked, FormAnswers filled, Model model) {
        if (file.content().isEmpty()) {
            Message tooLarge = Message.of("sheet.too-large", MarkedCopy.MAX_BYTES / MEGABYTE);
            model.addAttribute(
                    "refused", List.of(Message.of("dossier.with-advice", tooLarge, Message.of("sheet.split-it"))));
            return;
        }
        OwnTables read = read(file, asked, filled);
        model.addAttribute("file", file);
        model.addAttribute("read", read);
        model.addAttribute("shown", SHOWN);
        model.addAttribute("remarked", read.remarks().stream().anyMatch(remark -> remark.cell() != null));
    }

    private static OwnTables read(CarriedFile file, Questionnaire asked, FormAnswers filled) {
        OwnWorkbook workbook = OwnWorkbook.read(file.bytes());
        return OwnTables.of(workbook, asked, file.lists(), filled.values(), file.replaces());
    }

    /**
     * The answers with the rows of a file.
     *
     * @param open the form's sections of the lists they went to, so that they are seen next
     */
    public record TakenRows(FormAnswers answers, List<String> open) {}

    /**
     * The answers with its rows, and a word of it for the page that comes next.
     *
     * @return null where they would be more than a form holds, which the page then says
     */
    public @Nullable TakenRows taken(CarriedFile file, Questionnaire asked, FormAnswers filled, Model model) {
        OwnTables read = read(file, asked, filled);
        FormAnswers together = new FormAnswers(read.into(filled.values()));
        Problem tooLarge = FormSize.of(together).tooLarge().orElse(null);
        if (tooLarge != null) {
            model.addAttribute("refused", List.of(tooLarge.said()));
            return null;
        }
        if (read.size() > 0) {
            model.addAttribute("prefilled", List.of(Message.of("web.imported", String.valueOf(read.size()))));
        }
        List<String> open = read.tables().stream()
                .filter(table -> table.size() > 0)
                .flatMap(table -> Optional.ofNullable(table.list()).stream())
                .map(list -> "list-" + list.kind().list())
                .distinct()
                .toList();
        return new TakenRows(together, open);
    }

    /** The file with its wrong cells coloured, to be downloaded. */
    public ResponseEntity<byte[]> marked(CarriedFile file, Questionnaire asked, FormAnswers filled, Locale locale) {
        byte[] bytes = file.bytes();
        OwnTables read = read(file, asked, filled);
        byte[] copy = read.tables().isEmpty()
                ? bytes // it could not be opened, and the page said so
                : MarkedCopy.of(bytes, read.remarks(), Pages.language(locale));
        String name = file.name().replaceFirst("\\.[^.]*$", "")
                + Pages.language(locale).of(Message.of("web.marked"))
                + MarkedCopy.ending(bytes);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(copy);
    }
}
