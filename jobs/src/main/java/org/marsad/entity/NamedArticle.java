package org.marsad.entity;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.ToIntFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.marsad.table.Scale;

/** An article's mentions: entity codes, and the sentence and paragraph of each. */
final class NamedArticle {
  private static final String[] COLUMNS = {
    "article_id",
    "story_id",
    "source",
    "published_on",
    "field",
    "paragraph",
    "sentence",
    "entity_id"
  };

  String id;
  String story;
  String source;
  int day;
  private int size;
  private int[] entities = new int[64];
  private int[] sentences = new int[64];
  private int[] paragraphs = new int[64];

  /** Mentions with those of one article one behind the other. */
  static Dataset<Row> grouped(Dataset<Row> mentions) {
    Column[] columns = Arrays.stream(COLUMNS).map(functions::col).toArray(Column[]::new);
    return Scale.together(mentions.select(columns), functions.col("article_id"))
        .sortWithinPartitions("article_id");
  }

  /** The articles of rows that {@link #grouped} made; each is good until the next one. */
  static Iterator<NamedArticle> iterate(Iterator<Row> rows, ToIntFunction<String> code) {
    return new Iterator<>() {
      private final NamedArticle article = new NamedArticle();
      private Row head = rows.hasNext() ? rows.next() : null;

      @Override
      public boolean hasNext() {
        return head != null;
      }

      @Override
      public NamedArticle next() {
        if (head == null) {
          throw new NoSuchElementException();
        }
        article.begin(head);
        while (head != null && head.getString(0).equals(article.id)) {
          article.add(head, code);
          head = rows.hasNext() ? rows.next() : null;
        }
        return article;
      }
    };
  }

  private void begin(Row row) {
    id = row.getString(0);
    story = row.getString(1);
    source = row.getString(2);
    day = (int) ((LocalDate) row.get(3)).toEpochDay();
    size = 0;
  }

  private void add(Row row, ToIntFunction<String> code) {
    if (size == entities.length) {
      entities = Arrays.copyOf(entities, size * 2);
      sentences = Arrays.copyOf(sentences, size * 2);
      paragraphs = Arrays.copyOf(paragraphs, size * 2);
    }
    // A headline is a sentence and a paragraph of its own.
    int field = row.getString(4).equals("title") ? 1 : 0;
    entities[size] = code.applyAsInt(row.getString(7));
    paragraphs[size] = row.getInt(5) * 2 + field;
    sentences[size] = row.getInt(6) * 2 + field;
    size++;
  }

  /** Each unit with each of its entities once, as {@code unit << 32 | entity}, in order. */
  long[] distinct(Level level) {
    int[] units = level == Level.SENTENCE ? sentences : paragraphs;
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = (level == Level.ARTICLE ? 0 : (long) units[i] << 32) | entities[i];
    }
    Arrays.sort(keys);
    int n = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        keys[n++] = keys[i];
      }
    }
    return Arrays.copyOf(keys, n);
  }
}
