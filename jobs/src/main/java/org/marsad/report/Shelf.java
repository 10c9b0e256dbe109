package org.marsad.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.udf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.marsad.table.Scale;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The articles that the page points to and what it cites of them: fetched together at the end, so
 * that the texts are read once.
 */
final class Shelf {
  private static final StructType WANTED =
      new StructType()
          .add("article_id", DataTypes.StringType)
          .add(
              "asks",
              DataTypes.createArrayType(
                  new StructType()
                      .add("places", DataTypes.createArrayType(DataTypes.IntegerType))
                      .add("words", DataTypes.createArrayType(DataTypes.StringType))));

  private static final UserDefinedFunction CUT =
      udf(
          (UDF3<String, String, Seq<Row>, List<Row>>)
              (title, body, asks) -> cut(title, body, CollectionConverters.asJava(asks)),
          DataTypes.createArrayType(
              new StructType()
                  .add("text", DataTypes.StringType)
                  .add("marks", DataTypes.createArrayType(DataTypes.IntegerType))));

  private final Set<String> wanted = new ConcurrentSkipListSet<>();
  private final Queue<Citation> citations = new ConcurrentLinkedQueue<>();

  /** What a section will cite: the first passages of those asked for that show what they should. */
  private record Citation(int most, List<Passage.Ask> asks, List<Passage> passages) {}

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

  /** A passage for each that is asked for, see {@link #cite(int, List)}. */
  List<Passage> cite(List<Passage.Ask> asks) {
    return cite(asks.size(), asks);
  }

  /**
   * Passages, of which those without a mark come last.
   *
   * @param most as many of them at most
   * @return a list that is empty until {@link #fetch}
   */
  List<Passage> cite(int most, List<Passage.Ask> asks) {
    List<Passage> passages = new ArrayList<>();
    citations.add(new Citation(most, asks, passages));
    return passages;
  }

  /** Fills the passages; returns the articles wanted or cited, by id. */
  Map<String, Item> fetch(Dataset<Row> articles) {
    Map<String, Set<Passage.Ask>> asks = new TreeMap<>();
    wanted.forEach(id -> asks.put(id, new LinkedHashSet<>()));
    for (Citation citation : citations) {
      for (Passage.Ask ask : citation.asks()) {
        asks.computeIfAbsent(ask.article(), a -> new LinkedHashSet<>()).add(ask);
      }
    }
    Map<String, Item> items = new TreeMap<>();
    Map<Passage.Ask, Passage> passages = new HashMap<>();
    if (!asks.isEmpty()) {
      for (Row r : rows(articles, asks)) {
        items.put(r.getString(0), item(r));
        List<Row> cuts = r.getList(6);
        int i = 0;
        for (Passage.Ask ask : asks.get(r.getString(0))) {
          passages.put(ask, passage(ask.article(), cuts.get(i++)));
        }
      }
    }
    Set<String> shown = new HashSet<>(wanted);
    for (Citation citation : citations) {
      citation.asks().stream()
          .map(passages::get)
          .filter(Objects::nonNull)
          .sorted(Comparator.comparing(p -> p.marks().isEmpty()))
          .limit(citation.most())
          .forEach(citation.passages()::add);
      citation.passages().forEach(p -> shown.add(p.article()));
    }
    items.keySet().retainAll(shown);
    return items;
  }

  private static List<Row> rows(Dataset<Row> articles, Map<String, Set<Passage.Ask>> asks) {
    List<Row> rows = new ArrayList<>();
    asks.forEach(
        (id, of) ->
            rows.add(
                RowFactory.create(
                    id, of.stream().map(a -> RowFactory.create(a.places(), a.words())).toList())));
    return articles
        .join(Scale.small(articles.sparkSession().createDataFrame(rows, WANTED)), "article_id")
        .select(
            col("article_id"),
            expr("substring(if(trim(title) = '', body, title), 1, 200)"),
            col("source"),
            col("published_on"),
            col("url"),
            expr("coalesce(category, '')"),
            CUT.apply(col("title"), col("body"), col("asks")))
        .collectAsList();
  }

  private static List<Row> cut(String title, String body, List<Row> asks) {
    return asks.stream()
        .map(
            ask -> {
              Passage passage =
                  new Passage.Ask("", ask.getList(0), ask.getList(1)).cut(title, body);
              return RowFactory.create(
                  passage.text(),
                  passage.marks().stream().flatMapToInt(IntStream::of).boxed().toList());
            })
        .toList();
  }

  private static Passage passage(String article, Row cut) {
    List<Integer> flat = cut.getList(1);
    return new Passage(
        article,
        cut.getString(0),
        IntStream.range(0, flat.size() / 2)
            .mapToObj(i -> new int[] {flat.get(2 * i), flat.get(2 * i + 1)})
            .toList());
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
