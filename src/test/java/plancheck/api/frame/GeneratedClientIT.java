package plancheck.api.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plancheck.access.Scope;
import plancheck.service.Client;
import plancheck.service.OwnId;
import plancheck.service.TestService;

/**
 * The API as a program sees it that knows no more than its description: OpenAPI Generator validates it and writes a client,
 * which is compiled as it is, and {@code src/test/client} does its work with nothing else.
 */
class GeneratedClientIT {
    private static final Path GENERATOR = Path.of("target", "other-programs", "openapi-generator.jar");

    private final TestService service = TestService.shared();

    @TempDir
    private Path directory;

    @Test
    void a_client_that_a_generator_writes_does_all_that_a_workflow_needs() throws Exception {
        generate();
        Path classes = compile();
        Client county = Client.of(service, "620821", Scope.values());
        String dossier = OwnId.of(new String(Dossiers.bytes("jingchuan-2023"), StandardCharsets.UTF_8));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Object said = loader.loadClass("ApprovalWorkflow")
                    .getMethod("run", String.class, String.class, String.class)
                    .invoke(null, service.url(), county.token(), dossier);
            assertEquals(
                    List.of(
                            "checked once: true",
                            "narrowed by lists: true, some: true",
                            "a number is measured: true",
                            "explained: true",
                            "listed: 1 of 1",
                            "same day: 2023-12-31",
                            "judged at: 2031-01-01",
                            "a problem: 422",
                            "supposed: PL-3.2-B2-2-g",
                            "all provisions: true",
                            "a webhook for [dossier.concluded, dossier.submitted], its secret told: true",
                            "enabled still: false",
                            "evidence: application/pdf of the name true",
                            "revision 1: non-compliant",
                            "listed by state and place: true",
                            "read back: true",
                            "trail: 3"),
                    said);
        }
    }

    private void generate() throws IOException, InterruptedException {
        Path description = directory.resolve("openapi.json");
        Files.writeString(
                description, Client.with(service, "").get("/v3/api-docs").text());
        Path log = directory.resolve("generator.log");
        Process generator = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx400m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        GENERATOR.toString(),
                        "generate",
                        "--generator-name=java",
                        "--library=apache-httpclient",
                        "--input-spec=" + description,
                        "--output=" + directory,
                        "--invoker-package=generated",
                        "--api-package=generated.api",
                        "--model-package=generated.model",
                        "--additional-properties=openApiNullable=false,useJakartaEe=true",
                        "--global-property=apiTests=false,modelTests=false,apiDocs=false,modelDocs=false")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertTrue(generator.waitFor(2, TimeUnit.MINUTES));
        String said = Files.readString(log);
        assertEquals(0, generator.exitValue(), said);
        assertEquals(
                List.of(), said.lines().filter(line -> line.contains(" ERROR ")).toList());
    }

    private Path compile() throws IOException {
        Path classes = Files.createDirectory(directory.resolve("classes"));
        List<Path> sources;
        try (Stream<Path> generated = Files.walk(directory.resolve("src/main/java"));
                Stream<Path> own = Files.walk(Path.of("src", "test", "client"));
                Stream<Path> files = Stream.concat(generated, own)) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-nowarn",
                    "-proc:none",
                    "-d",
                    classes.toString(),
                    "-classpath",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
            boolean compiled = compiler.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertTrue(compiled, said.toString());
        }
        return classes;
    }
}
