package org.marsad.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.marsad.article.ArticleTable;
import org.marsad.article.TextTable;
import org.marsad.table.Scale;
import org.marsad.table.Table;

/** The tables of a published run. */
public final class Published {
  private Published() {}

  /** A table as the run published it; columns that the run did not have yet are empty. */
  public static Dataset<Row> read(SparkSession spark, Path run, Table table) {
    return Scale.read(earlier(spark, run, table));
  }

  /** The same of a run whose window may be any, whatever the session is fitted to. */
  static Dataset<Row> earlier(SparkSession spark, Path run, Table table) {
    return spark.read().schema(table.schema()).parquet(new Path(run, table.name()).toString());
  }

  /** The tables of a run, each looked up once. */
  static Function<Table, Dataset<Row>> tables(SparkSession spark, Path run) {
    Map<Table, Dataset<Row>> known = new ConcurrentHashMap<>();
    return table -> known.computeIfAbsent(table, t -> read(spark, run, t));
  }

  /** Makes every table of a run, and {@code tokens}, known to SQL by its name. */
  public static void register(SparkSession spark, Warehouse warehouse, String runId) {
    register(spark, warehouse, runId, "");
  }

  /** The same with something before each name, so that two runs can be asked at once. */
  static void register(SparkSession spark, Warehouse warehouse, String runId, String prefix) {
    var manifest = Manifest.read(warehouse, runId);
    for (Table table : Analyses.published()) {
      if (warehouse.exists(new Path(warehouse.run(runId), table.name()))) {
        read(spark, warehouse.run(runId), table).createOrReplaceTempView(prefix + table.name());
      } else {
        spark.catalog().dropTempView(prefix + table.name());
      }
    }
    Dataset<Row> analysed =
        new Store(spark, warehouse)
            .asOf(manifest)
            .analysed(manifest.path("analyser").asText(), Manifest.window(manifest));
    String[] key = ArticleTable.key();
    Dataset<Row> published =
        read(spark, warehouse.run(runId), ArticleTable.ARTICLES).select(key[0], key[1]);
    TextTable.tokens(analysed.join(published, key, "left_semi"))
        .createOrReplaceTempView(prefix + TextTable.TOKENS.name());
  }
}
