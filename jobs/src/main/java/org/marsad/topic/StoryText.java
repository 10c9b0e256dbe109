package org.marsad.topic;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The text of a story's first article, token by token.
 *
 * @param storyId the story
 * @param source the paper
 * @param lemmas each token's lemma
 * @param stops whether it is no term
 * @param fields title or body
 * @param sentences its sentence within the field
 * @param tags its part of speech
 * @param names ids of the entities named, one for each mention
 */
record StoryText(
    String storyId,
    String source,
    List<String> lemmas,
    List<Boolean> stops,
    List<String> fields,
    List<Integer> sentences,
    List<String> tags,
    List<String> names) {

  /** The rows that {@link #of} reads: stories' first articles out of all that were analysed. */
  static Dataset<Row> rows(Dataset<Row> analysed, Dataset<Row> articles) {
    Dataset<Row> first =
        articles.where(col("article_id").equalTo(col("story_id"))).select("article_id");
    return analysed
        .select(
            col("article_id"),
            col("source"),
            col("tokens.lemma"),
            col("tokens.is_stop"),
            col("tokens.field"),
            col("tokens.sentence"),
            col("tokens.pos"),
            col("mentions.entity_id"))
        .join(first, "article_id");
  }

  static StoryText of(Row row) {
    return new StoryText(
        row.getString(0),
        row.getString(1),
        row.getList(2),
        row.getList(3),
        row.getList(4),
        row.getList(5),
        row.getList(6),
        row.getList(7));
  }

  int size() {
    return lemmas.size();
  }

  boolean isTerm(int i) {
    return !stops.get(i);
  }

  /** Where the sentence ends that begins at a token. */
  int sentenceEnd(int from) {
    int to = from + 1;
    while (to < size() && sameSentence(from, to)) {
      to++;
    }
    return to;
  }

  boolean sameSentence(int i, int j) {
    return sentences.get(i).equals(sentences.get(j)) && fields.get(i).equals(fields.get(j));
  }
}
