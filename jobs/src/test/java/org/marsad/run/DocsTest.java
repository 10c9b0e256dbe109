package org.marsad.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.Warehouses;
import org.marsad.Warehouses.Said;

/** What the documents tell users to type. */
class DocsTest {
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:\\./marsad|(?<!ln -s )/opt/marsad/marsad|org\\.marsad\\.Main \\S+\\.jar) ([^`]*)");

  /** Where a command ends: a pipe, a redirection, a remark, another command. */
  private static final Pattern END = Pattern.compile("\\s(?:\\||>|#|&&|;).*|\\s*[);].*|\\s*$");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  /** A command line of a document, as words. */
  private record Line(Path document, List<String> words) {}

  private static List<Line> lines() throws IOException {
    List<Line> lines = new ArrayList<>();
    Path home = Warehouses.home();
    for (String place : List.of("README.md", "BENCHMARKS.md", "docs", "notebooks")) {
      try (Stream<Path> files = Files.walk(home.resolve(place))) {
        for (Path file :
            files.filter(f -> f.toString().matches(".*\\.(md|service|cron)")).sorted().toList()) {
          Matcher command = COMMAND.matcher(Files.readString(file).replaceAll("\\\\\n\\s*", ""));
          while (command.find()) {
            String typed = command.group(1).lines().findFirst().orElse("");
            lines.add(new Line(home.relativize(file), words(typed)));
          }
        }
      }
    }
    return lines;
  }

  private static List<String> words(String typed) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(typed);
    while (word.find()) {
      boolean quoted = word.group(3) == null;
      if (!quoted && END.matcher(" " + word.group(3)).lookingAt()) {
        break;
      }
      words.add(quoted ? typed.substring(word.start() + 1, word.end() - 1) : word.group(3));
      if (!quoted && word.group(3).matches(".*[);]")) {
        words.set(words.size() - 1, word.group(3).replaceAll("[);]+$", ""));
        break;
      }
    }
    return words;
  }

  @Test
  void everyCommandIsUnderstood() throws IOException {
    List<Line> lines = lines();
    assertTrue(lines.size() > 25, "only " + lines.size());
    for (Line line : lines) {
      String[] words = line.words().stream().filter(w -> !w.equals("…")).toArray(String[]::new);
      assertDoesNotThrow(() -> Commands.line().parseArgs(words), line::toString);
    }
  }

  @Test
  void everyQueryHasAnAnswer() throws IOException {
    int queries = 0;
    for (Line line : lines()) {
      String query =
          line.words().stream().filter(w -> w.startsWith("SELECT ")).findFirst().orElse("…");
      if (line.words().get(0).equals("sql") && !query.contains("…")) {
        Said said = Warehouses.marsad("sql", "--warehouse", Warehouses.sample().toString(), query);
        assertEquals(0, said.code(), line + said.err());
        queries++;
      }
    }
    assertTrue(queries > 1, "only " + queries);
  }

  /** Each indented query for DuckDB has its rows indented behind it. */
  @Test
  void duckDbAnswersAsTheDocumentSays() throws Exception {
    String text = Files.readString(Warehouses.home().resolve("docs/tables-elsewhere.md"));
    Matcher example =
        Pattern.compile(
                "\n((?:    [^\n]*'marsad-warehouse[^;]*|    SELECT [^;]*));\n\n((?:    .*\n)+)")
            .matcher(text);
    int examples = 0;
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      while (example.find()) {
        String query = example.group(1).replace("marsad-warehouse", Warehouses.sample().toString());
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
          while (result.next()) {
            List<String> cells = new ArrayList<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
              cells.add(result.getString(i));
            }
            rows.add(String.join(" | ", cells));
          }
        }
        assertEquals(
            example.group(2).replaceAll("(?m)^ +", "").strip(), String.join("\n", rows), query);
        examples++;
      }
    }
    assertEquals(3, examples);
  }

  /** The shell's lines that start it, those typed into it, and the table that they print. */
  @Test
  void javasShellAnswersAsTheDocumentSays(@TempDir Path place) throws Exception {
    Path home = Warehouses.home();
    String text = Files.readString(home.resolve("docs/tables-elsewhere.md"));
    Matcher example =
        Pattern.compile(
                "\n((?:    .*\n)*    jshell .*\n(?:    .*\n)+)\n((?:    .*\n)+)\n((?:    .*\n)+)")
            .matcher(text);
    assertTrue(example.find());
    Files.createDirectories(place.resolve("jobs/target"));
    Files.writeString(
        place.resolve("jobs/target/spark.classpath"), System.getProperty("java.class.path"));
    Files.createSymbolicLink(place.resolve("jobs/src"), home.resolve("jobs/src"));
    Files.createSymbolicLink(place.resolve("marsad-warehouse"), Warehouses.sample());
    Path typed = Files.writeString(place.resolve("typed"), example.group(2) + "/exit\n");
    Path printed = place.resolve("printed");
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-euc", example.group(1))
            .directory(place.toFile())
            .redirectInput(typed.toFile())
            .redirectOutput(printed.toFile())
            .redirectErrorStream(true);
    String java = System.getProperty("java.home") + "/bin";
    shell.environment().merge("PATH", java, (path, own) -> own + ":" + path);
    Process process = shell.start();
    assertTrue(process.waitFor(3, TimeUnit.MINUTES), "the shell did not end");
    String out = Files.readString(printed);
    for (String row : example.group(3).strip().lines().map(String::strip).toList()) {
      assertTrue(out.contains(row), row + " is not in " + out);
    }
  }
}
