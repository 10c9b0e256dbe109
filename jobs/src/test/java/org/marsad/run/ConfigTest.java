package org.marsad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.Warehouses;
import org.marsad.Warehouses.Said;

/** A site's settings in a file. */
class ConfigTest {
  /** Each key with a value of its own, and how `marsad config` prints it. */
  private static final Map<String, String> EACH =
      Map.ofEntries(
          Map.entry("warehouse", "/srv/مرصد"),
          Map.entry("input", "/srv/news/*.gz  /srv/wires"),
          Map.entry("map", "title=headline,body=text"),
          Map.entry("date", "2017-09-14"),
          Map.entry("source", "الميناء"),
          Map.entry("max-reject-rate", "0.25"),
          Map.entry("from", "2017-09-01"),
          Map.entry("to", "2017-09-30"),
          Map.entry("days", "30"),
          Map.entry("topics", "20"),
          Map.entry("lexicon", "/etc/marsad/lexicon"),
          Map.entry("keep", "30"),
          Map.entry("silent-days", "5"),
          Map.entry("also", "iceberg:lake.news"));

  @TempDir Path temp;

  private String config(String... lines) throws IOException {
    return Files.write(temp.resolve("marsad.properties"), List.of(lines)).toString();
  }

  /** What {@code marsad config} printed: origin and value by key. */
  private static Map<String, List<String>> printed(String... args) {
    Said said = Warehouses.withoutSpark(args);
    assertEquals(0, said.code(), said.err());
    Map<String, List<String>> rows = new LinkedHashMap<>();
    said.out()
        .lines()
        .skip(2)
        .map(line -> line.split("  +", 3))
        .forEach(cells -> rows.put(cells[0], List.of(cells[1], cells[2])));
    return rows;
  }

  @Test
  void everyKeyCanBeSet() throws IOException {
    assertEquals(ConfigCommand.keys().keySet(), EACH.keySet());
    String file =
        config(EACH.entrySet().stream().map(e -> e + "  ").sorted().toArray(String[]::new));
    Map<String, List<String>> rows = printed("config", "--config", file);
    assertEquals(EACH.keySet(), rows.keySet());
    EACH.forEach(
        (key, value) ->
            assertEquals(List.of("file", value.replaceAll(" +", " ")), rows.get(key), key));
  }

  @Test
  void theCommandLineWinsOverTheFileAndTheFileOverTheDefault() throws IOException {
    String file = config("topics = 20", "keep=30");
    Map<String, List<String>> rows = printed("config", "--config=" + file, "--keep", "7");
    assertEquals(List.of("command line", "7"), rows.get("keep"));
    assertEquals(List.of("file", "20"), rows.get("topics"));
    assertEquals(List.of("default", "marsad-warehouse"), rows.get("warehouse"));
    assertEquals(List.of("default", "-"), rows.get("input"));
    assertEquals(List.of("default", "2"), rows.get("silent-days"));
    assertEquals(List.of("default", "1.0"), rows.get("max-reject-rate"));
  }

  @Test
  void commandsTakeTheFilesSettings() throws IOException {
    Path nowhere = temp.resolve("nowhere");
    String file =
        config(
            "warehouse = " + temp.resolve("w"),
            "input = " + temp + " " + nowhere,
            "max-reject-rate = 0.5");
    Said said = Warehouses.withoutSpark("ingest", "--dry-run", "--config", file);
    assertEquals(2, said.code(), said.out() + said.err());
    assertEquals("marsad: input " + nowhere + " does not exist: check the path\n", said.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wharehouse = x          | wharehouse is no setting: did you mean warehouse?",
        "format = csv            | format is no setting",
        "topics = many           | topics many: write a number",
        "topics = 1              | --topics 1: choose 2 to 500",
        "also = lake.news        | --also lake.news: write iceberg:CATALOG.DB",
        "max-reject-rate = 5     | --max-reject-rate 5.0: choose 0 to 1",
        "date = 14/9/2017        | date 14/9/2017: write a day as YYYY-MM-DD"
      })
  void aWrongLineIsNamedWithItsFile(String line, String expected) throws IOException {
    String file = config(line);
    Said said = Warehouses.withoutSpark("tables", "--config", file);
    assertEquals(2, said.code(), said.out());
    assertEquals(1, said.err().lines().count(), said.err());
    assertTrue(said.err().contains("config " + file), said.err());
    assertTrue(said.err().contains(expected), said.err());
  }

  @Test
  void aFileThatIsNotThereOrNoTextIsNamed() throws IOException {
    Said said = Warehouses.withoutSpark("config", "--config", temp.resolve("none").toString());
    assertEquals(2, said.code());
    assertTrue(said.err().contains(temp.resolve("none") + " does not exist"), said.err());
    Path binary = Files.write(temp.resolve("binary"), new byte[] {'a', '=', (byte) 0xFF});
    assertTrue(
        Warehouses.withoutSpark("config", "--config", binary.toString()).err().contains("UTF-8"));
  }

  @Test
  void thePageNamesEveryKeyAndNoOther() throws IOException {
    String page = Files.readString(Warehouses.home().resolve("docs/configuration.md"));
    Set<String> named =
        Pattern.compile("(?m)^\\| `([a-z-]+)` \\|")
            .matcher(page)
            .results()
            .map(m -> m.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(EACH.keySet()), named);
  }
}
