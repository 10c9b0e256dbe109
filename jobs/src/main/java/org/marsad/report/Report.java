package org.marsad.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.marsad.article.ArticleTable;
import org.marsad.article.RejectTable;
import org.marsad.article.SourceHealth;
import org.marsad.article.StoryTables;
import org.marsad.entity.Entities;
import org.marsad.entity.EntityCooccurrence;
import org.marsad.entity.EntityMentions;
import org.marsad.entity.EntityNetwork;
import org.marsad.entity.NamingChoices;
import org.marsad.entity.PeopleCounts;
import org.marsad.entity.Quotes;
import org.marsad.table.Parameters;
import org.marsad.table.Table;
import org.marsad.table.Workers;
import org.marsad.term.ArticleTerms;
import org.marsad.term.TermTrends;
import org.marsad.topic.TopicTables;

/**
 * The page that people read in the morning: what is new, what it is about, who is named, how far to
 * trust it, and where each number comes from. One file, no network.
 *
 * <p>Reads the published tables. Try {@code ./marsad report --warehouse DIR}.
 */
public final class Report {
  /** The tables that the page's numbers come from, for its last section. */
  private static final List<Table> DEFINED =
      List.of(
          ArticleTable.ARTICLES,
          StoryTables.STORIES,
          TermTrends.TABLE,
          ArticleTerms.TABLE,
          TopicTables.TOPICS,
          TopicTables.TERMS,
          TopicTables.ARTICLE_TOPICS,
          TopicTables.TRENDS,
          TopicTables.EVENTS,
          EntityMentions.TABLE,
          Entities.TABLE,
          Entities.VARIANTS,
          EntityCooccurrence.TABLE,
          EntityNetwork.TABLE,
          NamingChoices.TABLE,
          Quotes.TABLE,
          PeopleCounts.TABLE,
          SourceHealth.TABLE,
          RejectTable.REJECTS);

  private static final int MOST_GROWING = 8;

  private Report() {}

  /**
   * Renders the report of a run.
   *
   * @param tables the run's published tables
   * @param manifest its manifest
   */
  public static String render(Function<Table, Dataset<Row>> tables, JsonNode manifest)
      throws Exception {
    return Page.of(gather(tables, manifest));
  }

  /** Everything that the page says. */
  static Page.Content gather(Function<Table, Dataset<Row>> tables, JsonNode manifest)
      throws Exception {
    Dataset<Row> articles = tables.apply(ArticleTable.ARTICLES);
    Shelf shelf = new Shelf();
    LocalDate today = today(manifest);
    Night night = Night.of(articles, today);
    Facets facets = Facets.of(articles);
    Parts parts = parts(tables, night, facets, shelf);
    Map<String, Shelf.Item> items = shelf.fetch(articles);

    Map<String, Object> values = new LinkedHashMap<>();
    values.put("night", night);
    values.put("terms", parts.terms());
    values.put("topics", parts.topics());
    values.put("ended", parts.ended());
    values.put("growing", growing(parts.topics(), manifest));
    values.put("names", parts.names());
    values.put("links", parts.links().size());
    values.put("reprints", parts.reprints());
    values.put("said", parts.said());
    values.put("choices", parts.choices());
    values.put("health", parts.health());
    values.put("articles", items);
    values.put("manifest", facts(manifest));
    values.put("tables", DEFINED);

    Map<String, Object> data = new LinkedHashMap<>();
    data.put("days", night.days().stream().map(Object::toString).toList());
    data.put("facets", facets.all());
    data.put("words", parts.terms().words());
    data.put("top", parts.terms().top());
    data.put("series", parts.terms().series());
    data.put("topics", parts.topics().stream().map(Report::chart).toList());
    data.put("entities", parts.names().cards());
    data.put("names", parts.names().top());
    data.put("links", parts.links());
    data.put("articles", items);
    data.put("nouns", nouns());
    return new Page.Content(values, data);
  }

  /** The first day that was not over when the run was made; an earlier Marsad did not note it. */
  private static LocalDate today(JsonNode manifest) {
    String day = manifest.path("today").asText("");
    return day.isEmpty() ? Parameters.ALL_OVER : LocalDate.parse(day);
  }

  /** What the page's sections say. */
  private record Parts(
      Terms terms,
      List<TopicCards.Card> topics,
      List<TopicCards.Ended> ended,
      List<Links> links,
      Names names,
      List<Reprints.Reprint> reprints,
      Said said,
      List<Choices.Choice> choices,
      Health health) {}

  /** Each section asks its own questions of the tables: several at once. */
  private static Parts parts(
      Function<Table, Dataset<Row>> tables, Night night, Facets facets, Shelf shelf)
      throws Exception {
    SparkSession spark = tables.apply(ArticleTable.ARTICLES).sparkSession();
    try (Workers workers = new Workers(spark)) {
      var links = workers.start(() -> Links.of(tables, shelf));
      var terms = workers.start(() -> Terms.of(tables, night, facets, shelf));
      var topics = workers.start(() -> TopicCards.of(tables, night, shelf));
      var ended = workers.start(() -> TopicCards.ended(tables));
      var said = workers.start(() -> Said.of(tables, night, shelf));
      var choices = workers.start(() -> Choices.of(tables, shelf));
      var reprints = workers.start(() -> Reprints.of(tables, night, shelf));
      var health = workers.start(() -> Health.of(tables, night));
      var names =
          workers.after(
              List.of(links),
              () -> Names.of(tables, night, facets, shelf, Links.ends(links.join())));
      workers.await();
      return new Parts(
          terms.join().besides(names.join()),
          topics.join(),
          ended.join(),
          links.join(),
          names.join(),
          reprints.join(),
          said.join(),
          choices.join(),
          health.join());
    }
  }

  /** Topics that the run before did not have, if there was one, and then those that grew most. */
  private static List<TopicCards.Card> growing(List<TopicCards.Card> topics, JsonNode manifest) {
    boolean first = manifest.path("previous_run").asText("").isEmpty();
    return topics.stream()
        .filter(c -> c.growing() || (c.isNew() && !first))
        .sorted(
            Comparator.comparing((TopicCards.Card c) -> first || !c.isNew())
                .thenComparing(c -> -c.growth()))
        .limit(MOST_GROWING)
        .toList();
  }

  /** What the topic chart needs of a topic. */
  private static Map<String, Object> chart(TopicCards.Card topic) {
    return new TreeMap<>(Map.of("label", topic.label(), "daily", topic.daily()));
  }

  private static Map<String, Object> nouns() {
    return Arrays.stream(Noun.values())
        .collect(
            Collectors.toMap(
                n -> n.name().toLowerCase(Locale.ROOT),
                n -> new TreeMap<>(Map.of("ar", n.arabic(), "en", n.english())),
                (a, b) -> a,
                TreeMap::new));
  }

  private static Map<String, Object> facts(JsonNode manifest) {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (String name :
        List.of("run_id", "previous_run", "created", "marsad", "spark", "analyser", "lexicon")) {
      facts.put(name, manifest.path(name).asText(""));
    }
    facts.put("replaced", manifest.path("replaced").asLong());
    List<String> changed = new ArrayList<>();
    manifest.path("changed_since_previous").forEach(name -> changed.add(name.asText()));
    facts.put("changed", changed);
    return facts;
  }
}
