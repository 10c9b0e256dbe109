package org.marsad.term;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.marsad.table.Field.required;
import static org.marsad.term.ArticleTerms.SURFACE;
import static org.marsad.term.ArticleTerms.TERM;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.Window;
import org.marsad.article.ArticleTable;
import org.marsad.table.Analysis;
import org.marsad.table.Field;
import org.marsad.table.Inputs;
import org.marsad.table.NarrowSide;
import org.marsad.table.Scale;
import org.marsad.table.Table;

/**
 * The terms that set a source or a section apart from the rest of the window.
 *
 * <p>Reads {@code article_terms}, {@code articles}, {@code terms} and {@code source_signatures},
 * writes {@code term_keyness}. What is compared is the share of articles with the term, in the
 * group and in all others, so that one article that repeats itself sets nothing apart;
 * word-for-word copies are left out. Terms that a group has more of than the rest, at least {@value
 * #LEAST_ARTICLES} times, are ranked by G², the first {@value #MOST} kept. Try {@code ./marsad sql
 * "SELECT group_name, surface, log_ratio FROM term_keyness WHERE rank <= 10"}.
 */
public final class TermKeyness implements Analysis {
  static final int LEAST_ARTICLES = 5;
  static final int MOST = 50;

  private static final Field KIND = required("group_kind", StringType, "source or category");
  private static final Field GROUP =
      required("group_name", StringType, "The source or category, as the input names it");
  private static final Field RANK =
      required("rank", IntegerType, "Place in the group, 1 sets it apart most");

  public static final Table TABLE =
      new Table(
          "term_keyness",
          "One row per group and each of the fifty terms that set it apart.",
          List.of(KIND, GROUP, RANK),
          List.of(
              KIND,
              GROUP,
              TERM,
              SURFACE,
              required("group_articles", LongType, "Articles of the group with the term"),
              required("group_size", LongType, "Articles of the group"),
              required("rest_articles", LongType, "Other articles with the term"),
              required("rest_size", LongType, "Other articles"),
              required(
                  "group_expected", DoubleType, "Articles with the term if the group were as all"),
              Collocations.G2,
              required(
                  "log_ratio",
                  DoubleType,
                  "Binary logarithm of the two shares' ratio, half an article for none (Hardie"
                      + " 2014)"),
              RANK));

  @Override
  public List<Table> reads() {
    return List.of(ArticleTerms.TABLE, ArticleTable.ARTICLES, Terms.TABLE, SourceSignatures.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> articles =
        inputs
            .table(ArticleTable.ARTICLES)
            .where(org.apache.spark.sql.functions.not(col("is_copy")))
            .select("article_id", "source", "category");
    long all = articles.count();
    Dataset<Row> terms =
        inputs
            .table(ArticleTerms.TABLE)
            .select("article_id", "term")
            .join(NarrowSide.of(articles), "article_id")
            .groupBy("source", "category", "term")
            .agg(count(lit(1)).as("n"));
    Dataset<Row> everywhere = terms.groupBy("term").agg(sum("n").as("everywhere"));
    Dataset<Row> groups = groups(articles.withColumn("n", lit(1L))).withColumnRenamed("n", "size");
    Dataset<Row> counted =
        terms
            .select(expr(GROUPS), col("term"), col("n"))
            .groupBy("group_kind", "group_name", "term")
            .agg(sum("n").as("group_articles"))
            .where(col("group_name").notEqual("").and(col("group_articles").geq(LEAST_ARTICLES)))
            .join(
                inputs
                    .table(SourceSignatures.TABLE)
                    .select(
                        lit("source").as("group_kind"),
                        col("source").as("group_name"),
                        col("term")),
                new String[] {"group_kind", "group_name", "term"},
                "left_anti")
            .join(everywhere, "term")
            .join(Scale.small(groups), new String[] {"group_kind", "group_name"});
    return Map.of(TABLE, ranked(measured(counted, all)).join(Terms.surfaces(inputs), "term"));
  }

  private static final String GROUPS =
      "stack(2, 'source', source, 'category', coalesce(category, '')) as (group_kind, group_name)";

  private static Dataset<Row> groups(Dataset<Row> articles) {
    return articles
        .select(expr(GROUPS), col("n"))
        .groupBy("group_kind", "group_name")
        .agg(sum("n").as("n"));
  }

  private static Dataset<Row> measured(Dataset<Row> counted, long all) {
    var g2 =
        udf(
            (UDF4<Long, Long, Long, Long, Double>) (o, a, b, n) -> Association.g2(o, a, b, n),
            DoubleType);
    var ratio =
        udf(
            (UDF4<Long, Long, Long, Long, Double>)
                (o, a, b, n) -> Association.logRatio(o, a, b - o, n - a),
            DoubleType);
    return counted
        .withColumn("group_size", col("size"))
        .withColumn("rest_articles", col("everywhere").minus(col("group_articles")))
        .withColumn("rest_size", lit(all).minus(col("size")))
        .withColumn(
            "group_expected", col("size").multiply(col("everywhere")).divide(lit((double) all)))
        .where(col("rest_size").gt(0))
        .withColumn("g2", g2.apply(col("group_articles"), col("size"), col("everywhere"), lit(all)))
        .withColumn(
            "log_ratio",
            ratio.apply(col("group_articles"), col("size"), col("everywhere"), lit(all)))
        .where(col("g2").gt(0));
  }

  private static Dataset<Row> ranked(Dataset<Row> measured) {
    return measured
        .withColumn(
            "rank",
            row_number()
                .over(
                    Window.partitionBy("group_kind", "group_name")
                        .orderBy(col("g2").desc(), col("term").asc())))
        .where(col("rank").leq(MOST));
  }
}
