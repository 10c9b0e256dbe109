package org.marsad.run;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.marsad.article.ArticleTable;
import org.marsad.article.RejectTable;
import org.marsad.article.TextTable;
import org.marsad.entity.KnownEntities;
import org.marsad.names.NameTagger;
import org.marsad.table.Analysis;
import org.marsad.table.Inputs;
import org.marsad.table.Parameters;
import org.marsad.table.Scale;
import org.marsad.table.Table;
import org.marsad.table.Workers;

/**
 * Makes the tables of one run. An analysis begins when the tables that it reads are written, and
 * others may run beside it: nothing is cached, and any step can be looked into.
 */
final class Pipeline {
  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Path directory;
  private final Stages stages;
  private final Map<Table, Dataset<Row>> available = new ConcurrentHashMap<>();
  private final Map<Table, TableFiles.Written> written = new ConcurrentHashMap<>();
  private final ConcurrentMap<Class<?>, Object> shared = new ConcurrentHashMap<>();

  /**
   * A pipeline over articles and their analysed text.
   *
   * @param directory where the tables go, one directory each
   */
  Pipeline(SparkSession spark, Warehouse warehouse, Path directory, Stages stages) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.directory = directory;
    this.stages = stages;
  }

  /** What the analyses start from. */
  record Sources(
      Dataset<Row> articles, Dataset<Row> analysed, Dataset<Row> rejects, NameTagger tagger) {}

  /**
   * Makes the tables.
   *
   * @param previous the run before tonight's, for what looks back
   * @param kept the run whose tables stand in for those not wanted
   * @param wanted whether a table is to be made anew
   */
  Map<String, TableFiles.Written> run(
      Sources sources,
      Parameters parameters,
      Optional<String> previous,
      Optional<String> kept,
      Predicate<Table> wanted)
      throws Exception {
    available.put(ArticleTable.STORED, sources.articles());
    available.put(TextTable.ANALYSED, sources.analysed());
    available.put(KnownEntities.TABLE, KnownEntities.rows(spark, sources.tagger()));
    write(RejectTable.REJECTS, sorted(RejectTable.REJECTS, sources.rejects()));
    try (Workers workers = new Workers(spark)) {
      Map<Table, CompletableFuture<?>> done = new HashMap<>();
      for (Analysis analysis : Analyses.IN_ORDER) {
        List<CompletableFuture<?>> inputs =
            analysis.reads().stream().map(done::get).filter(Objects::nonNull).toList();
        boolean keep = kept.isPresent() && analysis.writes().stream().noneMatch(wanted);
        CompletableFuture<?> made =
            workers.after(
                inputs,
                () -> keep ? keep(analysis, kept.get()) : make(analysis, parameters, previous));
        analysis.writes().forEach(t -> done.put(t, made));
      }
      workers.await();
    }
    Map<String, TableFiles.Written> inOrder = new LinkedHashMap<>();
    Analyses.published().forEach(t -> inOrder.put(t.name(), written.get(t)));
    return inOrder;
  }

  private Void keep(Analysis analysis, String run) throws IOException {
    for (Table table : analysis.writes()) {
      write(table, sorted(table, Published.read(spark, warehouse.run(run), table)));
    }
    return null;
  }

  private Void make(Analysis analysis, Parameters parameters, Optional<String> previous)
      throws Exception {
    return stages.timed(
        analysis.getClass().getSimpleName(), () -> write(analysis, parameters, previous));
  }

  private Void write(Analysis analysis, Parameters parameters, Optional<String> previous)
      throws IOException {
    Map<Table, Dataset<Row>> inputs = new HashMap<>();
    analysis.reads().forEach(t -> inputs.put(t, available.get(t)));
    Map<Table, Dataset<Row>> before = new HashMap<>();
    // A run of an earlier Marsad may lack a table.
    previous.ifPresent(
        run ->
            analysis.previous().stream()
                .filter(t -> warehouse.exists(new Path(warehouse.run(run), t.name())))
                .forEach(t -> before.put(t, Published.earlier(spark, warehouse.run(run), t))));
    Map<Table, Dataset<Row>> made = analysis.run(new Inputs(inputs, before, parameters, shared));
    for (Table table : analysis.writes()) {
      write(table, arranged(analysis, table, made.get(table)));
    }
    return null;
  }

  /** The rows as they are to be written, in few files of like size, each sorted. */
  static Dataset<Row> arranged(Analysis analysis, Table table, Dataset<Row> rows) {
    return analysis.inOrder().contains(table) ? table.conform(rows) : sorted(table, rows);
  }

  /** A sort of the whole would make the rows twice: once to learn their range. */
  private static Dataset<Row> sorted(Table table, Dataset<Row> rows) {
    return Scale.balanced(table.conform(rows), table.order()[0])
        .sortWithinPartitions(table.order());
  }

  private void write(Table table, Dataset<Row> rows) throws IOException {
    Path path = new Path(directory, table.name());
    rows.write().parquet(path.toString());
    written.put(
        table,
        TableFiles.check(table, path, warehouse, spark.sparkContext().hadoopConfiguration()));
    available.put(table, Published.read(spark, directory, table));
  }
}
