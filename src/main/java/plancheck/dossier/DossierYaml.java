package plancheck.dossier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A dossier that was filled in, as YAML in the order of its {@link DossierTemplate}, each answer below its question. */
final class DossierYaml {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> HEAD =
            List.of("plancheck", "kind", "id", "title", "place", "as-of", "note", "project");
    /** What is in them is written one below the other; all else on one line. */
    private static final Set<String> IN_BLOCKS = Set.of("/project/works", "/project/design");

    /** A text that YAML reads as that text without quotes, also between braces. */
    private static final Pattern PLAIN = Pattern.compile(
            "(?!(?i:true|false|null)$)[\\p{IsHan}A-Za-z][\\p{IsHan}\\w（）《》〔〕、，。；：—·/.%+()-]*(?: [\\p{IsHan}\\w（）《》〔〕、，。；：—·/.%+()-]+)*"
                    + "|\\d{4}-\\d\\d-\\d\\d");

    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z][\\w.-]*|(?:19|20)\\d\\d");
    /** As YAML has them; JSON's other numbers have an exponent without a point. */
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    /** What JSON may hold as it is and YAML may not. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\x7f-\\x9f\\u2028\\u2029\\ufeff\\ufffe\\uffff\\p{Cs}]");

    private final Map<String, Question> asked = new LinkedHashMap<>();
    private final Map<String, String> lists = new LinkedHashMap<>();
    private final boolean project;
    private final StringBuilder text = new StringBuilder();

    DossierYaml(Questionnaire questionnaire) {
        project = questionnaire.project().isPresent();
        questionnaire
                .project()
                .ifPresent(own -> Stream.of(own.head(), own.works(), own.design())
                        .flatMap(List::stream)
                        .forEach(this::ask));
        Stream.of(
                        questionnaire.figures(),
                        questionnaire.effects(),
                        questionnaire.declarations(),
                        questionnaire.stages())
                .flatMap(List::stream)
                .forEach(this::ask);
        for (ListSection list : questionnaire.lists()) {
            lists.put(list.pointer(), list.label().zh());
            list.columns().forEach(column -> asked.putIfAbsent(list.pointer() + column.pointer(), column));
        }
    }

    private void ask(Question question) {
        asked.putIfAbsent(question.pointer(), question);
    }

    String write(Node dossier) {
        for (String key : inOrder("", dossier.entries().keySet())) {
            Node value = dossier.entries().get(key);
            if (value != null && !value.isScalar()) {
                text.append('\n');
            }
            block(key, "/" + key, value, "");
        }
        return text.toString();
    }

    /** A key with what stands below it, indented. */
    private void block(String key, String pointer, @Nullable Node value, String indent) {
        comment(pointer, indent);
        text.append(indent).append(key(key)).append(':');
        boolean below = indent.isEmpty() || IN_BLOCKS.contains(pointer);
        if (value == null || !below || value.isScalar()) {
            text.append(value == null ? "" : " " + inline(value, pointer)).append('\n');
        } else if (value.form() == Node.Form.LIST) {
            text.append('\n');
            value.members()
                    .forEach(member -> text.append(indent)
                            .append("  - ")
                            .append(inline(member, pointer))
                            .append('\n'));
        } else {
            text.append('\n');
            inOrder(pointer, value.entries().keySet())
                    .forEach(next ->
                            block(next, pointer + "/" + next, value.entries().get(next), indent + "  "));
        }
    }

    private void comment(String pointer, String indent) {
        Question question = asked.get(pointer);
        String list = lists.get(pointer);
        if (list != null) {
            text.append(indent).append("# ").append(list).append("清单\n");
        } else if (question != null) {
            String unit = question.unit() == null ? "" : "（" + question.unitSymbol() + "）";
            text.append(indent)
                    .append("# ")
                    .append(question.label().zh())
                    .append(unit)
                    .append('\n');
        }
    }

    /** On one line; {@code pointer} leaves out the numbers of rows. */
    private String inline(Node value, String pointer) {
        return switch (value.form()) {
            case EMPTY -> "";
            case TEXT ->
                PLAIN.matcher(value.textOrEmpty()).matches() ? value.textOrEmpty() : quoted(value.textOrEmpty());
            case NUMBER -> number(value.textOrEmpty());
            case BOOLEAN -> value.textOrEmpty();
            case LIST -> {
                List<String> members = new ArrayList<>();
                value.members().forEach(member -> members.add(inline(member, pointer)));
                yield "[" + String.join(", ", members) + "]";
            }
            case MAPPING -> {
                List<String> fields = new ArrayList<>();
                for (String key : inOrder(pointer, value.entries().keySet())) {
                    Node field = value.entries().get(key);
                    fields.add(key(key) + ": " + (field == null ? "" : inline(field, pointer + "/" + key)));
                }
                yield "{ " + String.join(", ", fields) + " }";
            }
        };
    }

    /** What the template asks for in its order, then all else as it stands. */
    private Set<String> inOrder(String pointer, Set<String> keys) {
        Set<String> order = new LinkedHashSet<>();
        if (pointer.isEmpty()) {
            order.addAll(HEAD);
            order.addAll(project ? List.of("declarations", "figures") : List.of("figures", "declarations"));
            lists.keySet().forEach(list -> order.add(list.substring(1)));
        }
        asked.keySet().stream()
                .filter(question ->
                        question.substring(0, question.lastIndexOf('/')).equals(pointer))
                .forEach(question -> order.add(question.substring(pointer.length() + 1)));
        order.retainAll(keys);
        order.addAll(keys);
        return order;
    }

    private static String key(String key) {
        return PLAIN_KEY.matcher(key).matches() ? key : quoted(key);
    }

    private static String number(String typed) {
        return PLAIN_NUMBER.matcher(typed).matches() || new BigDecimal(typed).scale() < -400
                ? typed
                : new BigDecimal(typed).toPlainString();
    }

    private static String quoted(String text) {
        return UNPRINTABLE
                .matcher(JSON.writeValueAsString(text))
                .replaceAll(
                        half -> String.format("\\\\u%04x", (int) half.group().charAt(0)));
    }
}
