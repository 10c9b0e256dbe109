package org.marsad.article;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.marsad.table.Inputs;
import org.marsad.table.Parameters;
import org.marsad.table.Table;

/** {@link Stories} as a run makes them, of articles that a test or a benchmark makes up. */
final class StoryRun {
  private static final StructType ANALYSED =
      StructType.fromDDL(
          "article_id string, text_key string, source string, published_on date,"
              + " sketch array<int>, sentences array<bigint>");

  private StoryRun() {}

  /** A row of the store's articles. */
  static Row article(String id, String source, String body, LocalDate day) {
    return RowFactory.create(
        id,
        ArticleId.textKey(body),
        source,
        "",
        "",
        body,
        "",
        "",
        day,
        "record",
        "ar",
        "UTF-8",
        60,
        "b");
  }

  static Map<Table, Dataset<Row>> made(SparkSession spark, List<Row> rows, int partitions) {
    Dataset<Row> stored =
        spark.createDataFrame(rows, ArticleTable.STORED.schema()).repartition(partitions);
    Dataset<Row> analysed =
        spark
            .createDataFrame(rows.stream().map(StoryRun::analysed).toList(), ANALYSED)
            .repartition(partitions);
    Inputs inputs =
        new Inputs(
            Map.of(ArticleTable.STORED, stored, TextTable.ANALYSED, analysed),
            Map.of(),
            Parameters.defaults());
    return new Stories().run(inputs);
  }

  /** What of an article's analysis stories are made of. */
  private static Row analysed(Row article) {
    String body = article.getString(5);
    return RowFactory.create(
        article.get(0),
        article.get(1),
        article.get(2),
        article.get(8),
        Shingles.sketch(Shingles.of(Shingles.words(body))),
        Boilerplate.sentences(body));
  }
}
