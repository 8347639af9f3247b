package plancheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import plancheck.facts.Digest;

/** What is taken from elsewhere without Maven is what was published there. */
class DependenciesTest {
    private static final Path ECHARTS =
            Path.of("src", "main", "resources", "plancheck", "web", "static", "assets", "echarts");

    @Test
    void echarts_is_the_file_of_the_npm_package_6_1_0() throws IOException {
        byte[] file = Files.readAllBytes(ECHARTS.resolve("echarts.common.min.js"));
        assertEquals("61f13280aba3161f77fc801bf5f9c786f55f10432153a0683fc5cc0700b013d5", Digest.sha256(file));
        assertTrue(new String(file, StandardCharsets.UTF_8).contains("version=\"6.1.0\""));
        assertTrue(Files.readString(ECHARTS.resolve("LICENSE")).contains("Apache License"));
    }
}
