package org.marsad.report;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.marsad.arabic.Pos;
import org.marsad.article.ArticleTable;
import org.marsad.entity.Entities;
import org.marsad.table.Scale;
import org.marsad.table.Table;
import org.marsad.term.ArticleTerms;
import org.marsad.term.Nested;
import org.marsad.term.SourceSignatures;
import org.marsad.term.TermTrends;

/**
 * The words of the window, by day and facet, and those that rose on its last day.
 *
 * <p>A list holds the {@value #MOST} words that set its day or facet apart, see {@link WordLists},
 * printed by stories.
 *
 * @param words each word as printed; the lists name them by place
 * @param top facet → day's place (-1 the whole window) → word, stories and a passage; of a facet
 *     the last day alone has passages
 * @param series word → stories by day, in all facets together; of the first of each list alone
 */
record Terms(
    List<String> words,
    Map<String, Map<Integer, List<Object[]>>> top,
    Map<Integer, long[]> series,
    List<Rising> rising) {
  /** Who shares a first name with fewer is known by it alone at times. */
  private static final int LEAST_PERSONS = 3;

  private static final int MOST = 15;
  private static final int MOST_RISING = 20;

  /** Words of a list that the page draws over the days. */
  private static final int DRAWN = 5;

  private static final int EXAMPLES = 3;
  private static final int CANDIDATES = 12;

  private static final String VERB = Pos.VERB.name();

  private static final double FALSE_DISCOVERIES = 0.05;

  /** A word that rose on the last day; sure if no more than one such in twenty is false. */
  record Rising(
      String term,
      long observed,
      double expected,
      double score,
      boolean sure,
      List<Passage> passages) {}

  static Terms of(Function<Table, Dataset<Row>> tables, Night night, Facets facets, Shelf shelf) {
    Dataset<Row> terms = worthListing(tables);
    List<WordLists.Word> found =
        new WordLists(facets.all(), night.days(), MOST)
            .of(terms, tables.apply(ArticleTable.ARTICLES));
    Map<String, String> printed = printed(tables, found);
    List<List<Passage.Ask>> examples =
        WordExamples.of(found, terms, tables.apply(ArticleTable.ARTICLES), night, facets, printed);
    Builder built = new Builder();
    Set<List<Object>> told = new HashSet<>();
    for (int i = 0; i < found.size(); i++) {
      WordLists.Word word = found.get(i);
      String shown = printed.get(word.term());
      // «السعودية» is a country and an adjective, printed alike: a list has it once.
      if (told.add(List.of(word.facet(), word.day(), shown))) {
        String facet = facets.all().get(word.facet()).key();
        built.add(word, facet, shown, shelf.cite(1, examples.get(i)));
      }
    }
    return new Terms(built.words(), built.top, built.series, rising(tables, night, shelf));
  }

  /** The articles' terms without a source's signature, without first names and verbs. */
  private static Dataset<Row> worthListing(Function<Table, Dataset<Row>> tables) {
    return tables
        .apply(ArticleTerms.TABLE)
        .select("article_id", "published_on", "source", "term", "pos", "surface", "occurrences")
        .where(isNoVerb())
        .join(
            Scale.small(tables.apply(SourceSignatures.TABLE).select("source", "term")),
            new String[] {"source", "term"},
            "left_anti")
        .join(
            Scale.small(givenNames(tables.apply(Entities.TABLE))),
            new String[] {"term", "pos"},
            "left_anti");
  }

  /** A verb tells a reader little by itself: «بدأت», «يعاني». */
  private static Column isNoVerb() {
    return col("pos").notEqual(VERB);
  }

  /** Names that several persons bear first, as terms: «عبدالله» tells of nobody. */
  private static Dataset<Row> givenNames(Dataset<Row> entities) {
    return entities
        .where(col("type").equalTo("PERSON").and(col("name").contains(" ")))
        .groupBy(substring_index(col("name"), " ", 1).as("term"))
        .agg(count(lit(1)).as("persons"))
        .where(col("persons").geq(LEAST_PERSONS))
        .select(col("term"), lit("PROPN").as("pos"));
  }

  /** How the press prints the words most. */
  private static Map<String, String> printed(
      Function<Table, Dataset<Row>> tables, List<WordLists.Word> words) {
    Map<String, String> printed = new HashMap<>();
    tables
        .apply(org.marsad.term.Terms.TABLE)
        .where(col("term").isin(words.stream().map(WordLists.Word::term).distinct().toArray()))
        .select("term", "surface")
        .collectAsList()
        .forEach(r -> printed.put(r.getString(0), r.getString(1)));
    return printed;
  }

  /** The same without those rising words of which a name that broke through is made. */
  Terms besides(Names names) {
    Set<String> taken = new HashSet<>();
    names.breaking().stream()
        .map(b -> names.cards().get(b.entityId()))
        .forEach(
            card -> {
              taken.addAll(List.of(card.name().split(" ")));
              card.forms().forEach(f -> taken.addAll(List.of(((String) f[0]).split(" "))));
            });
    return new Terms(
        words,
        top,
        series,
        rising.stream().filter(r -> !taken.containsAll(List.of(r.term().split(" ")))).toList());
  }

  private static List<Rising> rising(
      Function<Table, Dataset<Row>> tables, Night night, Shelf shelf) {
    if (night.isEmpty()) {
      return List.of();
    }
    List<Row> first =
        tables
            .apply(TermTrends.TABLE)
            .where(col("published_on").equalTo(lit(night.last())).and(col("score").gt(0)))
            .orderBy("rank")
            .limit(3 * MOST_RISING)
            .select("term", "surface", "observed", "expected", "score", "q_value")
            .collectAsList();
    Set<String> verbs = verbs(tables, night, first);
    List<Row> others = first.stream().filter(r -> !verbs.contains(r.getString(0))).toList();
    List<Row> rows =
        Nested.apart(others, r -> r.getString(0), r -> r.getLong(2)).stream()
            .limit(MOST_RISING)
            .toList();
    Map<String, List<Passage.Ask>> examples = examples(tables, night, rows);
    return rows.stream()
        .map(
            r ->
                new Rising(
                    r.getString(1),
                    r.getLong(2),
                    r.getDouble(3),
                    r.getDouble(4),
                    r.getDouble(5) <= FALSE_DISCOVERIES,
                    shelf.cite(EXAMPLES, examples.getOrDefault(r.getString(0), List.of()))))
        .toList();
  }

  /** Those of the rising terms that are verbs in most of the last day's articles. */
  private static Set<String> verbs(
      Function<Table, Dataset<Row>> tables, Night night, List<Row> rising) {
    Set<String> verbs = new HashSet<>();
    if (rising.isEmpty()) {
      return verbs;
    }
    tables
        .apply(ArticleTerms.TABLE)
        .where(col("published_on").equalTo(lit(night.last())))
        .where(col("term").isin(rising.stream().map(r -> r.getString(0)).toArray()))
        .groupBy("term")
        .agg(count_if(isNoVerb()).as("others"), count(lit(1)).as("articles"))
        .where(col("others").multiply(2).lt(col("articles")))
        .select("term")
        .collectAsList()
        .forEach(r -> verbs.add(r.getString(0)));
    return verbs;
  }

  /**
   * Where the last day's articles may have each term, one a story, those first that have it most:
   * of a phrase they have the words, perhaps apart.
   */
  private static Map<String, List<Passage.Ask>> examples(
      Function<Table, Dataset<Row>> tables, Night night, List<Row> rising) {
    Map<String, List<Passage.Ask>> examples = new HashMap<>();
    List<Row> wanted = new ArrayList<>();
    for (Row r : rising) {
      String[] words = r.getString(0).split(" ");
      // One term may be printed with spaces: «أ ف ب».
      wanted.add(RowFactory.create(r.get(0), r.get(1), r.get(0), 1));
      for (int i = 0; i < words.length && words.length > 1; i++) {
        wanted.add(RowFactory.create(r.get(0), r.get(1), words[i], words.length));
      }
    }
    if (wanted.isEmpty()) {
      return examples;
    }
    StructType shape =
        new StructType()
            .add("phrase", DataTypes.StringType)
            .add("printed", DataTypes.StringType)
            .add("term", DataTypes.StringType)
            .add("words", DataTypes.IntegerType);
    Dataset<Row> terms = tables.apply(ArticleTerms.TABLE);
    Dataset<Row> holding =
        terms
            .where(col("published_on").equalTo(lit(night.last())))
            .join(Scale.small(terms.sparkSession().createDataFrame(wanted, shape)), "term")
            .groupBy("phrase", "printed", "words", "story_id", "article_id")
            .agg(
                count(lit(1)).as("held"),
                min("occurrences").as("n"),
                array_sort(collect_list("surface")).as("surfaces"))
            .where(col("held").equalTo(col("words")))
            .groupBy("phrase", "printed", "words", "story_id")
            .agg(sum("n").as("n"), min(struct("article_id", "surfaces")).as("article"))
            .withColumn(
                "place",
                row_number()
                    .over(
                        Window.partitionBy("phrase")
                            .orderBy(col("n").desc(), col("story_id").asc())))
            .where(col("place").leq(CANDIDATES))
            .select("phrase", "printed", "words", "place", "article.*");
    for (Row r :
        holding
            .orderBy("phrase", "place")
            .select(
                col("phrase"),
                col("article_id"),
                when(col("words").equalTo(1), concat(array(col("printed")), col("surfaces")))
                    .otherwise(array(col("printed"))))
            .collectAsList()) {
      examples
          .computeIfAbsent(r.getString(0), p -> new ArrayList<>())
          .add(Passage.Ask.ofWords(r.getString(1), r.getList(2)));
    }
    return examples;
  }

  private static final class Builder {
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final Map<String, Map<Integer, List<Object[]>>> top = new LinkedHashMap<>();
    private final Map<Integer, long[]> series = new LinkedHashMap<>();

    void add(WordLists.Word word, String facet, String printed, List<Passage> passages) {
      Integer term = places.get(word.term());
      if (term == null) {
        term = words.size();
        words.add(printed);
        places.put(word.term(), term);
      }
      List<Object[]> list =
          top.computeIfAbsent(facet, f -> new LinkedHashMap<>())
              .computeIfAbsent(word.day(), d -> new ArrayList<>());
      list.add(new Object[] {term, word.stories(), passages});
      if (list.size() <= DRAWN) {
        series.put(term, word.daily());
      }
    }

    List<String> words() {
      return words;
    }
  }
}
