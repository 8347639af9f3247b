package plancheck.cli;

import java.net.BindException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plancheck.rulebook.RuleBook;
import plancheck.service.Service;
import plancheck.service.Settings;

/** {@code plancheck serve}: pages, API and store. */
@Command(
        name = "serve",
        header = "启动网页和接口服务：县里自查和申报、市里审核、审批系统调用。",
        description = {
            "",
            "例：",
            "  plancheck serve                          在 http://localhost:8080 打开，数据存在 ./plancheck-data",
            "  plancheck serve --address 0.0.0.0 --plain-http   局域网内其他电脑也可打开（没有 HTTPS 时）",
            "  plancheck serve --database jdbc:postgresql://localhost/plancheck --database-user plancheck",
            "                                           数据存在 PostgreSQL，密码由环境变量 PLANCHECK_DATABASE_PASSWORD 给出",
            "",
            "首次启动时显示系统管理员 admin 的一次性密码，登录后须先修改。按 Ctrl+C 停止。",
            ""
        },
        optionListHeading = "%n选项：%n")
final class ServeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Setup setup = new Setup();

    @Option(names = "--port", paramLabel = "端口", description = "默认 8080；写 0 由系统任选一个空闲端口")
    private int port = 8080;

    @Option(names = "--address", paramLabel = "地址", description = "监听的网络地址，默认 127.0.0.1（只有本机可以打开）；写 0.0.0.0 则其他电脑也可打开")
    private String address = "127.0.0.1";

    @Option(names = "--data", paramLabel = "目录", description = "数据目录，默认 ./plancheck-data，首次启动时建立")
    private Path data = Path.of("plancheck-data");

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "改用 PostgreSQL，例如 jdbc:postgresql://localhost/plancheck")
    private String database = "";

    @Option(names = "--database-user", paramLabel = "用户", description = "数据库用户名；密码由环境变量 PLANCHECK_DATABASE_PASSWORD 给出")
    private String user = "";

    @Option(names = "--plain-http", description = "允许浏览器经 HTTP（而非 HTTPS）登录；只在可信的内网使用")
    private boolean plainHttp;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        CompletableFuture<RuleBook> book = CompletableFuture.supplyAsync(() -> setup.ruleBook(terminal));
        String password = Optional.ofNullable(System.getenv("PLANCHECK_DATABASE_PASSWORD"))
                .orElse("");
        Settings settings = new Settings(address, port, data, database, user, password, plainHttp);
        terminal.say("正在启动……");
        try (Service.Running service = Service.start(book, settings, Map.of())) {
            terminal.say("plancheck 已启动：http://" + (address.equals("0.0.0.0") ? "localhost" : host()) + ":"
                    + service.port() + "/");
            service.firstPassword().ifPresent(this::say);
            terminal.say("按 Ctrl+C 停止");
            service.join();
        } catch (RuntimeException e) {
            if (book.isCompletedExceptionally()) {
                return failed(book);
            }
            terminal.say(why(e));
            return Exit.INTERNAL;
        }
        return Exit.OK;
    }

    /** A rule book that cannot be read is said as every command says it. */
    private static Integer failed(CompletableFuture<RuleBook> book) {
        try {
            book.join();
            return Exit.OK;
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : e;
        }
    }

    private String host() {
        return address.equals("127.0.0.1") ? "localhost" : address;
    }

    private void say(String password) {
        terminal.say("");
        terminal.say("  系统管理员：admin");
        terminal.say("  一次性密码：" + password);
        terminal.say("  （只显示这一次；首次登录后须修改）");
        terminal.say("");
    }

    /** The reason in words for what goes wrong most often: the port or the database. */
    private String why(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException
                    || cause.getClass().getSimpleName().equals("PortInUseException")) {
                return "启动失败：端口" + port + "已被占用。请用 --port 换一个端口，例如 --port 8081";
            }
            if (said(cause).contains("Database may be already in use")) {
                return "启动失败：数据目录 " + data + " 正被另一个 plancheck 使用。请先停止它，或用 --data 换一个目录";
            }
        }
        @Nullable Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return "启动失败：" + said(root) + (database.isEmpty() ? "" : "（数据库：" + database + "）");
    }

    private static String said(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
