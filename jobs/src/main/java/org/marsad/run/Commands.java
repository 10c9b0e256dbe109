package org.marsad.run;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marsad.arabic.LexiconException;
import org.marsad.table.Causes;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Unmatched;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands, and how their failures become exit codes. */
@Command(
    name = "marsad",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.VersionLine.class,
    description = "Arabic news analytics on Apache Spark: articles in, tables and a report out.",
    footer = {
      "",
      "Examples: marsad run --input /data/2017-09-14 --warehouse /data/marsad",
      "          marsad help export",
      "",
      "Exit codes: 0 done, 1 usage, 2 the input or a setting, 3 a bug,",
      "4 more rejects than --max-reject-rate allows."
    },
    subcommands = {
      RunCommand.class,
      IngestCommand.class,
      AnalyzeCommand.class,
      ReportCommand.class,
      VerifyCommand.class,
      DiffCommand.class,
      ExportCommand.class,
      SqlCommand.class,
      TablesCommand.class,
      ConfigCommand.class,
      CompletionCommand.class,
      ManCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Commands implements Runnable {
  static final int USAGE = 1;
  static final int USER = 2;
  static final int BUG = 3;
  static final int QUALITY = 4;

  private static final Pattern UNKNOWN_OPTION =
      Pattern.compile("^Unknown option(?:s:|:)? '(-[^'=]*)");

  /** What a machine says of a disk or directory that takes nothing; Hadoop hides why. */
  private static final List<String> UNWRITABLE =
      List.of("Read-only file system", "Input/output error", "Permission denied", "Mkdirs failed");

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Read by {@link ConfigFile} before all else; here for the help and the parser. */
  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = CommandLine.ScopeType.INHERIT,
      description =
          "Standing settings, key = value (default: .marsad.properties in your home, if it is"
              + " there). See marsad config.")
  Path config;

  /** The option that must be known before the others are read. */
  static final class ConfigFile {
    @Option(names = "--config")
    private Path path;

    @Unmatched List<String> others;

    static Optional<Path> in(String... args) {
      ConfigFile file = new ConfigFile();
      try {
        new CommandLine(file).parseArgs(args);
      } catch (ParameterException e) {
        // The whole command line is parsed next, and complains better.
        return Optional.empty();
      }
      return Optional.ofNullable(file.path);
    }
  }

  /** Runs the command that the arguments name; never throws. */
  public static int execute(String... args) {
    PrintStream out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    return execute(out, System.err, Config::home, args);
  }

  /** The same, with output elsewhere and no settings from the user's home: for tests. */
  public static int execute(PrintStream out, PrintStream err, String... args) {
    return execute(out, err, Config::none, args);
  }

  private static int execute(
      PrintStream out, PrintStream err, Supplier<Config> usual, String... args) {
    Streams.set(out);
    CommandLine line = line();
    try {
      line.setDefaultValueProvider(ConfigFile.in(args).map(Config::load).orElseGet(usual));
    } catch (UserError e) {
      return failure(e, err);
    }
    line.setOut(new java.io.PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new java.io.PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((e, a) -> usage(e, err));
    line.setExecutionExceptionHandler((e, c, r) -> failure(e, err));
    try {
      return line.execute(args);
    } catch (Error e) {
      return failure(e, err);
    }
  }

  /** The commands as they are parsed. */
  static CommandLine line() {
    CommandLine line = new CommandLine(new Commands());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    // Else a mistyped option behind --input would be one of its paths.
    line.setUnmatchedOptionsAllowedAsOptionParameters(false);
    return line;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int usage(ParameterException e, PrintStream err) {
    CommandLine line = e.getCommandLine();
    String name = line.getParent() == null ? "" : line.getCommandName() + " ";
    String said = Mistakes.said(e);
    Matcher option = UNKNOWN_OPTION.matcher(said);
    if (option.find()) {
      String typed = option.group(1);
      said = "unknown option " + typed + didYouMean(typed, line.getCommandSpec().optionsMap());
    } else if (e instanceof UnmatchedArgumentException unmatched) {
      String typed = unmatched.getUnmatched().get(0);
      boolean command = line.getParent() == null;
      said =
          (command ? "unknown command " : "nothing is expected here: ")
              + typed
              + didYouMean(typed, line.getSubcommands());
    }
    err.println("marsad: " + said + " (try: marsad " + name + "--help)");
    return USAGE;
  }

  private static String didYouMean(String typed, Map<String, ?> known) {
    return Suggestions.didYouMean(typed, known.keySet());
  }

  private static int failure(Throwable e, PrintStream err) {
    if (e instanceof UserError || e instanceof LexiconException) {
      err.println("marsad: " + Console.plain(e.getMessage()));
      return USER;
    }
    Optional<String> said =
        diskFault(e)
            .or(() -> machineFault(e))
            .or(() -> DamagedFiles.in(e).map(DamagedFiles::advice));
    if (said.isPresent()) {
      err.println("marsad: " + Console.plain(said.get()));
      return USER;
    }
    err.println("marsad: a bug, please report it with these lines:");
    e.printStackTrace(err);
    return BUG;
  }

  /** What to say if memory or a library is missing. */
  static Optional<String> machineFault(Throwable e) {
    for (Throwable t : Causes.of(e)) {
      String message = String.valueOf(t.getMessage());
      if (t instanceof OutOfMemoryError || message.contains("java.lang.OutOfMemoryError")) {
        return Optional.of(
            "Java's memory is full: give it more (MARSAD_HEAP=6g; --driver-memory and"
                + " --executor-memory of spark-submit), or fewer days (--days)");
      }
      if (t instanceof ClassNotFoundException && message.contains("org.apache.hadoop.fs")) {
        return Optional.of(
            "the library of that file system is missing ("
                + message.lines().findFirst().orElse("")
                + "): add it with --packages of spark-submit");
      }
    }
    return Optional.empty();
  }

  /** What to say if a disk is full or cannot be written. */
  static Optional<String> diskFault(Throwable e) {
    for (Throwable t : Causes.of(e)) {
      String message = String.valueOf(t.getMessage()).lines().findFirst().orElse("");
      if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
        return Optional.of("the disk is full (" + message + "): free some space, then start again");
      }
      if (UNWRITABLE.stream().anyMatch(message::contains)) {
        return Optional.of("the disk fails (" + message + "): mend it, then start again");
      }
    }
    return Optional.empty();
  }

  static final class VersionLine implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"marsad " + Version.text()};
    }
  }
}
