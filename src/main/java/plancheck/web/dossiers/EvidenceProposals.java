package plancheck.web.dossiers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import plancheck.facts.NormalForm;

/** What a file may prove, by its name: proposed, never decided. */
final class EvidenceProposals {
    /** What a name has beside its title: an ending, numbers of an annex and of a version, years, brackets, marks. */
    private static final Pattern BESIDE = Pattern.compile("(?i)\\.[a-z]{2,4}$|附件|扫描件?|复印件|盖章版?|最终版?|定稿|终稿|副本"
            + "|(?:19|20)\\d{2}年?度?(?:\\d{1,2}月)?|[^\\p{L}\\p{N}]+|(?<![\\p{L}\\p{N}])\\d+(?![\\p{L}\\p{N}])");

    /** Fewer characters in common may be chance. */
    private static final int LEAST = 4;

    /** What is only alike is shown so often at most. */
    private static final int MOST = 5;

    private final Map<String, ProvableMatter> matters = new LinkedHashMap<>();

    /**
     * Something that a file may prove.
     *
     * @param pointer where it stands in the dossier
     * @param title as the form has it
     * @param documents what the draft names as its evidence already
     */
    record ProvableMatter(String pointer, String title, List<String> documents) {
        private boolean isNamedBy(String file) {
            return documents.stream()
                    .map(EvidenceProposals::bare)
                    .anyMatch(document -> contains(document, file) || contains(file, document));
        }

        /** The last part of the pointer is the id of an indicator or of a provision. */
        private boolean hasItsIdIn(String file) {
            String id = pointer.substring(pointer.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            return id.length() >= LEAST
                    && Pattern.compile("(?<![\\w-])" + Pattern.quote(id) + "(?![\\w-])")
                            .matcher(file)
                            .find();
        }
    }

    /**
     * One thing that a file may prove.
     *
     * @param isPlain whether the name says so, and it may be ticked before it is asked; else it is only alike
     */
    record Proposal(String pointer, String title, boolean isPlain) {}

    EvidenceProposals(List<ProvableMatter> matters) {
        matters.forEach(matter -> this.matters.putIfAbsent(matter.pointer(), matter));
    }

    /** What a file of this name may prove, the likeliest first; plain ones alone, where there are any. May be empty. */
    List<Proposal> of(String name) {
        String plain = NormalForm.of(name).toLowerCase(Locale.ROOT);
        String bare = bare(name);
        List<ProvableMatter> named = matters.values().stream()
                .filter(matter -> matter.hasItsIdIn(plain) || matter.isNamedBy(bare))
                .toList();
        if (!named.isEmpty()) {
            return proposals(named, true);
        }
        List<ProvableMatter> titled = titled(bare);
        if (titled.size() == 1) {
            return proposals(titled, true);
        }
        List<ProvableMatter> alike = new ArrayList<>(titled.isEmpty() ? alike(bare) : titled);
        return proposals(alike.subList(0, Math.min(MOST, alike.size())), false);
    }

    /** Those whose title stands in the name; of 污水处理率 and 县城污水处理率 the longer. */
    private List<ProvableMatter> titled(String bare) {
        List<ProvableMatter> in = matters.values().stream()
                .filter(matter -> contains(bare, bare(matter.title())))
                .toList();
        return in.stream()
                .filter(matter -> in.stream()
                        .noneMatch(other -> bare(other.title()).length()
                                        > bare(matter.title()).length()
                                && bare(other.title()).contains(bare(matter.title()))))
                .toList();
    }

    private List<ProvableMatter> alike(String bare) {
        Map<ProvableMatter, Integer> common = new LinkedHashMap<>();
        matters.values().forEach(matter -> common.put(matter, common(bare, bare(matter.title()))));
        return common.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST)
                .sorted(Map.Entry.<ProvableMatter, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Proposal> proposals(List<ProvableMatter> matters, boolean plain) {
        return matters.stream()
                .map(matter -> new Proposal(matter.pointer(), matter.title(), plain))
                .toList();
    }

    private static boolean contains(String text, String part) {
        return part.length() >= LEAST && text.contains(part);
    }

    private static String bare(String name) {
        return BESIDE.matcher(NormalForm.of(name).toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** How many characters the longest run has that both have. */
    private static int common(String one, String other) {
        int longest = 0;
        int[] before = new int[other.length() + 1];
        for (int i = 0; i < one.length(); i++) {
            int[] ending = new int[other.length() + 1];
            for (int j = 0; j < other.length(); j++) {
                ending[j + 1] = one.charAt(i) == other.charAt(j) ? before[j] + 1 : 0;
                longest = Math.max(longest, ending[j + 1]);
            }
            before = ending;
        }
        return longest;
    }
}
