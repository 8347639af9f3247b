package plancheck.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import plancheck.facts.Days;
import plancheck.facts.Language;
import plancheck.facts.Message;
import plancheck.rulebook.RuleBookException;

/** {@code plancheck}: checks dossiers against the urbanisation plans of its rule book. */
@Command(
        name = "plancheck",
        versionProvider = Main.Version.class,
        header = "对照省、市、县新型城镇化规划，逐条检查县（市、区）申报材料。",
        description = {
            "",
            "  plancheck template --place 620821 > 材料.yaml   生成空白材料",
            "  plancheck check 材料.yaml                       检查，显示报告",
            "  plancheck explain PL-6.1-3-d --dossier 材料.yaml  说明某条规定的判定过程",
            "  plancheck match 材料.yaml                       看项目是不是规划点名的工程",
            "  plancheck serve                                 启动网页和接口服务",
            "",
            "退出码：0 符合，1 不符合，2 尚不能判定；64 用法有误，65 材料有误，66 找不到文件，",
            "70 内部错误，74 结果没有写完整，78 规则库有误（64 及以上都表示没有得出结论）。",
            ""
        },
        optionListHeading = "%n选项：%n",
        commandListHeading = "%n命令：%n",
        subcommands = {
            CheckCommand.class,
            ValidateCommand.class,
            TemplateCommand.class,
            PrefillCommand.class,
            ImportCommand.class,
            MergeCommand.class,
            ExplainCommand.class,
            WhatifCommand.class,
            SchemaCommand.class,
            ServeCommand.class,
            RulesCommand.class,
            PlansCommand.class,
            WorksCommand.class,
            MatchCommand.class
        })
public final class Main implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示帮助；“plancheck 命令 --help”显示某个命令的帮助")
    @SuppressWarnings("unused") // read by picocli
    private boolean help;

    @CommandLine.Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "显示版本")
    @SuppressWarnings("unused") // read by picocli
    private boolean version;

    public static void main(String[] args) {
        int exit = Exit.INTERNAL;
        try {
            // The locale only ever chooses between languages here, and reports do not depend on the machine's.
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            quiet(args);
            String encoding = encoding(args);
            boolean known = encoding != null && Terminal.knows(encoding);
            exit = run(args, Terminal.open(known ? encoding : null));
        } catch (Throwable broken) {
            System.err.println(broken(broken).in(language(args)));
        }
        System.exit(exit); // Java itself would end with 1 when something was thrown, which is a verdict
    }

    /** Only the service keeps a log; anything else says what it has to say itself, and starts the quicker for it. */
    static void quiet(String[] args) {
        boolean service = List.of(args).contains("serve");
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty(
                "slf4j.provider",
                service ? "ch.qos.logback.classic.spi.LogbackServiceProvider" : "org.slf4j.nop.NOPServiceProvider");
    }

    /** Runs one command and returns its exit status. */
    static int run(String[] args, Terminal given) {
        Terminal terminal = given.in(language(args));
        CommandLine line = new CommandLine(new Main(), new Commands(terminal));
        CommandLine completion = new CommandLine(new AutoComplete.GenerateCompletion());
        completion.getCommandSpec().usageMessage().description("打印 bash/zsh 命令补全脚本");
        line.addSubcommand("completion", completion);
        line.setOut(terminal.writer(terminal.out()));
        line.setErr(terminal.writer(terminal.err()));
        line.setUsageHelpAutoWidth(false);
        line.setExpandAtFiles(false); // @名单.yaml is a file's name
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(
                LocalDate.class,
                day -> Days.of(day).orElseThrow(() -> new CommandLine.TypeConversionException("no day: " + day)));
        line.setParameterExceptionHandler((e, a) -> {
            terminal.say(Usage.explain(e));
            return Exit.USAGE;
        });
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, terminal));
        for (String arg : args) {
            if (arg.indexOf('\uFFFD') >= 0) {
                terminal.say(Message.of("cli.arguments-garbled"));
                return Exit.USAGE;
            }
        }
        String encoding = encoding(args);
        if (encoding != null && !Terminal.knows(encoding)) {
            terminal.say(Message.of("cli.usage", Message.of("cli.unknown-encoding", encoding)));
            return Exit.USAGE;
        }
        speakChinese(line);
        return whole(execute(line, args, terminal), terminal);
    }

    /** Whatever is thrown is no verdict; errors of the machine pass picocli by. */
    private static int execute(CommandLine line, String[] args, Terminal terminal) {
        try {
            return line.execute(args);
        } catch (Throwable broken) {
            return failed(broken, terminal);
        }
    }

    /** A result that has not arrived whole is none. */
    private static int whole(int exit, Terminal terminal) {
        if (terminal.isWhole()) {
            return exit;
        }
        terminal.say(Message.of("cli.stdout-not-whole"));
        return exit < Exit.USAGE ? Exit.NOT_WRITTEN : exit;
    }

    private static void speakChinese(CommandLine line) {
        line.getCommandSpec().usageMessage().synopsisHeading("用法：").synopsisSubcommandLabel("命令");
        line.getSubcommands().values().forEach(Main::speakChinese);
    }

    private static int failed(Throwable e, Terminal terminal) {
        if (e instanceof CliException cli) {
            terminal.say(cli.message());
            return cli.exit();
        }
        if (e instanceof RuleBookException rules) {
            terminal.say(Setup.inWords(rules.problems()));
            return Exit.RULE_BOOK_INVALID;
        }
        terminal.say(broken(e));
        if (System.getenv("PLANCHECK_DEBUG") != null) {
            e.printStackTrace(terminal.err());
        }
        return Exit.INTERNAL;
    }

    private static Message broken(Throwable e) {
        if (e instanceof OutOfMemoryError) {
            long most = Runtime.getRuntime().maxMemory() / (1024 * 1024);
            return Message.of("cli.out-of-memory", e.getMessage(), most);
        }
        if (e instanceof StackOverflowError) {
            return Message.of("cli.nested-too-deeply");
        }
        return Message.of("cli.internal-error", e);
    }

    /** The encoding is needed before the command line is parsed, so that even its errors can be read. */
    private static @Nullable String encoding(String[] args) {
        return given("--encoding", args);
    }

    /** And so is the language. */
    private static Language language(String[] args) {
        return "en".equalsIgnoreCase(given("--lang", args)) ? Language.EN : Language.ZH;
    }

    private static @Nullable String given(String option, String[] args) {
        for (int i = 0; i < args.length; i++) {
            String value = args[i].startsWith(option + "=")
                    ? args[i].substring(option.length() + 1)
                    : args[i].equals(option) && i + 1 < args.length ? args[i + 1] : null;
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** What {@code --version} prints. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"plancheck " + (version == null ? "（开发版）" : version)};
        }
    }
}
