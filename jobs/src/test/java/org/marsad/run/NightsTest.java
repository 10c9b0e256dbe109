package org.marsad.run;

import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.SparkFixture;
import org.marsad.Warehouses;
import org.marsad.Warehouses.Said;
import org.marsad.table.Table;

/** The same articles in one night or in several. */
class NightsTest {
  @TempDir Path temp;

  /** More than one, when it is asked for: {@code -Dmarsad.splits=20}. */
  private static final long SPLITS = Long.getLong("marsad.splits", 1);

  @Test
  void anySplitIntoNightsInAnyOrderGivesTheSameTables() throws Exception {
    List<String> lines =
        Warehouses.table(Warehouses.sample(), "articles")
            .orderBy("article_id")
            .limit(40)
            .selectExpr("to_json(struct(source, url, title, body, author, category, published_on))")
            .collectAsList()
            .stream()
            .map(r -> r.getString(0))
            .toList();
    Map<String, Verification.Fingerprint> atOnce = after("once", List.of(lines));
    LongStream.range(0, SPLITS)
        .forEach(
            seed -> {
              try {
                assertEquals(atOnce, after("split" + seed, split(lines, new Random(seed))));
              } catch (Exception e) {
                throw new AssertionError("with seed " + seed, e);
              }
            });
  }

  @Test
  void aCorrectedArticleCountsOnceInItsLastVersion() throws Exception {
    String url = "https://example.org/news/77";
    String first = "افتتح وزير النقل جسرا جديدا في الموصل كلف عشرة ملايين دينار بحضور المحافظ.";
    String corrected = "افتتح وزير النقل جسرا جديدا في الموصل كلف عشرين مليون دينار بحضور المحافظ.";
    String other = "ارتفعت أسعار القمح في الأسواق العالمية بعد موجة جفاف أصابت الحقول.";
    Path warehouse = temp.resolve("corrected");
    night("ingest", warehouse, line(url, "جسر جديد في الموصل", first));
    // Another text under another title: the address is a column's.
    night("ingest", warehouse, line(url, "القمح والجفاف", other));
    // Read again with another day it counts on its first day.
    night(
        "ingest", warehouse, line(url, "القمح والجفاف", other).replace("2017-09-14", "2017-09-13"));
    night("ingest", warehouse, line(url + "/?utm_source=x", "جسر جديد في الموصل", corrected));
    // The page's beginning alone, as a feed has it.
    String piece = corrected.substring(0, 30);
    Said said = night("run", warehouse, line(url, "جسر جديد في الموصل", piece));
    assertTrue(
        said.out().contains("2 articles gave way to another version, 1 count on an earlier day"),
        said.out());
    assertEquals(
        Set.of("2017-09-14 " + corrected, "2017-09-13 " + other),
        Warehouses.table(warehouse, "articles")
            .select("published_on", "body")
            .collectAsList()
            .stream()
            .map(r -> r.get(0) + " " + r.get(1))
            .collect(Collectors.toSet()));
    PublishedTables.register(SparkFixture.spark(), warehouse);
    Row tokens =
        SparkFixture.spark()
            .sql(
                "SELECT count(DISTINCT article_id), count(*), count(DISTINCT article_id, start) FROM tokens WHERE field = 'body'")
            .first();
    assertEquals(2, tokens.getLong(0));
    assertEquals(tokens.getLong(1), tokens.getLong(2));
    // Both days of an article are in the store, and it comes once more.
    night(
        "ingest",
        warehouse,
        line(url, "القمح والجفاف", other)
            + "\n"
            + line(url + "8", "خبر", "خبر آخر من المدينة.")
            + "\n"
            + line(url + "9", "خبر", "خبر من المدينة.").replace("2017-09-14", "2017-09-13"));
    // One known on a later day comes with its first day, beside an article of the later one.
    night(
        "ingest",
        warehouse,
        line(url + "8", "خبر", "خبر آخر من المدينة.").replace("2017-09-14", "2017-09-12")
            + "\n"
            + line(url + "10", "خبر", "خبر ثالث من المدينة."));
    assertEquals(0, Warehouses.marsad("verify", "--warehouse", warehouse.toString()).code());
    night("run", warehouse, line(url + "11", "خبر", "خبر رابع من المدينة."));
    assertEquals(
        "2017-09-12",
        Warehouses.table(warehouse, "articles")
            .where("url LIKE '%778'")
            .first()
            .getAs("published_on")
            .toString());
    // Files that bring nothing but the same known article are known too, both of them.
    Path again = Files.createDirectories(temp.resolve("again"));
    for (String end : List.of("\n", "\n\n")) {
      Path file = again.resolve(end.length() + ".jsonl");
      command(
          "ingest", warehouse, Files.writeString(file, line(url, "القمح والجفاف", other) + end));
    }
    assertTrue(command("ingest", warehouse, again).out().contains("2 files, 0 of them new"));
  }

