package plancheck.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plancheck.report.Finding;
import plancheck.report.Outcome;
import plancheck.rulebook.Provision;
import plancheck.rulebook.RuleBook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which provisions an entry of a dossier can touch, a figure, an answer or a list: those that name it, and those whose
 * finding was seen to change in anything when something of it was taken out of the whole dossier. Another value of it
 * is then tried beside those entries alone that can touch one of these provisions too. A project's few entries, and
 * what stands above all of them, touch everything.
 */
final class DossierParts {
    private final JsonNode dossier;
    private final RuleBook book;
    private final Map<String, Set<String>> touched = new LinkedHashMap<>();
    private final Map<String, Part> parts = new HashMap<>();
    private final Part everything;

    DossierParts(JsonNode dossier, RuleBook book) {
        this.dossier = dossier;
        this.book = book;
        this.everything = new Part(
                new ComplianceCheck(book),
                book.provisions().stream().map(Provision::id).collect(Collectors.toSet()),
                null);
    }

    /** Notes which provisions name something at this path. */
    void restsOn(String path, List<Provision> provisions) {
        entry(path).ifPresent(entry -> provisions.forEach(provision -> touch(entry, provision.id())));
    }

    /** Notes what is found otherwise when this path is not there; nothing can be seen where it then has problems. */
    void changed(String path, Map<String, Finding> whole, Map<String, Finding> without) {
        Optional<String> entry = without.isEmpty() ? Optional.empty() : entry(path);
        if (entry.isPresent()) {
            whole.forEach((key, finding) -> {
                if (!finding.equals(without.get(key))) {
                    touch(entry.get(), finding.provision());
                }
            });
            without.forEach((key, finding) -> {
                if (!whole.containsKey(key)) {
                    touch(entry.get(), finding.provision());
                }
            });
        }
    }

    /** Whether the path leads into an entry, and not just to it. */
    boolean isWithin(String path) {
        return entry(path).filter(entry -> !path.equals("/" + entry)).isPresent();
    }

    private void touch(String entry, String provision) {
        touched.computeIfAbsent(entry, e -> new HashSet<>()).add(provision);
    }

    /** The part that a change at this path is tried in. */
    Part of(String path) {
        return entry(path)
                .map(entry -> parts.computeIfAbsent(entry, this::part))
                .orElse(everything);
    }

    private Part part(String entry) {
        Set<String> provisions = touched.getOrDefault(entry, Set.of());
        Set<String> entries = new HashSet<>(Set.of(entry));
        touched.forEach((other, its) -> {
            if (its.stream().anyMatch(provisions::contains)) {
                entries.add(other);
            }
        });
        List<Provision> own = book.provisions().stream()
                .filter(provision -> provisions.contains(provision.id()))
                .toList();
        return new Part(new ComplianceCheck(book.withProvisions(own)), provisions, entries);
    }

    /** A list, or what stands under a name in a group. */
    private Optional<String> entry(String path) {
        String[] steps = path.split("/");
        JsonNode top = dossier.path(steps[1]);
        if (dossier.has("project")
                || !(top instanceof ArrayNode) && (!(top instanceof ObjectNode) || steps.length < 3)) {
            return Optional.empty();
        }
        return Optional.of(top instanceof ArrayNode ? steps[1] : steps[1] + "/" + steps[2]);
    }

    /**
     * Some entries, and the provisions to be judged with them.
     *
     * @param entries null for all
     */
    record Part(
            ComplianceCheck check,
            Set<String> provisions,
            @Nullable Set<String> entries) {
        boolean isWhole() {
            return entries == null;
        }

        /** A whole dossier without the other entries. */
        JsonNode of(JsonNode whole) {
            return entries == null ? whole : only(whole, entries);
        }

        private static JsonNode only(JsonNode whole, Set<String> entries) {
            ObjectNode part = JsonNodeFactory.instance.objectNode();
            whole.properties().forEach(top -> {
                if (top.getValue() instanceof ObjectNode group) {
                    ObjectNode some = JsonNodeFactory.instance.objectNode();
                    group.properties().forEach(e -> {
                        if (entries.contains(top.getKey() + "/" + e.getKey())) {
                            some.set(e.getKey(), e.getValue());
                        }
                    });
                    part.set(top.getKey(), some);
                } else if (!(top.getValue() instanceof ArrayNode) || entries.contains(top.getKey())) {
                    part.set(top.getKey(), top.getValue());
                }
            });
            return part;
        }

        /** What is found in all, with what this part says of its own provisions in their place. */
        DeletionTest.Found within(DeletionTest.Found all, DeletionTest.Found own) {
            if (entries == null || !own.judged()) {
                return own;
            }
            Map<String, @Nullable Outcome> outcomes = new HashMap<>(all.outcomes());
            outcomes.keySet().removeIf(key -> provisions.contains(key.substring(0, key.indexOf(' '))));
            outcomes.putAll(own.outcomes());
            return new DeletionTest.Found(true, outcomes);
        }
    }
}
