package org.marsad.topic;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The topics as the arguments of {@code pyLDAvis.prepare}, one JSON object: {@code
 * topic_term_dists} (topics by terms, rows sum to 1), {@code doc_topic_dists} (articles by topics,
 * rows sum to 1), {@code doc_lengths}, {@code vocab}, {@code term_frequency}. Topics stand with the
 * largest first, articles by id, terms by their letters.
 *
 * <p>The clustering has no distribution of words of its own: a topic's words are those of its
 * articles, each occurrence counted with the article's share in the topic.
 */
public final class PyLdaVis {
  /** The commonest terms, beside the topics' own first words. */
  private static final int COMMONEST = 2000;

  private final List<String> topics;
  private final Dataset<Row> occurrences;
  private final Dataset<Row> shares;

  private PyLdaVis(List<String> topics, Dataset<Row> occurrences, Dataset<Row> shares) {
    this.topics = topics;
    this.occurrences = occurrences;
    this.shares = shares;
  }

  /**
   * Writes the object.
   *
   * @param topics rows of {@code topics}
   * @param topicTerms rows of {@code topic_terms}
   * @param articleTopics rows of {@code article_topics}
   * @param terms rows of {@code terms}
   * @param articleTerms rows of {@code article_terms}
   */
  public static void write(
      Dataset<Row> topics,
      Dataset<Row> topicTerms,
      Dataset<Row> articleTopics,
      Dataset<Row> terms,
      Dataset<Row> articleTerms,
      Writer out)
      throws IOException {
    List<String> ids =
        topics
            .orderBy(col("articles").desc(), col("topic_id"))
            .select("topic_id")
            .collectAsList()
            .stream()
            .map(r -> r.getString(0))
            .toList();
    Dataset<Row> vocabulary =
        terms
            .orderBy(col("occurrences").desc(), col("term"))
            .limit(COMMONEST)
            .select("term")
            .union(topicTerms.select("term"))
            .distinct();
    Dataset<Row> shares = articleTopics.select("article_id", "topic_id", "weight");
    Dataset<Row> occurrences =
        articleTerms
            .select("article_id", "term", "occurrences")
            .join(vocabulary, "term")
            .join(shares, new String[] {"article_id"}, "left_semi");
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      new PyLdaVis(ids, occurrences, shares).write(json);
    }
  }

  private void write(JsonGenerator json) throws IOException {
    List<Row> frequencies =
        occurrences.groupBy("term").agg(sum("occurrences")).orderBy("term").collectAsList();
    List<String> vocabulary = frequencies.stream().map(r -> r.getString(0)).toList();
    json.writeStartObject();
    json.writeArrayFieldStart("topic_term_dists");
    for (double[] topic : words(vocabulary)) {
      json.writeArray(shared(topic), 0, topic.length);
    }
    json.writeEndArray();
    articles(json);
    json.writeArrayFieldStart("vocab");
    for (String term : vocabulary) {
      json.writeString(term);
    }
    json.writeEndArray();
    long[] counts = frequencies.stream().mapToLong(r -> r.getLong(1)).toArray();
    json.writeFieldName("term_frequency");
    json.writeArray(counts, 0, counts.length);
    json.writeEndObject();
  }

  /** Occurrences of each term in each topic's share of the articles. */
  private double[][] words(List<String> vocabulary) {
    Map<String, Integer> topic = places(topics);
    Map<String, Integer> term = places(vocabulary);
    double[][] weights = new double[topics.size()][vocabulary.size()];
    occurrences
        .join(shares, "article_id")
        .groupBy("topic_id", "term")
        .agg(sum(col("occurrences").multiply(col("weight"))))
        .collectAsList()
        .forEach(
            r -> weights[topic.get(r.getString(0))][term.get(r.getString(1))] = r.getDouble(2));
    return weights;
  }

  private void articles(JsonGenerator json) throws IOException {
    Map<String, Integer> place = places(topics);
    Dataset<Row> lengths = occurrences.groupBy("article_id").agg(sum("occurrences").as("length"));
    Dataset<Row> rows =
        shares
            .groupBy("article_id")
            .agg(collect_list(struct("topic_id", "weight")).as("shares"))
            .join(lengths, "article_id")
            .orderBy("article_id")
            .select("shares", "length");
    List<Long> all = new ArrayList<>();
    json.writeArrayFieldStart("doc_topic_dists");
    for (Iterator<Row> it = rows.toLocalIterator(); it.hasNext(); ) {
      Row article = it.next();
      double[] weights = new double[topics.size()];
      for (Row share : article.<Row>getList(0)) {
        weights[place.get(share.getString(0))] = share.getDouble(1);
      }
      json.writeArray(shared(weights), 0, weights.length);
      all.add(article.getLong(1));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("doc_lengths");
    for (long length : all) {
      json.writeNumber(length);
    }
    json.writeEndArray();
  }

  /** Each as its share of the sum. */
  private static double[] shared(double[] weights) {
    double whole = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> w / whole).toArray();
  }

  private static Map<String, Integer> places(List<String> names) {
    Map<String, Integer> places = new HashMap<>();
    names.forEach(name -> places.put(name, places.size()));
    return places;
  }
}
