package org.marsad.term;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Counts the phrases of articles that come story by story. */
final class PhraseCounter {
  /**
   * A phrase as printed. Its articles and stories, and how often it stands in the first articles of
   * these, and how often another term that may belong to it stands right behind it there, stand in
   * the row of the first print alone.
   */
  static final StructType COUNTED =
      new StructType()
          .add("term", StringType)
          .add("text", StringType)
          .add("n", LongType)
          .add("articles", LongType)
          .add("stories", LongType)
          .add("once", LongType)
          .add("onward", LongType);

  private final Set<String> pairs;
  private final SourceSignatures.Known signatures;
  private final Map<String, Tally> tallies = new HashMap<>();
  private int story;
  private int article;

  /**
   * A counter.
   *
   * @param pairs the neighbours that a phrase is made of, a blank between
   */
  PhraseCounter(Set<String> pairs, SourceSignatures.Known signatures) {
    this.pairs = pairs;
    this.signatures = signatures;
  }

  private static final class Tally {
    private final Map<String, Long> prints = new HashMap<>(4);
    private long articles;
    private long stories;
    private long once;
    private long onward;
    private int lastArticle;
    private int lastStory;
  }

  /** Rows of {@link #COUNTED} for a partition of articles. */
  Iterator<Row> count(Iterator<Row> rows) {
    String last = "";
    while (rows.hasNext()) {
      ArticleTexts.Text text = ArticleTexts.Text.of(rows.next());
      article++;
      story += text.storyId().equals(last) ? 0 : 1;
      last = text.storyId();
      count(text);
    }
    List<Row> counted = new ArrayList<>();
    tallies.forEach((term, tally) -> add(counted, term, tally));
    return counted.iterator();
  }

  private void count(ArticleTexts.Text text) {
    int n = text.order().size();
    int before = 0;
    for (int i = 0; i + 1 < n; i++) {
      boolean pair = pairAt(text, i);
      boolean whole = pair && NounPhrase.agreeInGender(text, i);
      if (whole && NounPhrase.head(text, i)) {
        count(text, i, 2);
      }
      for (int k = 1; pair && k <= Math.min(before, Phrases.LONGEST - 2); k++) {
        if (NounPhrase.head(text, i - k)) {
          count(text, i - k, k + 2);
        }
      }
      before = whole ? before + 1 : 0;
    }
  }

  private boolean pairAt(ArticleTexts.Text text, int i) {
    int a = text.termAt(i);
    int b = text.termAt(i + 1);
    return a >= 0
        && b >= 0
        && NounPhrase.joined(text, i, signatures)
        && pairs.contains(text.terms().get(a) + " " + text.terms().get(b));
  }

  private boolean goesOn(ArticleTexts.Text text, int i) {
    return i + 1 < text.order().size()
        && text.termAt(i + 1) >= 0
        && NounPhrase.joined(text, i, signatures);
  }

  private void count(ArticleTexts.Text text, int from, int words) {
    StringBuilder term = new StringBuilder();
    StringBuilder print = new StringBuilder();
    for (int i = from; i < from + words; i++) {
      String surface = text.formSurfaces().get(text.order().get(i));
      if (i > from) {
        term.append(' ');
        print.append(' ');
      }
      term.append(text.terms().get(text.termAt(i)));
      // Behind a clitic the first word is not seen as it is printed: such a print, "", has no vote
      // beside any other.
      print.append(surface == null ? "" : surface);
    }
    boolean seen = print.charAt(0) != ' ';
    Tally tally = tallies.computeIfAbsent(term.toString(), t -> new Tally());
    tally.prints.merge(seen ? print.toString() : "", 1L, Long::sum);
    tally.once += text.first() ? 1 : 0;
    tally.onward += text.first() && goesOn(text, from + words - 1) ? 1 : 0;
    tally.articles += tally.lastArticle == article ? 0 : 1;
    tally.stories += tally.lastStory == story ? 0 : 1;
    tally.lastArticle = article;
    tally.lastStory = story;
  }

  private static void add(List<Row> rows, String term, Tally tally) {
    long articles = tally.articles;
    long stories = tally.stories;
    long once = tally.once;
    long onward = tally.onward;
    for (Map.Entry<String, Long> print : tally.prints.entrySet()) {
      rows.add(
          RowFactory.create(
              term, print.getKey(), print.getValue(), articles, stories, once, onward));
      articles = 0;
      stories = 0;
      once = 0;
      onward = 0;
    }
  }
}
