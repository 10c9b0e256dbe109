package org.marsad.facts;

import java.util.Set;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.Pos;

/** The words of {@code quote_verbs.tsv}. */
final class QuoteRules {
  static final String FILE = "quote_verbs.tsv";

  private static final Set<String> USES =
      Set.of(
          "said",
          "participle",
          "relayed",
          "saying",
          "source",
          "speaker",
          "aside",
          "object",
          "impersonal",
          "temporal",
          "audience",
          "titled",
          "topic",
          "describes",
          "undergone");
  private static final Set<String> PARTICLES = Set.of("أن", "إن");
  private static final Set<String> JOINTS = Set.of("إلى", "على", "عن", "من");

  private final Lemmas words;

  QuoteRules(LexiconFiles files) {
    words = Lemmas.read(files, FILE, "", USES);
  }

  /** A verb that announces words, in the third person: «قال», «وأضافت», «يقول». */
  boolean isSaid(AnalysedText t, int i) {
    return t.pos(i) == Pos.VERB && words.is("said", t.lemma(i)) && isThirdPerson(t, i);
  }

  static boolean isThirdPerson(AnalysedText t, int i) {
    String stem = t.stem(i);
    boolean other = stem.startsWith("أ") && t.lemma(i).length() < stem.length();
    boolean suffixed = t.token(i).segments().size() > t.token(i).stem() + 1;
    boolean we = stem.startsWith("ن") && !t.lemma(i).startsWith("ن");
    return !other && !suffixed && !we && !stem.endsWith("وا");
  }

  static boolean isFeminine(AnalysedText t, int i) {
    String stem = t.stem(i);
    boolean past = stem.endsWith("ت") && !t.lemma(i).endsWith("ت");
    return past || (stem.startsWith("ت") && !t.lemma(i).startsWith("ت"));
  }

  /** «مشيرا»: a participle in the accusative, by which a speaker goes on. */
  boolean isParticiple(AnalysedText t, int i) {
    String stem = t.stem(i);
    boolean ends = (stem.endsWith("ا") || stem.endsWith("ة")) && !t.isDefinite(i);
    return ends && words.is("participle", stem.substring(0, stem.length() - 1));
  }

  /** «وعن المباراة قال»: what words are about stands behind it. */
  boolean isTopic(AnalysedText t, int i) {
    return words.is("topic", t.lemma(i));
  }

  /** «قائد الطيران التابع لمشاة البحرية»: no object, though a noun. */
  boolean describes(AnalysedText t, int i) {
    return words.is("describes", t.lemma(i));
  }

  /** «توفي», «عين»: what befalls its subject, who does nothing. */
  boolean isUndergone(AnalysedText t, int i) {
    return words.is("undergone", t.lemma(i));
  }

  /** «لوكالة», «للصحفيين»: whom words are said to. */
  boolean isAudience(AnalysedText t, int i) {
    return words.is("audience", t.lemma(i));
  }

  boolean isRelayed(AnalysedText t, int i) {
    return t.pos(i) == Pos.VERB && words.is("relayed", t.lemma(i));
  }

  /** «قوله»: the noun of saying with its speaker as a pronoun. */
  boolean isSaying(AnalysedText t, int i) {
    boolean suffixed = t.token(i).segments().size() == t.token(i).stem() + 2;
    return suffixed && words.is("saying", t.lemma(i));
  }

  /** «وفقا», «بحسب»; {@code ل} may follow with the speaker. */
  boolean isSource(AnalysedText t, int i) {
    return words.is("source", t.lemma(i)) && t.pos(i) == Pos.ADP;
  }

  /** A noun that speaks: «مصدر», «بيان», «متحدث». */
  boolean isSpeaker(AnalysedText t, int i) {
    return t.pos(i) != Pos.VERB && words.is("speaker", t, i);
  }

  /** Words between a verb and its subject: «أمس», «لرويترز». */
  boolean isAside(AnalysedText t, int i) {
    return words.is("aside", t.lemma(i));
  }

  /** «كتاب «…»», «في «…»»: what stands in quotation marks behind it is a title or a name. */
  boolean isTitled(AnalysedText t, int i) {
    return words.is("titled", t.lemma(i)) && !t.isDefinite(i);
  }

  /** «أكد فلان عدم …»: what is said, not who says it. */
  boolean isObject(AnalysedText t, int i) {
    return words.is("object", t.lemma(i)) && !t.isDefinite(i);
  }

  /** «يذكر أن», «يشار إلى أن»: nobody's words. */
  boolean isImpersonal(AnalysedText t, int i) {
    return words.is("impersonal", t.stem(i));
  }

  /** «بعد أن», «قبل أن»: no words follow. */
  boolean isTemporal(AnalysedText t, int i) {
    return words.is("temporal", t.lemma(i));
  }

  /** «أن», «إنه», «بأن». */
  static boolean isParticle(AnalysedText t, int i) {
    return PARTICLES.contains(t.lemma(i)) && !t.isConjoined(i);
  }

  static boolean isJoint(AnalysedText t, int i) {
    return JOINTS.contains(t.lemma(i)) && t.token(i).segments().size() == 1;
  }
}
