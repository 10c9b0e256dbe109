package org.marsad.entity;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.marsad.article.ArticleTable.PUBLISHED_ON;
import static org.marsad.article.ArticleTable.SOURCE;
import static org.marsad.entity.EntityMentions.ENTITY_ID;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.marsad.article.ArticleTable;
import org.marsad.table.Analysis;
import org.marsad.table.Inputs;
import org.marsad.table.Scale;
import org.marsad.table.Table;
import org.marsad.term.SourceShares;

/**
 * The names that a source's pages carry beside the news: what it calls itself, an organisation in
 * half of its articles that hardly anybody else among several names, or a paper or station in a
 * tenth of them that few others name («told our reporter»), in a fifth where there are no others;
 * and on a day, one surely in two thirds of all it printed, such as the networks of a bar of share
 * buttons.
 *
 * <p>Reads {@code entity_mentions}, {@code articles} and the lexicon's entities, writes {@code
 * own_names}. Lists of who is in the news, and pairs, leave these names out there. Try {@code
 * ./marsad sql "SELECT DISTINCT source, name FROM own_names JOIN entities USING (entity_id)"}.
 *
 * <p>Terms have a rule of their own, {@code source_signatures}, which lets up to a quarter of the
 * others' articles have the term: a page's furniture is made of common words. A name that others
 * print is in the news.
 */
public final class OwnNames implements Analysis {
  /** Share of the source's articles that name it. */
  private static final double LEAST_SHARE = 0.5;

  /** Share that the source has of all articles that name it. */
  private static final double LEAST_CONCENTRATION = 0.9;

  /** The same two of a paper, a station or a site: «in an interview with us» is no furniture. */
  private static final double LEAST_MEDIA_SHARE = 0.1;

  private static final double LEAST_MEDIA_CONCENTRATION = 0.75;

  /** The share where there is one source alone, and nobody to compare it with. */
  private static final double LEAST_LONE_MEDIA_SHARE = 0.2;

  /** Share of the source's articles of a day, where over the window it is in fewer than half. */
  private static final double LEAST_DAY_SHARE = 2 / 3.0;

  public static final Table TABLE =
      new Table(
          "own_names",
          "One row per source, day and organisation that the source's pages carry beside the news,"
              + " such as what it calls itself.",
          List.of(PUBLISHED_ON, SOURCE, ENTITY_ID),
          List.of(PUBLISHED_ON, SOURCE, ENTITY_ID, Entities.ARTICLES));

  @Override
  public List<Table> reads() {
    return List.of(EntityMentions.TABLE, ArticleTable.ARTICLES, KnownEntities.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> mentions = EntityMentions.ofEntities(inputs.table(EntityMentions.TABLE));
    Dataset<Row> media =
        inputs
            .table(KnownEntities.TABLE)
            .where(col("kind").equalTo("media"))
            .select(col("entity_id"), lit(true).as("media"));
    return Map.of(TABLE, found(mentions, media, inputs.table(ArticleTable.ARTICLES)));
  }

  /**
   * The mentions that are news.
   *
   * @param mentions rows of {@code entity_mentions}
   * @param own rows of {@code own_names}
   */
  public static Dataset<Row> without(Dataset<Row> mentions, Dataset<Row> own) {
    Dataset<Row> keys = own.select("source", "published_on", "entity_id");
    return mentions.join(Scale.small(keys), keys.columns(), "left_anti");
  }

  private static Dataset<Row> found(
      Dataset<Row> mentions, Dataset<Row> media, Dataset<Row> articles) {
    Dataset<Row> days =
        articles
            .groupBy("source", "published_on")
            .agg(count(lit(1)).as("of_day"))
            .withColumn("all", sum("of_day").over(Window.partitionBy("source")))
            .crossJoin(broadcast(articles.agg(countDistinct("source").as("sources"))));
    Column often = col("in_all").geq(col("all").multiply(LEAST_SHARE));
    Column enough = col("all").geq(SourceShares.LEAST_ARTICLES);
    Column comparable = col("sources").gt(1).and(enough);
    Column hardlyElsewhere =
        comparable.and(col("in_all").geq(col("everywhere").multiply(LEAST_CONCENTRATION)));
    Column mediaShare =
        when(col("sources").gt(1), LEAST_MEDIA_SHARE).otherwise(LEAST_LONE_MEDIA_SHARE);
    Column ownMedia =
        enough
            .and(col("media").isNotNull())
            .and(col("in_all").geq(col("all").multiply(mediaShare)))
            .and(col("in_all").geq(col("everywhere").multiply(LEAST_MEDIA_CONCENTRATION)));
    Column surely = SourceShares.isSurely(col("articles"), col("of_day"), LEAST_DAY_SHARE);
    return mentions
        .where(col("type").equalTo("ORGANIZATION"))
        .groupBy("source", "published_on", "entity_id")
        .agg(countDistinct("article_id").as("articles"))
        .withColumn("everywhere", sum("articles").over(Window.partitionBy("entity_id")))
        .withColumn("in_all", sum("articles").over(Window.partitionBy("entity_id", "source")))
        .join(Scale.small(days), new String[] {"source", "published_on"})
        .join(Scale.small(media), new String[] {"entity_id"}, "left")
        .where(ownMedia.or(when(often, hardlyElsewhere).otherwise(surely)));
  }
}
