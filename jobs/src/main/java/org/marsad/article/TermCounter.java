package org.marsad.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.marsad.arabic.Pos;
import org.marsad.arabic.Token;

/**
 * Counts the terms of one article and keeps their order, so that no later step needs the tokens.
 *
 * <p>A form is a term as printed: bare or with the article. The order names forms by their place;
 * {@link #BREAK} stands where a stop word, a conjunction or preposition written with the next word,
 * a sentence or the headline ends a row of terms.
 */
final class TermCounter {
  static final int BREAK = -1;

  /** Behind a verb that is spelled like another word, which would be the same term: قدم/فعل. */
  static final String VERB = "/فعل";

  /** أفعال: what takes an alif more is no word of its own. */
  private static final Pattern BROKEN_PLURAL = Pattern.compile("أ..ا.");

  private final Map<String, Tally> terms = new LinkedHashMap<>();
  private final Map<Form, Integer> forms = new LinkedHashMap<>();
  private int[] order = new int[256];
  private int length;

  /**
   * A term of the article; its form printed most, the first of equals: those that stand bare or
   * with the article, if there are any, before those cut off what stands in front of them.
   */
  record Term(String term, String pos, String surface, int occurrences) {}

  /**
   * A form of a term.
   *
   * @param term the term's place among {@link #terms()}
   * @param surface as printed, without an accusative's alif; or null if it only stands with other
   *     clitics than the article
   */
  record Form(int term, String surface) {}

  private static final class Tally {
    private final int place;
    private final String lemma;
    private final String pos;
    private final Map<String, Integer> surfaces = new LinkedHashMap<>(4);
    private final Map<String, Integer> behind = new LinkedHashMap<>(2);
    private int occurrences;

    Tally(int place, String lemma, String pos) {
      this.place = place;
      this.lemma = lemma;
      this.pos = pos;
    }

    String surface() {
      String best = lemma;
      int most = 0;
      for (Map.Entry<String, Integer> form : (surfaces.isEmpty() ? behind : surfaces).entrySet()) {
        if (form.getValue() > most) {
          most = form.getValue();
          best = form.getKey();
        }
      }
      return best;
    }
  }

  /** Adds a token that counts for a term. */
  void add(Token token, String term) {
    String lemma = token.lemma();
    List<String> segments = token.segments();
    int stem = token.stem();
    Tally tally =
        terms.computeIfAbsent(term, t -> new Tally(terms.size(), lemma, token.pos().name()));
    tally.occurrences++;
    String shown = shown(token);
    if (shown != null) {
      tally.surfaces.merge(shown, 1, Integer::sum);
    } else if (stem == segments.size() - 1) {
      boolean article = stem > 0 && segments.get(stem - 1).equals("ال");
      String behind = article ? "ال" + segments.get(stem) : nominative(token, segments.get(stem));
      tally.behind.merge(behind, 1, Integer::sum);
    }
    append(forms.computeIfAbsent(new Form(tally.place, shown), f -> forms.size()));
  }

  /** Ends a row of terms. */
  void end() {
    if (length > 0 && order[length - 1] != BREAK) {
      append(BREAK);
    }
  }

  List<Term> terms() {
    List<Term> counted = new ArrayList<>(terms.size());
    terms.forEach((t, c) -> counted.add(new Term(t, c.pos, c.surface(), c.occurrences)));
    return counted;
  }

  List<Form> forms() {
    return List.copyOf(forms.keySet());
  }

  int[] order() {
    return Arrays.copyOf(order, length);
  }

  private void append(int form) {
    if (length == order.length) {
      order = Arrays.copyOf(order, 2 * length);
    }
    order[length++] = form;
  }

  /** How a token may stand for its term: bare or with the article; null with other clitics. */
  private static String shown(Token token) {
    List<String> segments = token.segments();
    if (segments.size() == 1) {
      return nominative(token, segments.get(0));
    }
    boolean articleOnly = segments.size() == 2 && segments.get(0).equals("ال");
    return articleOnly ? segments.get(0) + segments.get(1) : null;
  }

  /** «شخصا», «أقباطا» without the alif of the accusative, which is no part of the word. */
  private static String nominative(Token token, String form) {
    boolean nominal = token.pos() == Pos.NOUN || token.pos() == Pos.ADJ;
    if (!nominal || !form.endsWith("ا")) {
      return form;
    }
    String bare = form.substring(0, form.length() - 1);
    return bare.equals(token.lemma()) || BROKEN_PLURAL.matcher(bare).matches() ? bare : form;
  }
}
