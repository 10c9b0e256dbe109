package org.marsad.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.marsad.article.ArticleTable;
import org.marsad.article.TextTable;
import org.marsad.entity.Annotations;
import org.marsad.entity.Entities;
import org.marsad.entity.EntityCooccurrence;
import org.marsad.entity.EntityMentions;
import org.marsad.entity.EntityNetwork;
import org.marsad.entity.Gexf;
import org.marsad.table.Table;
import org.marsad.term.ArticleTerms;
import org.marsad.term.Terms;
import org.marsad.topic.PyLdaVis;
import org.marsad.topic.TopicTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tables for other programs. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Write a table, the network, the names or the topics for other programs.",
      "A table as CSV that spreadsheets open safely or as JSON Lines, the network",
      "of entities as GEXF, the names in the articles as CoNLL or W3C Web",
      "Annotations, the topics for pyLDAvis."
    },
    footer = {
      "",
      "Examples: marsad export --format csv --table entities --output entities.csv",
      "          marsad export --format gexf --output network.gexf",
      "          marsad export --format conll --output names.conll"
    })
final class ExportCommand implements Callable<Integer> {
  enum Format {
    CSV,
    JSONL,
    GEXF,
    CONLL,
    JSONLD,
    PYLDAVIS;

    /** As it is typed, and completed. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin private CommonOptions.InWarehouse in;

  @Option(
      names = "--format",
      required = true,
      description =
          "csv or jsonl (a table), gexf (the network), conll or jsonld (the names), pyldavis"
              + " (the topics).")
  private Format format;

  @Option(
      names = "--table",
      completionCandidates = Analyses.QueryableNames.class,
      description = "The table, for csv and jsonl.")
  private String table;

  @Option(names = "--output", required = true, paramLabel = "FILE", description = "Where to.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    if (table != null && format != Format.CSV && format != Format.JSONL) {
      throw new UserError("--table " + table + ": goes with csv and jsonl, not with " + format);
    }
    Table chosen = format == Format.CSV || format == Format.JSONL ? table() : null;
    try (Sessions.Session session = Sessions.open()) {
      SparkSession spark = session.spark();
      Warehouse warehouse =
          Warehouse.existing(in.warehouse, spark.sparkContext().hadoopConfiguration());
      Published.register(spark, warehouse, warehouse.requireCurrent());
      if (format == Format.PYLDAVIS && spark.table(TopicTables.TOPICS.name()).isEmpty()) {
        throw new UserError("the published run has no topics: its stories are too few");
      }
      // What was exported last stands until this is whole; /dev/stdout is written as it comes.
      boolean file = !Files.exists(output) || Files.isRegularFile(output);
      Path part = file ? output.resolveSibling(output.getFileName() + ".part") : output;
      try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
        switch (format) {
          case CSV -> csv(spark.table(chosen.name()), out);
          case JSONL -> lines(Cells.json(spark.table(chosen.name())), out);
          case GEXF ->
              Gexf.write(
                  spark.table(Entities.TABLE.name()),
                  spark.table(EntityNetwork.TABLE.name()),
                  EntityNetwork.links(spark.table(EntityCooccurrence.TABLE.name())),
                  out);
          case CONLL ->
              lines(
                  Annotations.conll(
                      spark.table(TextTable.TOKENS.name()),
                      spark.table(EntityMentions.TABLE.name())),
                  out);
          case JSONLD ->
              lines(
                  Annotations.jsonld(
                      spark.table(EntityMentions.TABLE.name()),
                      spark.table(ArticleTable.ARTICLES.name())),
                  out);
          case PYLDAVIS ->
              PyLdaVis.write(
                  spark.table(TopicTables.TOPICS.name()),
                  spark.table(TopicTables.TERMS.name()),
                  spark.table(TopicTables.ARTICLE_TOPICS.name()),
                  spark.table(Terms.TABLE.name()),
                  spark.table(ArticleTerms.TABLE.name()),
                  out);
        }
        out.close();
        if (file) {
          Files.move(part, output, StandardCopyOption.REPLACE_EXISTING);
        }
      } catch (IOException e) {
        throw new UserError(
            "--output " + output + " cannot be written (" + e.getMessage() + ")", e);
      } finally {
        if (file) {
          Files.deleteIfExists(part);
        }
      }
      Streams.out().println(output);
      return 0;
    }
  }

  private static void lines(Dataset<String> rows, BufferedWriter out) throws IOException {
    for (Iterator<String> it = rows.toLocalIterator(); it.hasNext(); ) {
      out.write(it.next() + "\n");
    }
  }

  private Table table() {
    List<String> names = new Analyses.QueryableNames();
    if (table == null) {
      throw new UserError("--format " + format + " needs --table" + Suggestions.among("", names));
    }
    return Analyses.queryable().stream()
        .filter(t -> t.name().equals(table))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "--table " + table + ": no such table" + Suggestions.among(table, names)));
  }

  /** With a byte-order mark, by which Excel knows UTF-8. */
  private static void csv(Dataset<Row> rows, BufferedWriter out) throws IOException {
    out.write('\uFEFF');
    out.write(Cells.csv(List.of(rows.columns())) + "\r\n");
    for (Iterator<Row> it = rows.toLocalIterator(); it.hasNext(); ) {
      out.write(Cells.csv(Cells.of(it.next())) + "\r\n");
    }
  }
}
