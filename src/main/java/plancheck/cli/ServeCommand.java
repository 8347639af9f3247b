package plancheck.cli;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.facts.Phrase;
import plancheck.rulebook.RuleBook;
import plancheck.service.AdmissionNote;
import plancheck.service.Ending;
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
            "  plancheck serve --trust-proxy 127.0.0.1  前面有 nginx 等反向代理（带证书）时",
            "  plancheck serve --database jdbc:postgresql://localhost/plancheck --database-user plancheck",
            "                                           数据存在 PostgreSQL，密码由环境变量 PLANCHECK_DATABASE_PASSWORD 给出",
            "",
            "  plancheck serve --unlock admin           登录不了时在服务器上运行：给出一次性密码，服务不必停",
            "",
            "首次启动时显示系统管理员 admin 的一次性密码，登录后须先修改。按 Ctrl+C 停止。",
            ""
        },
        optionListHeading = "%n选项：%n")
final class ServeCommand implements Callable<Integer> {
    /** A service looks every second. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

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

    @Option(names = "--unlock", paramLabel = "登录名", description = "给这个用户一个一次性密码，马上可以登录；不启动服务。用 --data 指明服务的数据目录")
    private String unlock = "";

    @Option(
            names = "--trust-proxy",
            paramLabel = "IP地址",
            split = ",",
            description = "反向代理的地址，例如 127.0.0.1；只有它转来的 Forwarded、X-Forwarded-* 才算数，默认都不算数")
    private List<String> proxies = List.of();

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!unlock.isEmpty()) {
            return letIn();
        }
        CompletableFuture<RuleBook> book = setup.ruleBookBeside();
        String password = Optional.ofNullable(System.getenv("PLANCHECK_DATABASE_PASSWORD"))
                .orElse("");
        Settings settings = new Settings(address, port, data, database, user, password, plainHttp);
        Map<String, Object> more = new TreeMap<>();
        setup.cases().ifPresent(cases -> more.put("plancheck.cases", cases.toString()));
        more.put("plancheck.trust-proxy", String.join(",", proxies));
        Ending.watch();
        say(Message.of("cli.serve-starting"));
        try (Service.RunningService service = Service.start(book, settings, more)) {
            String url = "http://" + host() + ":" + service.port() + "/";
            say(Message.of("cli.serve-running", url));
            service.firstPassword().ifPresent(first -> password("admin", first));
            say(Message.of("cli.serve-how-to-stop"));
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

    private int letIn() throws InterruptedException {
        if (!Files.isDirectory(data)) {
            say(Message.of("cli.let-in-no-directory", data));
            return Exit.NO_INPUT;
        }
        try {
            return said(AdmissionNote.ask(data, unlock, PATIENCE));
        } catch (IOException e) {
            say(Message.of("cli.let-in-not-writable", data));
            return Exit.INTERNAL;
        }
    }

    private int said(AdmissionNote letIn) {
        if (letIn.state() == AdmissionNote.NoteState.REFUSED) {
            say(Message.of("cli.let-in-no-account", unlock));
            return Exit.NO_INPUT;
        }
        password(unlock, letIn.password());
        if (letIn.state() == AdmissionNote.NoteState.LEFT) {
            say(Message.of("cli.let-in-no-service"));
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
        return address.equals("127.0.0.1") || address.equals("0.0.0.0") ? "localhost" : address;
    }

    private void password(String login, String password) {
        terminal.say("");
        say(Message.of("cli.serve-account", login));
        say(Message.of("cli.serve-one-time-password", password));
        say(Message.of("cli.serve-shown-once"));
        terminal.say("");
    }

    private void say(Message message) {
        terminal.say(message);
    }

    private String why(Throwable failure) {
        return Message.of("cli.serve-not-started", reason(failure)).in(setup.language());
    }

    /** The reason in words for what goes wrong most often: the port or the database. */
    private Phrase reason(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
            if (cause instanceof BindException
                    || cause.getClass().getSimpleName().equals("PortInUseException")) {
                return Message.of("cli.serve-port-taken", port);
            }
            if (Service.isOfLaterDatabase(cause)) {
                return later();
            }
            Optional<Message> data = Service.unusableData(cause);
            if (data.isPresent()) {
                return data.get();
            }
            if (said(cause).contains("Database may be already in use")) {
                return inUse();
            }
        }
        return withoutDatabase(failure, said(root).lines().findFirst().orElse(""));
    }

    private Message inUse() {
        return Message.of("cli.serve-data-in-use", data);
    }

    /** What the database itself said, which is in English, behind what it comes to. */
    private Phrase withoutDatabase(Throwable failure, String said) {
        String where = database.isEmpty() ? data.toString() : database;
        return Service.databaseTrouble(failure)
                .<Phrase>map(brief -> Message.of("cli.serve-database-trouble", brief, where, said))
                .orElseGet(() ->
                        database.isEmpty() ? Label.of(said) : Message.of("cli.serve-with-database", said, database));
    }

    private Message later() {
        String where = database.isEmpty() ? data.toString() : database;
        return Message.of("cli.serve-later-database", where);
    }

    private static String said(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
