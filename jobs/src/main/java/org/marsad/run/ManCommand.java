package org.marsad.run;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The manual page, out of what each command says of itself. */
@Command(
    name = "man",
    mixinStandardHelpOptions = true,
    description = "Print the manual page marsad(1).",
    footer = {
      "",
      "Examples: marsad man | man -l -",
      "          marsad man | sudo tee /usr/local/share/man/man1/marsad.1"
    })
final class ManCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    PrintStream out = Streams.out();
    CommandLine marsad = Commands.line();
    out.println(".TH MARSAD 1 \"\" \"marsad " + roff(Version.text()) + "\" \"Marsad\"");
    out.println(".SH NAME");
    out.println("marsad \\- Arabic news analytics on Apache Spark");
    out.println(".SH SYNOPSIS\n.B marsad\n.I command\n.RI [ options ]");
    out.println(".SH DESCRIPTION");
    asItIs(out, marsad);
    out.println(".SH COMMANDS");
    marsad
        .getSubcommands()
        .forEach(
            (name, command) -> {
              out.println(".SS marsad " + roff(name));
              asItIs(out, command);
            });
    out.println(".SH FILES\n.TP\n.I ~/.marsad.properties");
    out.println("standing settings, if the file is there: see marsad config");
    return 0;
  }

  /** A command's help, line by line. */
  private static void asItIs(PrintStream out, CommandLine command) {
    out.println(".nf");
    command.getUsageMessage(Ansi.OFF).lines().map(ManCommand::roff).forEach(out::println);
    out.println(".fi");
  }

  /** Text as roff prints it unchanged. */
  static String roff(String text) {
    String safe = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
    return safe.startsWith(".") ? "\\&" + safe : safe;
  }
}
