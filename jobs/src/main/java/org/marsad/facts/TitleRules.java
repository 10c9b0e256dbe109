package org.marsad.facts;

import java.util.HashSet;
import java.util.Set;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.Orthography;
import org.marsad.arabic.Pos;
import org.marsad.arabic.RuleFile;

/**
 * Words that are titles: those of {@code triggers.tsv} that may stand before a person's name, less
 * what {@code titles.tsv} takes out.
 */
final class TitleRules {
  static final String FILE = "titles.tsv";
  static final String TRIGGERS = "triggers.tsv";

  private final Set<String> heads = new HashSet<>();
  private final Set<String> persons = new HashSet<>();
  private static final String OWNER = "صاحب";

  private final Lemmas rules;

  TitleRules(LexiconFiles files) {
    rules =
        Lemmas.read(
            files,
            FILE,
            "",
            Set.of(
                "honorific", "no_title", "inside", "team", "rank", "player", "highness", "office"));
    if (files.has(TRIGGERS)) {
      RuleFile.forEach(files, TRIGGERS, this::add);
    }
  }

  private void add(RuleFile.Row row) {
    String word = row.required("word");
    if (row.get("use").equals("title_before_person") && word.indexOf(' ') < 0) {
      persons.add(Orthography.fold(word));
      if (!rules.is("no_title", word)) {
        heads.add(Orthography.fold(word));
      }
    }
  }

  /** Whether a title may begin with the token. */
  boolean isHead(AnalysedText t, int i) {
    return t.pos(i) != Pos.VERB && (heads.contains(t.key(i)) || isHighness(t, i));
  }

  /** Whether the token announces a person, by a title or not: «وزير», «شقيق». */
  boolean isPerson(AnalysedText t, int i) {
    return persons.contains(t.key(i));
  }

  /** «الأمير», «الدكتور»: goes with another title of the same person. */
  boolean isHonorific(AnalysedText t, int i) {
    return rules.is("honorific", t.lemma(i)) || isHighness(t, i);
  }

  /** «سمو», «صاحب السمو»: begins a form of address of two words or more. */
  boolean isHighness(AnalysedText t, int i) {
    boolean owner = OWNER.equals(t.lemma(i)) && t.isSameSentence(i, i + 1);
    int word = owner ? i + 1 : i;
    return t.isDefinite(word) == owner && rules.is("highness", t.lemma(word));
  }

  /** «مكتب رئيس الجمهورية», «لدى وزير النقل»: the title behind it is somebody else's. */
  boolean isOffice(AnalysedText t, int i) {
    return rules.is("office", t.lemma(i)) && !t.isDefinite(i);
  }

  /** «الفريق»: a rank, or the team that somebody plays in. */
  boolean isTeam(AnalysedText t, int i) {
    return rules.is("team", t.lemma(i));
  }

  /** «الفريق أول», «الفريق الركن»: goes with that rank. */
  boolean isRank(AnalysedText t, int i) {
    return rules.is("rank", t.lemma(i));
  }

  /** «حارس مرمى الفريق», «إداري الفريق»: of a team. */
  boolean isPlayer(AnalysedText t, int i) {
    return rules.is("player", t.lemma(i));
  }

  /** Prepositions that a title may hold: «المتحدث باسم الوزارة». */
  boolean isInside(AnalysedText t, int i) {
    return rules.is("inside", t.lemma(i)) && !t.isFree(i);
  }
}
