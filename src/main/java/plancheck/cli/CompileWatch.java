package plancheck.cli;

import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;
import plancheck.rulebook.RuleBooks;

/** Shows on standard error that rules are being compiled, with a sign of life every second. */
final class CompileWatch implements RuleBooks.Watch {
    private final Terminal terminal;
    private @Nullable Timer timer;

    CompileWatch(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void begins(int files) {
        terminal.err().print("正在编译" + files + "个规则文件，首次使用需要几秒到几十秒");
        Timer ticking = new Timer("compiling", true);
        timer = ticking;
        ticking.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        terminal.err().print("…");
                        terminal.err().flush();
                    }
                },
                1000,
                1000);
    }

    @Override
    public void ends() {
        if (timer != null) {
            timer.cancel();
        }
        terminal.say("");
    }
}