  @Test
  void ofPageSummaryAndTeaserOneStands() throws Exception {
    StringBuilder page = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      page.append("كلمة").append((char) ('ا' + i % 20)).append((char) ('ب' + i / 5)).append(' ');
    }
    Path warehouse = temp.resolve("shorter");
    String url = "https://example.org/news/78";
    for (int words : new int[] {100, 50, 25}) {
      String body = page.substring(0, words * 7).strip() + ".";
      night(words == 25 ? "run" : "ingest", warehouse, line(url, "عنوان واحد", body));
    }
    assertEquals(1, Warehouses.table(warehouse, "articles").count());
  }

  /** One to four nights with every line in one of them, and some in a second one as well. */
  private static List<List<String>> split(List<String> lines, Random random) {
    List<List<String>> nights = new ArrayList<>();
    IntStream.rangeClosed(0, random.nextInt(4)).forEach(i -> nights.add(new ArrayList<>()));
    for (String line : lines) {
      nights.get(random.nextInt(nights.size())).add(line);
      if (random.nextInt(5) == 0) {
        nights.get(random.nextInt(nights.size())).add(line);
      }
    }
    nights.forEach(night -> Collections.shuffle(night, random));
    nights.removeIf(List::isEmpty);
    return nights;
  }

  @Test
  void theSameArticlesInOtherFilesAreTheSameBatch() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      lines.add(line("https://example.org/" + i, "عنوان " + i, "نص الخبر رقم " + i + " كاملا."));
    }
    Path one = Files.createDirectories(temp.resolve("in/one"));
    Files.write(one.resolve("all.jsonl"), lines, StandardCharsets.UTF_8);
    Collections.shuffle(lines, new Random(7));
    Path two = Files.createDirectories(temp.resolve("in/two"));
    Files.write(two.resolve("a.jsonl"), lines.subList(0, 4), StandardCharsets.UTF_8);
    Files.write(two.resolve("b.jsonl"), lines.subList(4, 9), StandardCharsets.UTF_8);
    assertEquals(batches("one", one), batches("two", two));
  }

  private List<String> batches(String name, Path input) {
    command("ingest", temp.resolve(name), input);
    var conf = SparkFixture.spark().sparkContext().hadoopConfiguration();
    return Store.batches(Warehouse.open(temp.resolve(name).toString(), conf)).stream()
        .map(Batch::batchId)
        .toList();
  }

  /** The tables without what tells of the nights: repeated records, and the batches. */
  private Map<String, Verification.Fingerprint> after(String name, List<List<String>> nights)
      throws Exception {
    Path warehouse = temp.resolve(name);
    for (int i = 0; i < nights.size(); i++) {
      Path input = Files.createDirectories(temp.resolve("in/" + name)).resolve(i + ".jsonl");
      Files.write(input, nights.get(i), StandardCharsets.UTF_8);
      command(i < nights.size() - 1 ? "ingest" : "run", warehouse, input);
    }
    Map<String, Verification.Fingerprint> all = new TreeMap<>();
    for (Table table : Analyses.published()) {
      if (!table.name().equals("rejects")) {
        Dataset<Row> rows =
            Warehouses.table(warehouse, table.name())
                .withColumn("batch_id", lit(""))
                .withColumn("rejects", lit(0L));
        all.put(table.name(), Verification.Fingerprint.of(rows, table));
      }
    }
    return all;
  }

  private Said night(String command, Path warehouse, String line) throws Exception {
    Path input = Files.createTempFile(temp, "night", ".jsonl");
    return command(command, warehouse, Files.writeString(input, line));
  }

  private static Said command(String command, Path warehouse, Path input) {
    Said said =
        Warehouses.marsad(
            command, "--input", input.toString(), "--warehouse", warehouse.toString());
    assertEquals(0, said.code(), said.out() + said.err());
    return said;
  }

  private static String line(String url, String title, String body) {
    return "{\"source\": \"ufuq\", \"url\": \"%s\", \"title\": \"%s\", \"body\": \"%s\", \"date\": \"2017-09-14\"}"
        .formatted(url, title, body);
  }
}
