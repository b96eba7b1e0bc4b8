package yuanliu.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Where a command's words go: what was asked for to standard output, all else to standard error.
///
/// @param interactive whether somebody looks on
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {

    /// The process's own. What libraries print goes to standard error from now on.
    public static Terminal ofTheProcess() {
        var console = System.console();
        var out = chinese(System.out, FileDescriptor.out);
        var err = chinese(System.err, FileDescriptor.err);
        System.setOut(err);
        return new Terminal(out, err, console != null && console.isTerminal());
    }

    /// Where the locale knows no Chinese, UTF-8 is still read by most.
    private static PrintStream chinese(PrintStream stream, FileDescriptor descriptor) {
        return stream.charset().newEncoder().canEncode('源')
                ? stream
                : new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /// Runs a command with its arguments.
    ///
    /// @param said    what is said of arguments that it does not take; its usage follows
    /// @param nothing the exit status then
    /// @return the exit status
    public int run(
            Callable<Integer> command, List<String> arguments, Function<ParameterException, String> said, int nothing) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setParameterExceptionHandler((wrong, given) -> {
                    err.println(said.apply(wrong));
                    wrong.getCommandLine().usage(err);
                    return nothing;
                })
                .execute(arguments.toArray(String[]::new));
    }

    /// How far something has come, in percent, for somebody who looks on.
    public static ProgressBar progress(String task) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(100)
                .setUnit("%", 1)
                .hideEta()
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .build();
    }

    /// A text and the blanks that fill its column.
    public static String padded(String text, int columns) {
        return text + blanks(columns - width(text), 0);
    }

    /// A text at the right of its column, at least one blank before it.
    public static String aligned(Object value, int columns) {
        var text = String.valueOf(value);
        return blanks(columns - width(text), 1) + text;
    }

    private static String blanks(int some, int least) {
        return " ".repeat(Math.max(least, some));
    }

    /// A Chinese character takes the place of two.
    private static int width(String text) {
        return text.codePoints().map(one -> one < 0x1100 ? 1 : 2).sum();
    }

    /// What to add when a path is not found and the locale may be the reason.
    public static String ofTheLocale(Path path) {
        return path.toString().contains("\uFFFD") || path.toString().contains("??")
                ? ";当前语言环境读不出文件名中的汉字,请设 LC_ALL=C.UTF-8 再试"
                : "";
    }
}
