package plancheck.dossier.writing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.resolver.Resolver;
import plancheck.dossier.Node;
import plancheck.dossier.asking.ListSection;
import plancheck.dossier.asking.Question;
import plancheck.dossier.asking.Questionnaire;
import plancheck.dossier.reading.NodeParser;

/** A dossier that was filled in, as YAML in the order of its {@link DossierTemplate}, each answer below its question. */
public final class DossierYaml {
    private static final DumpSettings UNFOLDED = DumpSettings.builder()
            .setDumpComments(true)
            .setWidth(Integer.MAX_VALUE)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .build();
    /** Knows at least as many ways of writing a number, a truth or nothing as {@link NodeParser}. */
    private static final ScalarResolver RESOLVER = new CoreSchema().getScalarResolver();
    /** Of YAML 1.1, which many programs still read: to it a day and a yes are no texts. */
    private static final Resolver OLD_RESOLVER = new Resolver();

    private static final Set<String> ANSWER = Set.of("yes", "no");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Z}&&[^ ]]");

    private static final List<String> HEAD =
            List.of("plancheck", "kind", "id", "title", "place", "as-of", "note", "project");
    /** What is in them is written one below the other; all else on one line. */
    private static final Set<String> IN_BLOCKS = Set.of("/project/works", "/project/design");

    /** What is asked, by the pointer above it, in the order of the template. */
    private final Map<String, Set<String>> order = new HashMap<>();

    private final Map<String, String> comments = new HashMap<>();
    /** Where a yes may stand without quotes, which is true to one version of YAML and yes to the other. */
    private final Set<String> answers = new HashSet<>();

    private final List<Event> events = new ArrayList<>();

    public DossierYaml(Questionnaire asked) {
        HEAD.forEach(key -> ask("/" + key, ""));
        if (asked.project().isPresent()) {
            List.of("/declarations", "/figures").forEach(section -> ask(section, ""));
        } else {
            ask("/figures", "");
        }
        for (ListSection list : asked.lists()) {
            ask(list.pointer(), list.label().zh() + "清单");
            list.columns().forEach(column -> {
                ask(list.pointer() + column.pointer(), "");
                answers(column, list.pointer());
            });
        }
        List.of("/not-here", "/declarations").forEach(section -> ask(section, ""));
        asked.project()
                .ifPresent(own -> Stream.of(own.head(), own.works(), own.design())
                        .flatMap(List::stream)
                        .forEach(this::ask));
        Stream.of(asked.allFigures(), asked.effects(), asked.absences(), asked.declarations(), asked.stages())
                .flatMap(List::stream)
                .forEach(this::ask);
    }

    private void ask(Question question) {
        String unit = question.unit() == null ? "" : "（" + question.unitSymbol() + "）";
        ask(question.pointer(), question.label().zh() + unit);
        answers(question, "");
    }

    private void answers(Question question, String above) {
        question.parts().forEach(part -> answers.add(question.pointer() + "/parts/" + part.id()));
        if (question.isAnswer()) {
            Stream.of("", "/value", "/answer").forEach(part -> answers.add(above + question.pointer() + part));
        }
    }

    private void ask(String pointer, String comment) {
        int last = pointer.lastIndexOf('/');
        order.computeIfAbsent(pointer.substring(0, last), above -> new LinkedHashSet<>())
                .add(pointer.substring(last + 1));
        comments.putIfAbsent(pointer, comment);
    }

    public String write(Node dossier) {
        events.add(new StreamStartEvent());
        events.add(new DocumentStartEvent(false, Optional.empty(), Map.of()));
        mapping(dossier, "", FlowStyle.BLOCK);
        events.add(new DocumentEndEvent(false));
        events.add(new StreamEndEvent());
        return new Present(UNFOLDED).emitToString(events.iterator());
    }

    /** @param pointer without the numbers of rows */
    private void node(Node node, String pointer, FlowStyle style) {
        String text = node.textOrEmpty();
        switch (node.form()) {
            case MAPPING -> mapping(node, pointer, style);
            case LIST -> {
                events.add(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style));
                node.members().forEach(member -> node(member, pointer, FlowStyle.FLOW));
                events.add(new SequenceEndEvent());
            }
            case TEXT -> scalar(text, isText(text) || (ANSWER.contains(text) && answers.contains(pointer)));
            case NUMBER -> scalar(number(text), true);
            case BOOLEAN, EMPTY -> scalar(text, true);
        }
    }

    /** What the template asks for in its order, then all else as it stands. */
    private void mapping(Node mapping, String pointer, FlowStyle style) {
        events.add(new MappingStartEvent(Optional.empty(), Optional.empty(), true, style));
        Set<String> keys = new LinkedHashSet<>(order.getOrDefault(pointer, Set.of()));
        keys.addAll(mapping.entries().keySet());
        for (String key : keys) {
            Node value = mapping.entries().get(key);
            if (value != null) {
                String below = pointer + "/" + key;
                if (style == FlowStyle.BLOCK) {
                    comment(below, pointer.isEmpty() && !value.isScalar());
                }
                scalar(key, isText(key));
                node(value, below, pointer.isEmpty() || IN_BLOCKS.contains(below) ? FlowStyle.BLOCK : FlowStyle.FLOW);
            }
        }
        events.add(new MappingEndEvent());
    }

    private void comment(String pointer, boolean apart) {
        if (apart) {
            events.add(new CommentEvent(CommentType.BLANK_LINE, "", Optional.empty(), Optional.empty()));
        }
        String comment = comments.getOrDefault(pointer, "");
        if (!comment.isEmpty()) {
            events.add(new CommentEvent(CommentType.BLOCK, " " + comment, Optional.empty(), Optional.empty()));
        }
    }

    /** Whether it is a text without quotes too, by either version of YAML. */
    private static boolean isText(String text) {
        return RESOLVER.resolve(text, true).equals(Tag.STR)
                && OLD_RESOLVER.resolve(NodeId.scalar, text, true).equals(org.yaml.snakeyaml.nodes.Tag.STR);
    }

    /** @param plain whether it is still what it is without quotes, provided that one can see all of it */
    private void scalar(String text, boolean plain) {
        events.add(new ScalarEvent(
                Optional.empty(),
                Optional.empty(),
                new ImplicitTuple(plain && !INVISIBLE.matcher(text).find(), true),
                whole(text),
                ScalarStyle.JSON_SCALAR_STYLE));
    }

    /** With U+FFFD for each half of a character: UTF-8 has none, and the emitter makes another character of it. */
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
    }

    /** As typed; an exponent written out, unless the zeros would fill pages. */
    private static String number(String typed) {
        BigDecimal number = new BigDecimal(typed);
        return Math.abs(number.scale()) > 400 ? typed : number.toPlainString();
    }
}
