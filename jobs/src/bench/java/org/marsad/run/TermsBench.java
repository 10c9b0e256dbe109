package org.marsad.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.marsad.arabic.LexiconFiles;
import org.marsad.article.ArticleTable;
import org.marsad.article.TextAnalysis;
import org.marsad.article.TextTable;
import org.marsad.table.Analysis;
import org.marsad.table.Inputs;
import org.marsad.table.Parameters;
import org.marsad.table.Scale;
import org.marsad.table.Table;

/**
 * Seconds, by the clock and of the processors, that stories and terms take over a warehouse whose
 * articles were read and analysed, at a sixteenth, a quarter and all of it, warm; and beside them
 * one thread that reads the same bodies through Lucene's ArabicAnalyzer and counts day, source and
 * stem in a hash map. Argument: the warehouse.
 */
public final class TermsBench {
  private static final int WHOLE = 16;

  private TermsBench() {}

  public static void main(String[] args) throws Exception {
    try (Sessions.Session session = Sessions.open()) {
      var spark = session.spark();
      Warehouse warehouse =
          Warehouse.existing(args[0], spark.sparkContext().hadoopConfiguration());
      LexiconFiles lexicon = LexiconFiles.bundled();
      String version = TextAnalysis.version(lexicon);
      Store store = new Store(spark, warehouse);
      Store.Window window = Store.Window.of(null, null, 0, store.batches());
      Scale.usual(spark);
      timed("text", () -> store.analyse(lexicon, version, window));
      int[] parts = {WHOLE, 1, 4, WHOLE};
      for (int i = 0; i < parts.length; i++) {
        System.out.printf(
            Locale.ROOT, "%d of %d parts%s%n", parts[i], WHOLE, i == 0 ? ", cold" : "");
        Dataset<Row> stored = part(store.articles(window), parts[i]);
        Dataset<Row> analysed = part(store.analysed(version, window), parts[i]);
        analyses(spark, new Path(args[0], "bench"), warehouse, stored, analysed);
        List<Row> bodies = stored.select("published_on", "source", "body").collectAsList();
        timed("  one thread, Lucene", () -> lucene(bodies));
      }
      warehouse.fs().delete(new Path(args[0], "bench"), true);
    }
  }

  private static Dataset<Row> part(Dataset<Row> rows, int parts) {
    return rows.where(pmod(xxhash64(col("article_id")), lit((long) WHOLE)).lt(parts));
  }

  private static void analyses(
      org.apache.spark.sql.SparkSession spark,
      Path directory,
      Warehouse warehouse,
      Dataset<Row> stored,
      Dataset<Row> analysed)
      throws Exception {
    Map<Table, Dataset<Row>> available = new HashMap<>();
    available.put(ArticleTable.STORED, stored);
    available.put(TextTable.ANALYSED, analysed);
    for (Analysis analysis : Analyses.IN_ORDER) {
      String name = analysis.getClass().getPackageName();
      boolean ours = name.endsWith(".term") || analysis.writes().contains(ArticleTable.ARTICLES);
      if (ours) {
        timed(
            "  " + analysis.getClass().getSimpleName(),
            () -> made(analysis, directory, warehouse, available));
        analysis.writes().forEach(t -> available.put(t, Published.read(spark, directory, t)));
      }
    }
  }

  private static int made(
      Analysis analysis, Path directory, Warehouse warehouse, Map<Table, Dataset<Row>> available)
      throws IOException {
    Map<Table, Dataset<Row>> inputs = new HashMap<>();
    analysis.reads().forEach(t -> inputs.put(t, available.get(t)));
    Map<Table, Dataset<Row>> made =
        analysis.run(new Inputs(inputs, Map.of(), Parameters.defaults()));
    for (Table table : analysis.writes()) {
      Path path = new Path(directory, table.name());
      warehouse.fs().delete(path, true);
      Pipeline.arranged(analysis, table, made.get(table)).write().parquet(path.toString());
    }
    return made.size();
  }

  private static int lucene(List<Row> articles) throws IOException {
    Map<String, int[]> counts = new HashMap<>();
    try (ArabicAnalyzer analyzer = new ArabicAnalyzer()) {
      for (Row article : articles) {
        String group = article.get(0) + "\t" + article.get(1) + "\t";
        try (TokenStream stream = analyzer.tokenStream("body", article.getString(2))) {
          CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
          stream.reset();
          while (stream.incrementToken()) {
            counts.computeIfAbsent(group + term, k -> new int[1])[0]++;
          }
          stream.end();
        }
      }
    }
    return counts.size();
  }

  private interface Work {
    int run() throws Exception;
  }

  private static void timed(String name, Work work) throws Exception {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = System.nanoTime();
    long before = system.getProcessCpuTime();
    int result = work.run();
    System.out.printf(
        Locale.ROOT,
        "%-22s %6.1f s, of the processors %6.1f s  (%d)%n",
        name,
        (System.nanoTime() - start) / 1e9,
        (system.getProcessCpuTime() - before) / 1e9,
        result);
  }
}
