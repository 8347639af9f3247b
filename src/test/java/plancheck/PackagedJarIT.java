package plancheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar as its users start it, with its options for a quick start and without: another process, its exit status, its bytes. */
class PackagedJarIT {
    private static final Path DOSSIERS = Path.of("test-cases/dossiers");
    /** A line of the table beside the dossiers: the name, the verdict, and the exit status. */
    private static final Pattern VERDICT = Pattern.compile("(?m)^\\| ([a-z0-9-]+) \\| [a-z-]+ \\| ([012]) \\|");

    private static final String JAR = "target/plancheck.jar";
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path folder;

    private record Run(int exit, byte[] out, String err) {}

    @TestFactory
    Stream<DynamicTest> a_shipped_dossier_gives_its_approved_report_and_its_exit_status() throws IOException {
        Map<String, Integer> verdicts = VERDICT.matcher(Files.readString(DOSSIERS.resolve("verdicts.md")))
                .results()
                .collect(Collectors.toMap(line -> line.group(1), line -> Integer.valueOf(line.group(2))));
        // Each report is approved without a jar; what a jar adds is the same for all that end alike.
        return Stream.of(
                        "pingliang-2022",
                        "jingchuan-2023",
                        "sewage-project",
                        "projects/airport",
                        "projects/sponge-city")
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Run run = java(
                            Map.of(),
                            "@target/plancheck.args",
                            "check",
                            DOSSIERS.resolve(name + ".yaml").toString());
                    String approved = Files.readString(DOSSIERS.resolve(name + ".report.txt"));
                    assertEquals(withoutDigests(approved), withoutDigests(new String(run.out, StandardCharsets.UTF_8)));
                    assertEquals(verdicts.get(name.substring(name.indexOf('/') + 1)), run.exit);
                    assertEquals("", run.err);
                }));
    }

    @Test
    void chinese_is_utf8_where_the_locale_has_no_chinese() throws Exception {
        assertTrue(text(run(Map.of("LC_ALL", "C"), "plans", "list"), StandardCharsets.UTF_8)
                .contains("平凉市"));
    }

    @Test
    void chinese_is_gbk_where_the_locale_is_gbk() throws Exception {
        assertTrue(text(run(Map.of("LC_ALL", "zh_CN.GBK"), "plans", "list"), Charset.forName("GBK"))
                .contains("平凉市"));
    }

    @Test
    void json_is_utf8_whatever_the_locale_is() throws Exception {
        Run run = run(
                Map.of("LC_ALL", "zh_CN.GBK"),
                "check",
                "-f",
                "json",
                DOSSIERS.resolve("huating-2022.yaml").toString());
        assertTrue(text(run, StandardCharsets.UTF_8).contains("华亭市"));
    }

    @Test
    void an_argument_that_the_locale_cannot_hold_is_said_to_be_so() throws Exception {
        Run run = run(Map.of("LC_ALL", "C"), "check", "材料.yaml");
        assertTrue(run.exit == 64 || run.exit == 66, run.err);
        assertTrue(run.err.contains("export LC_ALL=C.UTF-8") || run.err.contains("找不到这个文件"), run.err);
    }

    /** Whatever goes wrong in the machine is no verdict: Java itself would end with 1, which is one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.OutOfMemoryError",
                "java.lang.StackOverflowError",
                "java.lang.NoClassDefFoundError",
                "java.lang.ExceptionInInitializerError",
                "java.lang.AssertionError",
                "java.lang.InternalError",
                "java.lang.Throwable",
                "java.lang.IllegalStateException",
                "java.io.IOException"
            })
    void whatever_is_thrown_ends_with_70_and_a_sentence(String thrown) throws Exception {
        Path classes = Thrower.compile(folder);
        Run run = java(
                Map.of(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dthrown=" + thrown,
                "-cp",
                classes + File.pathSeparator + JAR,
                "plancheck.cli.Main",
                "check",
                DOSSIERS.resolve("huating-2022.yaml").toString());
        assertEquals(70, run.exit, run.err);
        assertEquals("", new String(run.out, StandardCharsets.UTF_8));
        assertTrue(run.err.contains("没有得出结论"), run.err);
        assertEquals(1, run.err.lines().count(), run.err);
    }

    @Test
    void too_little_memory_ends_with_70_and_says_what_to_do() throws Exception {
        Run run = java(
                Map.of(),
                "-Xmx12m",
                "-jar",
                JAR,
                "check",
                DOSSIERS.resolve("huating-2022.yaml").toString());
        assertEquals(70, run.exit, run.err);
        assertTrue(run.err.contains("-Xmx2g"), run.err);
    }

    @Test
    void a_pipe_that_is_closed_early_ends_with_74() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
        Path err = folder.resolve("err");
        Process shell = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "{ \"$0\" -jar " + JAR
                                + " check -f json test-cases/dossiers/huating-2022.yaml; echo $? >&2; } | :",
                        JAVA)
                .redirectError(err.toFile())
                .start();
        shell.waitFor();
        assertEquals("标准输出没有写完整（磁盘已满，或接收的程序已关闭），结果不能使用\n74\n", Files.readString(err));
    }

    private static String withoutDigests(String report) {
        return report.replaceAll("规则库校验码 ?[0-9a-f]+", "").replaceAll("规则库：\\S+", "");
    }

    private static String text(Run run, Charset charset) {
        assertEquals("", run.err);
        return new String(run.out, charset);
    }

    private static Run run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return java(
                environment,
                Stream.concat(Stream.of("-jar", JAR), Stream.of(arguments)).toArray(String[]::new));
    }

    private static Run java(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("plancheck", ".out");
        Path err = Files.createTempFile("plancheck", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        Run run = new Run(exit, Files.readAllBytes(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        return run;
    }
}
