package org.marsad.report;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The articles that the page points to, fetched together at the end. */
final class Shelf {
  private final Set<String> wanted = new ConcurrentSkipListSet<>();

  /**
   * An article as the page names it.
   *
   * @param title the headline; the first words of the body where there is none
   * @param url where it stands, empty unless it is a web address
   */
  record Item(String id, String title, String source, String category, String date, String url) {}

  /** Notes an article; returns its id. */
  String want(String articleId) {
    wanted.add(articleId);
    return articleId;
  }

  /** The articles wanted, by id. */
  Map<String, Item> fetch(Dataset<Row> articles) {
    Map<String, Item> items = new LinkedHashMap<>();
    if (wanted.isEmpty()) {
      return items;
    }
    articles
        .where(col("article_id").isin(wanted.toArray()))
        .selectExpr(
            "article_id",
            "substring(if(trim(title) = '', body, title), 1, 200)",
            "source",
            "published_on",
            "url",
            "coalesce(category, '')")
        .collectAsList()
        .forEach(r -> items.put(r.getString(0), item(r)));
    return items;
  }

  private static Item item(Row row) {
    LocalDate day = (LocalDate) row.get(3);
    return new Item(
        row.getString(0),
        row.getString(1).strip(),
        row.getString(2),
        row.getString(5),
        day.toString(),
        web(row.getString(4)));
  }

  /** A web address as it is; anything else, such as {@code javascript:}, is none. */
  static String web(String url) {
    String lower = url == null ? "" : url.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://") ? url.strip() : "";
  }
}
