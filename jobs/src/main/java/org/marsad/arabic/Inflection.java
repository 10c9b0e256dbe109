package org.marsad.arabic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One regular ending, with the prefixes it goes with: a row of {@code inflections.tsv}, which says
 * what each part means.
 */
record Inflection(
    String prefixes,
    String suffix,
    String base,
    Pattern shape,
    Index index,
    int from,
    WordClass gives,
    String lemma,
    boolean article,
    String seen) {
  static final String FILE = "inflections.tsv";

  private static final int MIN_REST = 2;

  /** Where the base is looked up. */
  enum Index {
    FORM,
    IMPERFECT,
    PERFECT,
    PASSIVE,
    NEWS,
    GUESS
  }

  static List<Inflection> read(LexiconFiles files) {
    List<Inflection> all = new ArrayList<>();
    RuleFile.forEach(files, FILE, row -> all.add(parse(row)));
    return List.copyOf(all);
  }

  private static Inflection parse(RuleFile.Row row) {
    String gives = row.get("gives");
    try {
      return new Inflection(
          row.get("prefixes"),
          row.get("suffix"),
          row.get("base"),
          Pattern.compile(row.get("shape")),
          Index.valueOf(row.required("index").toUpperCase(java.util.Locale.ROOT)),
          WordClass.set(row, "from"),
          gives.isEmpty() ? null : WordClass.parse(row, gives),
          row.get("lemma"),
          !row.get("article").equals("no"),
          row.get("seen"));
    } catch (PatternSyntaxException e) {
      throw new LexiconException(row.where(), "the shape is no pattern: " + row.get("shape"));
    } catch (IllegalArgumentException e) {
      throw new LexiconException(row.where(), "there is no index \"" + row.get("index") + "\"");
    }
  }

  /** What the word was before the rule, without {@link #base}; null if the rule does not fit. */
  String rest(String word, boolean withArticle) {
    int first = prefixes.isEmpty() ? 0 : 1;
    int last = word.length() - suffix.length();
    if (last - first < MIN_REST || (withArticle && !article) || !word.endsWith(suffix)) {
      return null;
    }
    if (first == 1 && prefixes.indexOf(word.charAt(0)) < 0) {
      return null;
    }
    boolean shaped = shape.pattern().isEmpty() || shape.matcher(word).matches();
    return shaped ? word.substring(first, last) : null;
  }

  /** The form that must be known from raw news for the rule to hold, or an empty one. */
  String witness(String word, String rest) {
    return seen.isEmpty() ? "" : seen.replace("~", word).replace("-", rest);
  }
}
