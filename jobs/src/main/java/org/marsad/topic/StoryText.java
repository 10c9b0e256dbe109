package org.marsad.topic;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.marsad.entity.EntityMentions;
import org.marsad.table.NarrowSide;

/**
 * The text of a story's first article, token by token.
 *
 * @param storyId the story
 * @param source the paper
 * @param lemmas lemmas of its different words
 * @param terms the terms that these count for, null where that is the lemma
 * @param segments their clitics and stem joined by +, null where there are no clitics
 * @param stops whether each of these is no term
 * @param tags the part of speech of each
 * @param tokens for each token its word's place
 * @param ends for each token where its sentence ends
 * @param names ids of the entities named, one for each mention; a given name alone names nobody
 */
record StoryText(
    String storyId,
    String source,
    List<String> lemmas,
    List<String> terms,
    List<String> segments,
    List<Boolean> stops,
    List<String> tags,
    int[] tokens,
    int[] ends,
    List<String> names) {

  /** The rows that {@link #of} reads: stories' first articles out of all that were analysed. */
  static Dataset<Row> rows(Dataset<Row> analysed, Dataset<Row> articles) {
    Dataset<Row> first =
        articles.where(col("article_id").equalTo(col("story_id"))).select("article_id");
    return analysed
        .select(
            col("article_id"),
            col("source"),
            col("words.lemma"),
            col("words.term"),
            col("words.segments"),
            col("words.is_stop"),
            col("words.pos"),
            col("tokens"),
            col("token_sentences.tokens").as("lengths"),
            EntityMentions.idsOfEntities(col("mentions")))
        .join(NarrowSide.of(first), "article_id");
  }

  static StoryText of(Row row) {
    List<Integer> places = row.getList(7);
    int[] tokens = new int[places.size()];
    int[] ends = new int[tokens.length];
    int next = 0;
    for (int length : row.<Integer>getList(8)) {
      int end = next + length;
      for (; next < end; next++) {
        tokens[next] = places.get(next);
        ends[next] = end;
      }
    }
    return new StoryText(
        row.getString(0),
        row.getString(1),
        row.getList(2),
        row.getList(3),
        row.getList(4),
        row.getList(5),
        row.getList(6),
        tokens,
        ends,
        row.getList(9));
  }

  int size() {
    return tokens.length;
  }

  String lemma(int i) {
    return lemmas.get(tokens[i]);
  }

  String term(int i) {
    String term = terms.get(tokens[i]);
    return term == null ? lemma(i) : term;
  }

  /** Whether a conjunction or a preposition is written with the token, so that no row goes on. */
  boolean isBehindWord(int i) {
    String parts = segments.get(tokens[i]);
    return parts != null && parts.indexOf('+') == 1;
  }

  String tag(int i) {
    return tags.get(tokens[i]);
  }

  boolean isTerm(int i) {
    return !stops.get(tokens[i]);
  }
}
