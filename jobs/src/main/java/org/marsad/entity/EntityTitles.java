package org.marsad.entity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.marsad.entity.EntityMentions.ENTITY_ID;
import static org.marsad.table.Field.required;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.marsad.arabic.Orthography;
import org.marsad.article.TextTable;
import org.marsad.table.Analysis;
import org.marsad.table.Field;
import org.marsad.table.Inputs;
import org.marsad.table.Table;

/**
 * What persons were called: «الرئيس السوري», «وزير الدفاع».
 *
 * <p>Reads {@code analysed}, writes {@code entity_titles}. Spellings of one title are one row,
 * under the one printed most. Try {@code ./marsad sql "SELECT name, title, t.articles FROM
 * entity_titles t JOIN entities USING (entity_id) ORDER BY 3 DESC"}.
 */
public final class EntityTitles implements Analysis {
  static final Field TITLE =
      required("title", StringType, "The title as printed most, without proclitics");

  public static final Table TABLE =
      new Table(
          "entity_titles",
          "One row per person and title that stood beside the name.",
          List.of(ENTITY_ID, TITLE),
          List.of(
              ENTITY_ID,
              TITLE,
              required("occurrences", LongType, "Times that it stood there"),
              required("articles", LongType, "Articles in which it stood there"),
              Entities.FIRST_SEEN,
              Entities.LAST_SEEN));

  @Override
  public List<Table> reads() {
    return List.of(TextTable.ANALYSED);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> titles =
        TextTable.each(inputs.table(TextTable.ANALYSED), "titles")
            .withColumn(
                "key",
                udf((UDF1<String, String>) Orthography::fold, StringType).apply(col("title")));
    Dataset<Row> printed =
        titles
            .groupBy("entity_id", "key", "title")
            .agg(count(lit(1)).as("n"))
            .groupBy("entity_id", "key")
            .agg(max(struct(col("n"), col("title"))).as("best"));
    Dataset<Row> counted =
        titles
            .groupBy("entity_id", "key")
            .agg(
                count(lit(1)).as("occurrences"),
                countDistinct("article_id").as("articles"),
                min("published_on").as("first_seen"),
                max("published_on").as("last_seen"));
    return Map.of(
        TABLE,
        counted
            .join(printed, new String[] {"entity_id", "key"})
            .withColumn("title", col("best.title")));
  }
}
