package org.marsad.term;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether two terms in a row can be one name of a thing: a noun with a noun behind it (إعادة
 * الإعمار) or with an adjective that agrees with it in being definite (الأمم المتحدة).
 */
final class NounPhrase {
  private static final Set<String> NO_HEAD = Set.of("VERB", "ADV", "ADJ");
  private static final Set<String> NO_PART = Set.of("VERB", "ADV");
  private static final String ARTICLE = "ال";

  /** Feminine nouns without a feminine ending. */
  private static final Set<String> FEMININE =
      Set.of(
          "أرض", "بئر", "بلاد", "جحيم", "حال", "حرب", "دار", "ذراع", "رحم", "روح", "ريح", "ساق",
          "سن", "سوق", "شمس", "طريق", "عين", "قدم", "كأس", "كف", "نار", "نفس", "يد");

  /** Nouns in ة that a man may be called by. */
  private static final Set<String> MASCULINE =
      Set.of("بحاثة", "خليفة", "داعية", "رحالة", "طاغية", "علامة", "نابغة");

  /** Broken plurals that are their own lemma, «المشاعر المقدسة», take the feminine too. */
  private static final Pattern PLURAL = Pattern.compile("م.ا.{1,3}|.وا.{1,3}|..ائ.|أ..ا.");

  private static final Set<String> FEMININE_ENDINGS = Set.of("ة", "ى", "ا", "ء", "ت");

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

  /**
   * Whether the terms at {@code i} and behind it can belong together by their gender: in «الخارجية
   * الأميركي» and «الدفاع الأميركية» the adjective is that of a word before. What is no adjective,
   * and a plural, which may go with either, always can.
   */
  static boolean agreeInGender(ArticleTexts.Text text, int i) {
    int adjective = i + 1;
    if (!text.tags().get(text.termAt(adjective)).equals("ADJ")
        || text.tags().get(text.termAt(i)).equals("PROPN")) {
      return true;
    }
    if (definite(text, text.order().get(i)) != definite(text, text.order().get(adjective))) {
      // «موجة الحر»: the adjective stands for a noun.
      return true;
    }
    String noun = text.formSurfaces().get(text.order().get(i));
    String described = text.formSurfaces().get(text.order().get(adjective));
    if (noun == null || described == null) {
      return true;
    }
    String lemma = text.terms().get(text.termAt(i));
    if (!noun.equals(lemma) && !noun.equals(ARTICLE + lemma)) {
      return true;
    }
    if (lemma.endsWith("ة")) {
      return looksFeminine(described) || MASCULINE.contains(lemma);
    }
    return !described.endsWith("ة")
        || looksFeminine(lemma)
        || FEMININE.contains(lemma)
        || PLURAL.matcher(lemma).matches();
  }

  private static boolean looksFeminine(String word) {
    return FEMININE_ENDINGS.contains(word.substring(word.length() - 1));
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
