package plancheck.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.AntPathMatcher;

/** The table in {@code src/docs/access.md}. */
record AccessTable(List<String> callers, List<Row> rows) {
    private static final AntPathMatcher PATHS = new AntPathMatcher();

    /** @param allowed one for each of the table's callers */
    record Row(String method, String path, List<Boolean> allowed) {
        boolean fits(Endpoint endpoint) {
            return (method.equals("any") || method.equals(endpoint.method())) && PATHS.match(path, endpoint.path());
        }
    }

    /** @param path with its variables filled in */
    record Endpoint(String method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static AccessTable read() {
        try (Stream<String> lines = Files.lines(Path.of("src", "docs", "access.md"))) {
            List<List<String>> cells = lines.filter(line -> line.startsWith("|"))
                    .map(line -> Stream.of(line.substring(1).split("\\|"))
                            .map(String::strip)
                            .toList())
                    .toList();
            List<String> callers = cells.get(0).subList(2, cells.get(0).size());
            List<Row> rows = cells.subList(2, cells.size()).stream()
                    .map(row -> new Row(
                            row.get(0),
                            row.get(1).replace("`", ""),
                            IntStream.range(2, row.size())
                                    .mapToObj(i -> row.get(i).equals("+"))
                                    .toList()))
                    .toList();
            return new AccessTable(callers, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Row> row(Endpoint endpoint) {
        return rows.stream().filter(row -> row.fits(endpoint)).findFirst();
    }
}
