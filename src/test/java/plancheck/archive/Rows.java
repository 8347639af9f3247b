package plancheck.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plancheck.archive.Assessment.State;
import plancheck.facts.Label;

/** Rows to store, each unlike all others where it has to be. */
final class Rows {
    /** With microseconds, in the hour that New York leaves out in spring when it is read as local time. */
    static final Instant NOON = Instant.parse("2026-03-08T02:30:15.123457Z");

    private Rows() {}

    static Account account(String... roles) {
        Set<Account.GrantedRole> granted =
                Stream.of(roles).map(Account.GrantedRole::new).collect(Collectors.toSet());
        UUID id = UUID.randomUUID();
        return new Account(id, "u" + id, "张三", "{bcrypt}x", granted, "620821", true, false, NOON, null);
    }

    static ApiToken token() {
        UUID id = UUID.randomUUID();
        return new ApiToken(id, "审批系统", "h" + id, "", "assess", "admin", NOON, null, null, null, null);
    }

    static Assessment assessment(String client, @Nullable String key, Instant at) {
        byte[] content = "plancheck: 1".getBytes(StandardCharsets.UTF_8);
        LocalDate asOf = LocalDate.of(2025, 12, 31);
        return new Assessment(
                UUID.randomUUID(), State.QUEUED, client, key, "d", content, asOf, null, null, at, null, null);
    }

    static Assessment.Result result(byte[] report) {
        return new Assessment.Result(
                "620821-1", "泾川县", "project", "620821", "compliant", "{\"pass\":1}", "2026.1", "digest", report);
    }

    static StoredDossier dossier(String place, String state, Instant changed) {
        return new StoredDossier(
                UUID.randomUUID(), place, "project", "材料", state, new byte[] {1}, 0, "li", NOON, changed, null);
    }

    static Revision revision(UUID dossier, int number, UUID assessment, UUID... files) {
        Set<Revision.AttachedEvidence> evidence =
                Stream.of(files).map(Revision.AttachedEvidence::new).collect(Collectors.toSet());
        return new Revision(UUID.randomUUID(), dossier, number, new byte[] {2}, assessment, "li", NOON, evidence);
    }

    static Evidence evidence(UUID dossier, byte[] content) {
        return new Evidence(
                UUID.randomUUID(),
                dossier,
                "/figures/x",
                "证明.pdf",
                "application/pdf",
                content.length,
                "d",
                content,
                "li",
                NOON,
                null,
                null);
    }

    static Opinion opinion(UUID dossier, String reason, Instant at) {
        return new Opinion(UUID.randomUUID(), dossier, 1, "PL-1-a", "泾川县", OpinionKind.DISAGREE, reason, "wang", at);
    }

    static ReviewQuestion question(UUID dossier, int revision) {
        return new ReviewQuestion(
                UUID.randomUUID(), dossier, revision, "PL-1-a", "泾川县", "为何？", "wang", NOON, "", "", null, null);
    }

    static AuditEntry entry(String object, String detail) {
        return AuditEntry.of(NOON, "li", "dossier.submit", object, "draft", "submitted", Label.of(detail));
    }

    static Webhook webhook(String client) {
        return new Webhook(
                UUID.randomUUID(), "https://localhost:9/", "s", "dossier.submitted", client, "", true, NOON, null);
    }

    static Event event() {
        return new Event(UUID.randomUUID(), "dossier.submitted", "x", "620821", "li", "{}", NOON);
    }

    static Delivery delivery(UUID event, UUID webhook, @Nullable Instant next) {
        return new Delivery(UUID.randomUUID(), event, webhook, 0, next, null, null, "", null);
    }

    /** Ids in the order given, of those that are among them. */
    static List<UUID> only(List<UUID> all, Set<UUID> mine) {
        return all.stream().filter(mine::contains).toList();
    }
}
