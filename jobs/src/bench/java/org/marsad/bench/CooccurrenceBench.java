package org.marsad.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.marsad.entity.CooccurrenceSql;
import org.marsad.entity.EntityCooccurrence;
import org.marsad.entity.EntityMentions;
import org.marsad.run.Sessions;
import org.marsad.table.Inputs;
import org.marsad.table.Parameters;

/** Seconds for all pairs of a published run, beside DuckDB's self-join over the same mentions. */
final class CooccurrenceBench {
  private static final int ROUNDS = 4;

  private CooccurrenceBench() {}

  public static void main(String[] args) throws Exception {
    Path mentions = Path.of(args[0], "current", "entity_mentions");
    try (Sessions.Session session = Sessions.open()) {
      Dataset<Row> rows = session.spark().read().parquet(mentions.toString());
      System.out.printf(Locale.ROOT, "%,d mentions%n", rows.count());
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        new EntityCooccurrence()
            .run(
                new Inputs(
                    Map.of(EntityMentions.TABLE, rows), Map.of(), Parameters.defaults()))
            .values()
            .forEach(table -> table.write().format("noop").mode("overwrite").save());
        System.out.printf(Locale.ROOT, "marsad, both tables: %.2f s%n", seconds(start));
      }
    }
    try (Connection duck = CooccurrenceSql.open(mentions)) {
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        CooccurrenceSql.join(duck);
        System.out.printf(Locale.ROOT, "DuckDB, counts alone: %.2f s%n", seconds(start));
      }
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
