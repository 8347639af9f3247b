package plancheck.plan.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import plancheck.plan.text.PlanText;
import plancheck.plan.text.PlanTextException;
import plancheck.rulebook.reading.RuleBooks;

class PlanStoreTest {
    private static final KnownPlans PLANS = RuleBooks.shipped().knownPlans();

    /** Made-up text under chapter titles that make it look like a plan we know. */
    private static final String LIKE_PINGLIANG = """
            三行序言。
            一、规划背景
            二、总体要求
            三、优化城镇空间布局
            四、提高农业转移人口市民化质量
            五、其他
            六、提升基础设施支撑能力
            七、建设面向未来的现代化城市
            （一）修路。修好。
            """;

    @TempDir
    Path home;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text);
    }

    @Test
    @DisplayName("an added text is kept under its plan's name and found by the next store")
    void addAndFind() throws IOException {
        PlanStore store = new PlanStore(home, PLANS);
        assertEquals(List.of(), store.list());
        assertEquals("pingliang", store.add(file("任意名.txt", "\uFEFF" + LIKE_PINGLIANG)));
        assertEquals(List.of("pingliang"), new PlanStore(home, PLANS).list());
        assertEquals(
                "修路",
                new PlanStore(home, PLANS)
                        .text("pingliang")
                        .orElseThrow()
                        .clause("七/（一）")
                        .orElseThrow()
                        .heading());
        assertEquals(Optional.empty(), store.text("gansu"));
        try (var files = Files.list(home.resolve("plans"))) {
            assertEquals(1, files.count());
        }
    }

    @Test
    @DisplayName("a text is read once, and again when the file has changed or another process has added one")
    void readsOnceAndNoticesChanges() throws IOException {
        PlanStore store = new PlanStore(home, PLANS);
        assertEquals(Optional.empty(), store.text("pingliang"));
        new PlanStore(home, PLANS).add(file("一.txt", LIKE_PINGLIANG));
        PlanText first = store.text("pingliang").orElseThrow();
        assertSame(first, store.text("pingliang").orElseThrow());
        new PlanStore(home, PLANS)
                .add("二.txt", LIKE_PINGLIANG.replace("修路。修好。", "修桥。修好它。").getBytes(UTF_8));
        assertEquals(
                "修桥",
                store.text("pingliang")
                        .orElseThrow()
                        .clause("七/（一）")
                        .orElseThrow()
                        .heading());
        assertTrue(store.addedAt("pingliang").isPresent());
        assertEquals(Optional.empty(), store.addedAt("gansu"));
    }

    @Test
    @DisplayName("a directory's texts are recognised whatever they are called")
    void directory() throws IOException {
        file("a.txt", LIKE_PINGLIANG);
        file("notes.md", "不是规划");
        assertEquals(List.of("pingliang"), PlanStore.of(home, PLANS).list());
    }

    @Test
    @DisplayName("two texts of one plan, or none, are refused")
    void directoriesRefused() throws IOException {
        assertTrue(refusal(() -> PlanStore.of(home, PLANS)).contains("没有规划原文"));
        file("a.txt", LIKE_PINGLIANG);
        file("b.txt", LIKE_PINGLIANG);
        assertTrue(refusal(() -> PlanStore.of(home, PLANS)).contains("同一个规划"));
    }

    @Test
    @DisplayName("a text in GBK is taken like one in UTF-8")
    void gbk() throws IOException {
        PlanStore store = new PlanStore(home, PLANS);
        store.add(Files.write(home.resolve("gbk.txt"), LIKE_PINGLIANG.getBytes(Charset.forName("GBK"))));
        assertEquals(1, store.list().size());
    }

    @Test
    @DisplayName("damaged text, PDF and missing files are refused by name, and nothing is kept")
    void filesRefused() throws IOException {
        PlanStore store = new PlanStore(home, PLANS);
        Path damaged = Files.write(
                home.resolve("damaged.txt"), (LIKE_PINGLIANG + "\u00ff").getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(refusal(() -> store.add(damaged)).contains("损坏的字节"));
        assertTrue(refusal(() -> store.add(file("plan.pdf", "%PDF-1.7"))).contains("PDF"));
        assertTrue(refusal(() -> store.add(file("other.txt", "一、山上种树"))).contains("认不出"));
        assertTrue(refusal(() -> store.add(home.resolve("none.txt"))).contains("读不到"));
        assertEquals(List.of(), store.list());
    }

    private static String refusal(Executable refused) {
        return String.valueOf(assertThrows(PlanTextException.class, refused).getMessage());
    }
}
