package org.marsad.report;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds the names that broke through on the last day. */
final class Breaking {
  private static final int CANDIDATES = 400;
  private static final int MOST = 12;
  private static final int LEAST_STORIES = 2;
  private static final double STRIKING = 1;

  /** What is added to a past: one never met before is not taken for impossible. */
  static final double PRIOR = 0.5;

  private Breaking() {}

  /** The names, and the stories of every entity by day for later questions. */
  record Found(List<Breakthrough> names, Dataset<Row> perDay) {

    /** Stories by day of the entities asked for. */
    Map<String, long[]> daily(Set<String> ids, Night night) {
      return night.daily(perDay.where(col("entity_id").isin(ids.toArray())));
    }
  }

  static Found of(Dataset<Row> articles, Dataset<Row> mentions, Night night) {
    Dataset<Row> perDay = perDay(mentions);
    if (night.days().size() < 2) {
      return new Found(List.of(), perDay);
    }
    Column today = col("published_on").equalTo(lit(night.last()));
    Column earlier = col("published_on").between(night.days().get(0), night.last().minusDays(1));
    Column ever = col("published_on").lt(lit(night.last()));
    // What a new paper prints is no news for that: its reporters would break through.
    Column compared = not(col("source").isin(night.newcomers().toArray()));
    boolean all = night.newcomers().isEmpty();
    Dataset<Row> sides =
        (all ? perDay : perDay(mentions.where(compared)))
            .groupBy("entity_id")
            .agg(
                coalesce(sum(when(today, col("stories"))), lit(0L)).as("observed"),
                coalesce(sum(when(earlier, col("stories"))), lit(0L)).as("past"))
            .where(col("observed").geq(LEAST_STORIES))
            .orderBy(col("observed").divide(col("past").plus(1)).desc(), col("entity_id").asc())
            .limit(CANDIDATES)
            .join(
                perDay.where(ever).groupBy("entity_id").agg(sum("stories").as("before")),
                new String[] {"entity_id"},
                "left");
    List<Long> stories = all ? night.dailyStories() : daily(articles.where(compared), night);
    double now = stories.get(stories.size() - 1);
    double before = stories.stream().mapToLong(n -> n).sum() - now;
    List<Breakthrough> names =
        sides.collectAsList().stream()
            .map(r -> breakthrough(r, now / Math.max(1, before)))
            .filter(b -> strikes(b.score()))
            .sorted(
                Comparator.comparingDouble((Breakthrough b) -> -b.score())
                    .thenComparing(Breakthrough::entityId))
            .limit(MOST)
            .toList();
    return new Found(names, perDay);
  }

  private static Dataset<Row> perDay(Dataset<Row> mentions) {
    return mentions
        .groupBy("entity_id", "published_on")
        .agg(countDistinct("story_id").as("stories"));
  }

  private static List<Long> daily(Dataset<Row> articles, Night night) {
    Map<String, long[]> daily =
        night.daily(
            articles
                .groupBy(lit("").as("all"), col("published_on"))
                .agg(countDistinct("story_id")));
    return LongStream.of(daily.getOrDefault("", new long[night.days().size()])).boxed().toList();
  }

  private static Breakthrough breakthrough(Row row, double ratio) {
    long observed = row.getLong(1);
    long past = row.getLong(2);
    double expected = (past + PRIOR) * ratio;
    return new Breakthrough(
        row.getString(0), observed, expected, score(observed, expected), row.isNullAt(3));
  }

  /** Whether a number of the last day with this score is worth the reader's eye. */
  static boolean strikes(double score) {
    return score > STRIKING;
  }

  /** {@code sign(o - e) · √(2 (o ln(o/e) - (o - e)))}. */
  static double score(double observed, double expected) {
    double half =
        (observed == 0 ? 0 : observed * Math.log(observed / expected)) - (observed - expected);
    return Math.signum(observed - expected) * Math.sqrt(Math.max(0, 2 * half));
  }
}
