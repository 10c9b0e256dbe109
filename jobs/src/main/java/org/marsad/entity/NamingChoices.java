package org.marsad.entity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.marsad.article.ArticleTable.PUBLISHED_ON;
import static org.marsad.article.ArticleTable.SOURCE;
import static org.marsad.article.TextTable.SURFACE;
import static org.marsad.entity.EntityMentions.ENTITY_ID;
import static org.marsad.table.Field.required;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.marsad.table.Analysis;
import org.marsad.table.Inputs;
import org.marsad.table.Table;

/**
 * Which paper says داعش, and which تنظيم الدولة.
 *
 * <p>Reads {@code entity_mentions}, writes {@code naming_choices}. Only entities that the window
 * writes in two forms or more; {@code surface} is the mention's {@code form}. Try {@code ./marsad
 * sql "SELECT source, surface, sum(occurrences) FROM naming_choices WHERE entity_id = 'Q2429253'
 * GROUP BY 1, 2"}.
 */
public final class NamingChoices implements Analysis {
  public static final Table TABLE =
      new Table(
          "naming_choices",
          "One row per day, source, entity and written form, for entities written in several.",
          List.of(PUBLISHED_ON, SOURCE, ENTITY_ID, SURFACE),
          List.of(
              PUBLISHED_ON,
              SOURCE,
              ENTITY_ID,
              SURFACE,
              Entities.OCCURRENCES,
              required(
                  "share",
                  DoubleType,
                  "Part of the source's mentions of the entity on that day, 0 to 1")));

  @Override
  public List<Table> reads() {
    return List.of(EntityMentions.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> counted =
        EntityMentions.ofEntities(inputs.table(EntityMentions.TABLE))
            .groupBy(
                col("published_on"), col("source"), col("entity_id"), col("form").as("surface"))
            .agg(count(lit(1)).as("occurrences"));
    Dataset<Row> several =
        counted
            .groupBy("entity_id")
            .agg(countDistinct("surface").as("forms"))
            .where(col("forms").gt(1))
            .select("entity_id");
    var day = Window.partitionBy("published_on", "source", "entity_id");
    return Map.of(
        TABLE,
        counted
            .join(several, "entity_id")
            .withColumn("share", col("occurrences").divide(sum("occurrences").over(day))));
  }
}
