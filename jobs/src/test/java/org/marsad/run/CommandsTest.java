package org.marsad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.Warehouses;
import org.marsad.Warehouses.Said;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What the command line says of itself and of mistakes, without Spark. */
class CommandsTest {
  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rnu                              | 1 | unknown command rnu: did you mean run?",
        "--verison                        | 1 | unknown option --verison: did you mean --version?",
        "ingest --inptu x                 | 1 | unknown option --inptu: did you mean --input?",
        "run --input x --wharehouse=y     | 1 | unknown option --wharehouse: did you mean"
            + " --warehouse?",
        "run --zzzzzzzz                   | 1 | unknown option --zzzzzzzz (try: marsad run --help)",
        "run --date 31-02-2017            | 1 | --date 31-02-2017: write a day as YYYY-MM-DD (try: marsad run",
        "run --map headline               | 1 | --map headline: write NAME=FIELD (try: marsad run",
        "run --days zero                  | 1 | --days zero: write a number (try: marsad run",
        "sql x --format xlsx              | 1 | --format xlsx: choose one of table, csv, json (try:",
        "tables x                         | 1 | nothing is expected here: x",
        "export --format csv --output x --table entites | 2 | no such table: did you mean"
            + " entities?",
        "export --format csv --output x   | 2 | needs --table: choose one of articles, ",
        "analyze --only topic,entities    | 2 | --only topic: no such table: did you mean topics?"
      })
  void aMistakeIsOneLineWithASuggestion(String command, int code, String expected) {
    Said said = Warehouses.withoutSpark(command.split(" "));
    assertEquals(code, said.code(), said.out());
    assertEquals(1, said.err().lines().count(), said.err());
    assertTrue(said.err().contains(expected), said.err());
  }

  @Test
  void eachCommandHelpsWithAnExampleThatFitsTheScreen() {
    for (CommandLine command : Commands.line().getSubcommands().values()) {
      String summary = command.getCommandSpec().usageMessage().description()[0];
      assertTrue(summary.endsWith("."), summary);
      for (String line : command.getCommandSpec().usageMessage().description()) {
        assertTrue(line.length() < 80, line);
      }
      if (command.getCommand() instanceof CommandLine.HelpCommand) {
        continue;
      }
      String[] footer = command.getCommandSpec().usageMessage().footer();
      assertTrue(footer.length > 1, command.getCommandName());
      assertTrue(
          footer[1].matches("Examples?: .*marsad " + command.getCommandName() + ".*"), footer[1]);
      for (String line : footer) {
        assertTrue(line.length() <= 80, line);
      }
    }
  }

  @Test
  void bashCompletesCommandsOptionsAndTables() throws Exception {
    Path script =
        Files.writeString(temp.resolve("marsad.bash"), Warehouses.withoutSpark("completion").out());
    assertEquals(List.of("analyze"), completions(script, "ana"));
    assertEquals(List.of("--warehouse"), completions(script, "verify", "--ware"));
    assertTrue(completions(script, "export", "--table", "top").contains("topic_terms"));
  }

  private static List<String> completions(Path script, String... words)
      throws IOException, InterruptedException {
    String ask =
        "compopt() { :; }; . '%s'; COMP_WORDS=(marsad %s); COMP_CWORD=%d; _complete_marsad; printf '%%s\\n' \"${COMPREPLY[@]}\""
            .formatted(script, String.join(" ", words), words.length);
    Process bash = new ProcessBuilder("bash", "-c", ask).redirectErrorStream(true).start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, bash.waitFor(), said);
    return said.lines().map(String::strip).toList();
  }

  @Test
  void theManualHasEveryOptionAndIsWellFormed() {
    String page = Warehouses.withoutSpark("man").out();
    for (CommandLine command : Commands.line().getSubcommands().values()) {
      assertTrue(page.contains(".SS marsad " + command.getCommandName()), page);
      for (OptionSpec option : command.getCommandSpec().options()) {
        assertTrue(page.contains(ManCommand.roff(option.longestName())), option.longestName());
      }
    }
    page.lines()
        .filter(line -> line.startsWith("."))
        .forEach(line -> assertTrue(line.matches("\\.(TH|SH|SS|TP|B|I|RI|nf|fi)( .*)?"), line));
    assertTrue(page.lines().noneMatch(line -> line.startsWith("'")), page);
    assertEquals("\\&.x\\-\\e\\(aq", ManCommand.roff(".x-\\'"));
  }

  @Test
  void aDiskThatTakesNothingIsNoBug() {
    assertTrue(fault("No space left on device").startsWith("the disk is full"));
    assertTrue(fault("Mkdirs failed to create file:/w/runs").startsWith("the disk fails"));
    assertTrue(fault("/w/.lock (Read-only file system)").startsWith("the disk fails"));
    assertEquals(Optional.empty(), Commands.diskFault(new IOException("another")));
  }

  private static String fault(String said) {
    return Commands.diskFault(new IllegalStateException(new IOException(said + "\n\tat x"))).get();
  }
}
