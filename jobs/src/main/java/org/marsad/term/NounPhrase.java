package org.marsad.term;

import java.util.Set;

/**
 * Whether two terms in a row can be one name of a thing: a noun with a noun behind it (إعادة
 * الإعمار) or with an adjective that agrees with it in being definite (الأمم المتحدة).
 */
final class NounPhrase {
  private static final Set<String> NO_HEAD = Set.of("VERB", "ADV", "ADJ");
  private static final Set<String> NO_PART = Set.of("VERB", "ADV");
  private static final String ARTICLE = "ال";

  private NounPhrase() {}

  /**
   * Whether the terms at {@code i} and behind it can be a phrase or two words of one; what a source
   * prints everywhere is no part of any in its articles.
   */
  static boolean joined(ArticleTexts.Text text, int i, SourceSignatures.Known signatures) {
    return agree(text, i) && !signature(text, i, signatures) && !signature(text, i + 1, signatures);
  }

  private static boolean signature(
      ArticleTexts.Text text, int i, SourceSignatures.Known signatures) {
    return signatures.contains(text.source(), text.terms().get(text.termAt(i)));
  }

  private static boolean agree(ArticleTexts.Text text, int i) {
    int form = text.order().get(i);
    int next = text.order().get(i + 1);
    String second = text.formSurfaces().get(next);
    if (second == null || !names(text.tags().get(text.formTerms().get(form)))) {
      return false;
    }
    if (!names(text.tags().get(text.formTerms().get(next)))) {
      return false;
    }
    return definite(text, next) || !definite(text, form);
  }

  /** Whether a word of this part of speech can name a thing. */
  static boolean names(String tag) {
    return !NO_PART.contains(tag);
  }

  /** Whether the term at {@code i} can be a phrase's first word. */
  static boolean head(ArticleTexts.Text text, int i) {
    return !NO_HEAD.contains(text.tags().get(text.termAt(i)));
  }

  /** Whether a form has the article; the article of a name such as الله is its own. */
  private static boolean definite(ArticleTexts.Text text, int form) {
    String surface = text.formSurfaces().get(form);
    return surface != null
        && surface.startsWith(ARTICLE)
        && !text.terms().get(text.formTerms().get(form)).startsWith(ARTICLE);
  }
}
