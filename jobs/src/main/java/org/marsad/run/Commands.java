package org.marsad.run;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.marsad.arabic.LexiconException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** All commands, and how their failures become exit codes. */
@Command(
    name = "marsad",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.VersionLine.class,
    description = "Arabic news analytics on Apache Spark: articles in, tables and a report out.",
    footer = {
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
      TablesCommand.class
    })
public final class Commands implements Runnable {
  static final int USAGE = 1;
  static final int USER = 2;
  static final int BUG = 3;
  static final int QUALITY = 4;

  /** What a machine says of a disk or directory that takes nothing; Hadoop hides why. */
  private static final List<String> UNWRITABLE =
      List.of("Read-only file system", "Input/output error", "Permission denied", "Mkdirs failed");

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Runs the command that the arguments name; never throws. */
  public static int execute(String... args) {
    PrintStream out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    return execute(out, System.err, args);
  }

  /** The same, with output elsewhere: for tests. */
  public static int execute(PrintStream out, PrintStream err, String... args) {
    Streams.set(out);
    CommandLine line = new CommandLine(new Commands());
    line.setOut(new java.io.PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new java.io.PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((e, a) -> usage(e, err));
    line.setExecutionExceptionHandler((e, c, r) -> failure(e, err));
    try {
      return line.execute(args);
    } catch (Error e) {
      return failure(e, err);
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int usage(ParameterException e, PrintStream err) {
    err.println("marsad: " + e.getMessage().lines().findFirst().orElse("wrong usage"));
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(
        e, new java.io.PrintWriter(err, true, StandardCharsets.UTF_8))) {
      err.println(
          "try: marsad "
              + (e.getCommandLine().getParent() == null
                  ? ""
                  : e.getCommandLine().getCommandName() + " ")
              + "--help");
    }
    return USAGE;
  }

  private static int failure(Throwable e, PrintStream err) {
    if (e instanceof UserError || e instanceof LexiconException) {
      err.println("marsad: " + Console.plain(e.getMessage()));
      return USER;
    }
    Optional<String> disk = diskFault(e);
    if (disk.isPresent()) {
      err.println("marsad: " + Console.plain(disk.get()));
      return USER;
    }
    Optional<String> unreadable = DamagedFiles.in(e);
    if (unreadable.isPresent()) {
      err.println("marsad: " + Console.plain(DamagedFiles.advice(unreadable.get())));
      return USER;
    }
    err.println("marsad: a bug, please report it with these lines:");
    e.printStackTrace(err);
    return BUG;
  }

  /** What to say if a disk is full or cannot be written. */
  static Optional<String> diskFault(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause() == t ? null : t.getCause()) {
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
