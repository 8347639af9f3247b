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
        say("正在启动……", "Starting…");
        try (Service.RunningService service = Service.start(book, settings, more)) {
            String url = "http://" + host() + ":" + service.port() + "/";
            say("plancheck 已启动：" + url, "plancheck is running: " + url);
            service.firstPassword().ifPresent(first -> password("admin", first));
            say("按 Ctrl+C 停止", "Ctrl+C stops it");
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
            say(
                    "没有数据目录 " + data + "。请用 --data 指明服务的数据目录",
                    "there is no directory " + data + "; name the service's with --data");
            return Exit.NO_INPUT;
        }
        try {
            return said(AdmissionNote.ask(data, unlock, PATIENCE));
        } catch (IOException e) {
            say(
                    "不能写入数据目录 " + data + "。请以运行服务的用户或 root 运行本命令",
                    "cannot write into " + data + "; run this as the user who runs the service, or as root");
            return Exit.INTERNAL;
        }
    }

    private int said(AdmissionNote note) {
        if (note.state() == AdmissionNote.NoteState.REFUSED) {
            say(
                    "没有用户“" + unlock + "”，或已停用；什么也没有改",
                    "there is no account “" + unlock + "”, or it is disabled; nothing was changed");
            return Exit.NO_INPUT;
        }
        password(unlock, note.password());
        if (note.state() == AdmissionNote.NoteState.LEFT) {
            say(
                    "服务没有运行，或用的是另一个数据目录；一日之内启动时生效",
                    "no service is running on this directory; it takes effect when one starts within a day");
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
        say("  用户：" + login, "  account: " + login);
        say("  一次性密码：" + password, "  one-time password: " + password);
        say("  （只显示这一次；登录后须先修改）", "  (shown this once; to be changed after signing in)");
        terminal.say("");
    }

    private void say(String zh, String en) {
        terminal.say(setup.language().of(new Label(zh, en)));
    }

    private String why(Throwable failure) {
        return setup.language().of(new Label("启动失败：", "Not started: "))
                + setup.language().of(reason(failure));
    }

    /** The reason in words for what goes wrong most often: the port or the database. */
    private Phrase reason(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
            if (cause instanceof BindException
                    || cause.getClass().getSimpleName().equals("PortInUseException")) {
                return new Label(
                        "端口" + port + "已被占用。请用 --port 换一个端口，例如 --port 8081",
                        "port " + port + " is taken. Choose another with --port, for example --port 8081");
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

    private Label inUse() {
        return new Label(
                "数据目录 " + data + " 正被另一个 plancheck 使用。请先停止它，或用 --data 换一个目录",
                "the data in " + data + " is being used by another plancheck. Stop it first, or choose another"
                        + " directory with --data");
    }

    /** What the database itself said, which is in English, behind what it comes to. */
    private Label withoutDatabase(Throwable failure, String said) {
        String where = database.isEmpty() ? data.toString() : database;
        return Service.databaseTrouble(failure)
                .map(brief -> new Label(
                        brief.zh() + "（" + where + "：" + said + "）", brief.en() + " (" + where + ": " + said + ")"))
                .orElseGet(() -> database.isEmpty()
                        ? Label.of(said)
                        : new Label(said + "（数据库：" + database + "）", said + " (database: " + database + ")"));
    }

    private Label later() {
        String where = database.isEmpty() ? data.toString() : database;
        return new Label(
                "数据库（" + where + "）是更新版本的 plancheck 建立的，当前版本不能使用，也没有改动它。"
                        + "请换回新版本的 plancheck.jar；确需退回旧版本的，先用升级前的备份恢复数据，再启动",
                "the database (" + where
                        + ") was made by a later plancheck; this version cannot use it and has left it as"
                        + " it is. Go back to the later plancheck.jar, or restore the backup made before the upgrade and"
                        + " start again");
    }

    private static String said(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
