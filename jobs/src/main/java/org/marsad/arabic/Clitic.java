package org.marsad.arabic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Clitics that stand together before or behind a stem, from {@code clitics.tsv}.
 *
 * @param written the letters as they are joined
 * @param segments the clitics one by one, with the article's letters restored ({@code لل} = ل ال)
 * @param hosts classes of words that take them, as bits of {@link WordClass}
 * @param cost what cutting here costs, in natural logarithms of counts
 * @param vouch what an unknown stem looks like before which these letters are hardly ever its own
 */
record Clitic(String written, List<String> segments, int hosts, double cost, Pattern vouch) {
  static final String FILE = "clitics.tsv";
  static final Clitic NONE = new Clitic("", List.of(), -1, 0, Pattern.compile(""));

  /** Those before a stem (kind {@code pro}) or behind it ({@code enc}). */
  static List<Clitic> read(LexiconFiles files, String kind) {
    List<Clitic> all = new ArrayList<>();
    RuleFile.forEach(
        files,
        FILE,
        row -> {
          if (row.required("kind").equals(kind)) {
            all.add(parse(row));
          }
        });
    return List.copyOf(all);
  }

  private static Clitic parse(RuleFile.Row row) {
    try {
      return new Clitic(
          row.required("written"),
          List.of(row.required("segments").split("\\+")),
          WordClass.set(row, "hosts"),
          Double.parseDouble(row.required("cost")),
          Pattern.compile(row.get("vouch")));
    } catch (PatternSyntaxException e) {
      throw new LexiconException(row.where(), "is no pattern: " + row.get("vouch"));
    } catch (NumberFormatException e) {
      throw new LexiconException(row.where(), "the cost is no number: " + row.get("cost"));
    }
  }

  boolean isNone() {
    return written.isEmpty();
  }

  /** Two letters or more, which no misspelt ة leaves behind. */
  boolean isLong() {
    return written.length() > 1;
  }

  /** Whether the look of an unknown stem alone says that the clitic is one: وفلزات, لاستجلاء. */
  boolean isVouchedBy(String stem) {
    return vouch.matcher(stem).matches();
  }

  boolean takes(WordClass wordClass) {
    return (hosts & wordClass.bit()) != 0;
  }

  /** One letter that many foreign names begin with: ف ب ل ك. */
  boolean isPreposition() {
    return written.length() == 1 && !written.equals("و");
  }

  boolean hasArticle() {
    return !segments.isEmpty() && segments.get(segments.size() - 1).equals("ال");
  }

  /** Whether only verbs of the imperfect take it: س. */
  boolean isFuture() {
    return !segments.isEmpty() && segments.get(segments.size() - 1).equals("س");
  }
}
