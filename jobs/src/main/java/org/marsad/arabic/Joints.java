package org.marsad.arabic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What happens to letters where a pronoun joins a stem, and which clitics a stem can take. */
final class Joints {
  private static final Set<String> GOVERNING =
      Set.of("أن", "إن", "لأن", "لكن", "كأن", "لعل", "ليت", "ليس", "بعد");

  private Joints() {}

  /** How a stem before a pronoun is written without it: {@code حيات} is {@code حياة}. */
  static List<String> bases(String written) {
    List<String> bases = new ArrayList<>(2);
    int last = written.length() - 1;
    if (last < 1) {
      return bases;
    }
    String rest = written.substring(0, last);
    switch (written.charAt(last)) {
      case 'ت' -> bases.add(rest + "ة");
      case 'ا', 'ي' -> bases.add(rest + "ى");
      case 'ئ', 'ؤ' -> bases.addAll(List.of(rest + "ء", rest + "أ"));
      case 'و' -> bases.add(written + "ا");
      default -> {}
    }
    return bases;
  }

  /** Whether the clitics may stand around the base; an unknown word takes those of a noun. */
  static boolean fit(String base, Entry entry, Clitic pro, Clitic enc) {
    if (pro.hasArticle() && !enc.isNone()) {
      return false;
    }
    char last = base.charAt(base.length() - 1);
    WordClass wordClass = entry == null ? WordClass.N : entry.wordClass();
    if (entry == null && pro.isFuture()) {
      return "يتن".indexOf(base.charAt(0)) >= 0 && base.length() >= 4;
    }
    boolean noun = isElative(entry) || isUsedAsNoun(base, entry, enc);
    boolean joins = enc.takes(noun ? WordClass.N : wordClass);
    if (!pro.takes(wordClass) || !joins) {
      return false;
    }
    if (enc.written().equals("ي") && !takesMy(base, entry)) {
      return false;
    }
    if (wordClass == WordClass.V) {
      return fitsVerb(base, entry, pro, enc);
    }
    if (wordClass == WordClass.F) {
      return fitsFunctionWord(base, entry, enc);
    }
    boolean plural = entry != null && !entry.lemma().equals(base);
    return enc.isNone() || last != 'ا' || wordClass != WordClass.N || base.length() < 4 || plural;
  }

  /** A listed singular or a plural of a shape that is no singular's: أعمالي, أصدقائي, كلماتي. */
  private static boolean takesMy(String base, Entry entry) {
    return entry != null
        && (entry.form().equals(entry.lemma()) || base.matches("أ..ا.|أ...?اء|...+ات"));
  }

  /** Participles govern as nouns do: مؤيديه, منتقدوها, موكلهم. */
  private static boolean isUsedAsNoun(String base, Entry entry, Clitic enc) {
    if (enc.isNone() || entry == null || entry.wordClass() != WordClass.A || base.length() < 4) {
      return false;
    }
    char last = base.charAt(base.length() - 1);
    if (!entry.lemma().equals(base)) {
      return (last == 'ي' || last == 'و') && base.length() == entry.lemma().length() + 1;
    }
    boolean participle = base.charAt(0) == 'م' || base.charAt(1) == 'ا';
    return participle && enc.isLong() && last != 'ي';
  }

  /** أهم, أبرز: adjectives that govern as nouns do, أهمها. */
  private static boolean isElative(Entry entry) {
    return entry != null
        && entry.wordClass() == WordClass.A
        && entry.form().length() == entry.lemma().length()
        && entry.lemma().matches("أ.{2,3}");
  }

  /**
   * ل and س go with the imperfect alone, which begins with one of four letters; نا behind the
   * perfect is its subject and no clitic.
   */
  private static boolean fitsVerb(String base, Entry entry, Clitic pro, Clitic enc) {
    if (enc.written().equals("نا") && entry.lemma().equals(base)) {
      return false;
    }
    return !isOfImperfect(pro) || mayBeImperfect(base);
  }

  /** Whether the clitic goes with the imperfect alone, if with a verb at all. */
  static boolean isOfImperfect(Clitic pro) {
    String clitic = pro.segments().isEmpty() ? "" : pro.segments().get(pro.segments().size() - 1);
    return clitic.equals("ل") || clitic.equals("س");
  }

  static boolean mayBeImperfect(String base) {
    return "يتنأ".indexOf(base.charAt(0)) >= 0;
  }

  /**
   * Pronouns follow prepositions, quantities and the words that govern an accusative: إنه, لعلها.
   */
  private static boolean fitsFunctionWord(String base, Entry entry, Clitic enc) {
    if (base.length() == 1) {
      return !enc.isNone() && entry.pos() == Pos.ADP && !enc.written().equals("ي");
    }
    return switch (enc.isNone() ? Pos.NOUN : entry.pos()) {
      case ADP, NOUN, VERB -> true;
      default -> GOVERNING.contains(entry.lemma());
    };
  }
}
