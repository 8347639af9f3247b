package plancheck.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plancheck.report.writing.ReportWriter;
import plancheck.rulebook.Nearest;

/**
 * A format and the file it goes to.
 *
 * @param file null for standard output
 */
record Output(String format, @Nullable Path file) {

    /**
     * What the user wrote after {@code -f}, files first, so that nothing is on the screen when one cannot be written.
     *
     * @param inputs the dossiers, none of which may be written over
     */
    static List<Output> of(List<String> written, List<String> inputs) {
        List<Output> outputs = new ArrayList<>();
        Set<Path> taken = new HashSet<>();
        inputs.stream().filter(input -> !input.equals("-")).forEach(input -> taken.add(path(input)));
        for (String text : written.isEmpty() ? List.of("text") : written) {
            Output output = one(text);
            if (output.file != null && !taken.add(path(output.file.toString()))) {
                throw usage("“" + text + "”会覆盖材料或另一份报告，请换一个文件名");
            }
            outputs.add(output);
        }
        if (outputs.stream().filter(o -> o.file == null).count() > 1) {
            throw usage("屏幕上只能显示一种格式，其余请写成“格式=文件”，例如 -f json=结果.json");
        }
        outputs.sort(Comparator.comparing(output -> output.file == null));
        return outputs;
    }

    /** Of commands that say something for people or for programs: true for {@code json}, false for {@code text}. */
    static boolean isJson(String format) {
        return switch (format) {
            case "json" -> true;
            case "text" -> false;
            default -> throw usage("没有“" + format + "”这种格式。可用：text、json");
        };
    }

    private static Output one(String text) {
        int equals = text.indexOf('=');
        String format = equals < 0 ? text : text.substring(0, equals);
        if (!ReportWriter.FORMATS.contains(format)) {
            String near = Nearest.to(format, ReportWriter.FORMATS);
            throw usage("没有“" + format + "”这种格式。" + (near.isEmpty() ? "" : "是否想写“" + near + "”？") + "可用："
                    + String.join("、", ReportWriter.FORMATS));
        }
        if (equals < 0) {
            return new Output(format, null);
        }
        String name = text.substring(equals + 1);
        if (name.isBlank()) {
            throw usage("“" + text + "”没有写文件名，例如 -f " + format + "=结果." + format);
        }
        Path file = path(name);
        Path folder = file.getParent();
        if (Files.isDirectory(file)) {
            throw new CliException(Exit.NOT_WRITTEN, name + "：这是目录，报告没有写出。请写明文件名");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CliException(Exit.NOT_WRITTEN, name + "：所在目录不存在，报告没有写出");
        }
        return new Output(format, Path.of(name));
    }

    /** Absolute, so that two spellings of one file are the same. */
    private static Path path(String name) {
        try {
            return Path.of(name).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw usage("“" + name + "”不能用作文件名");
        }
    }

    /** Writes the report whole, or says that it is not. */
    void write(String text, Terminal terminal) {
        if (file == null) {
            terminal.write(text, !format.equals("text"));
            return;
        }
        try {
            new TargetFile(file).write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new CliException(
                    Exit.NOT_WRITTEN, file + "：报告没有写完整（" + e.getMessage() + "），不能使用。请检查目录权限、磁盘空间，文件是否正被打开，管道是否已关闭");
        }
        terminal.say("已写出 " + file);
    }

    private static CliException usage(String message) {
        return new CliException(Exit.USAGE, "命令有误：" + message);
    }
}
