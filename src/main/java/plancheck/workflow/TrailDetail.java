package plancheck.workflow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plancheck.archive.AuditEntry;
import plancheck.facts.Label;
import plancheck.report.Verdict;

/** What plancheck itself writes beside a step of a dossier: kept in Chinese, as it always was, and shown in both. */
public final class TrailDetail {
    private static final Pattern SUBMITTED = Pattern.compile("第(\\d+)次提交，(.+)");
    private static final Pattern RETURNED = Pattern.compile("退回问题(\\d+)个");

    private TrailDetail() {}

    static String submitted(int number, Verdict verdict) {
        return submitted(String.valueOf(number), verdict).zh();
    }

    static String returned(int questions) {
        return returned(String.valueOf(questions)).zh();
    }

    private static Label submitted(String number, Verdict verdict) {
        return Label.filled("第%s次提交，%s", "submission %s: %s", number, verdict.inWords());
    }

    private static Label returned(String questions) {
        return Label.filled("退回问题%s个", "questions with the return: %s", questions);
    }

    /** The entry's detail; words that people wrote are the same in both languages. */
    public static Label of(AuditEntry entry) {
        Matcher submitted = SUBMITTED.matcher(entry.detail());
        if (entry.action().equals("dossier.submit") && submitted.matches()) {
            return Stream.of(Verdict.values())
                    .filter(verdict -> verdict.inWords().zh().equals(submitted.group(2)))
                    .findFirst()
                    .map(verdict -> submitted(submitted.group(1), verdict))
                    .orElse(Label.of(entry.detail()));
        }
        Matcher returned = RETURNED.matcher(entry.detail());
        return entry.action().equals("dossier.return") && returned.matches()
                ? returned(returned.group(1))
                : Label.of(entry.detail());
    }
}
