package org.marsad.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.marsad.arabic.Pos;

/**
 * Finds the titles beside a person's name: «الرئيس السوري بشار الأسد», «وزير الدفاع الأمير محمد بن
 * سلمان», «سيرغي شويغو، وزير الدفاع الروسي،».
 */
final class TitleFinder {
  private static final int LONGEST = 9;
  private static final Set<String> OVER_TEAM = Set.of("على", "في");
  private static final Set<Pos> NOMINAL = Set.of(Pos.NOUN, Pos.ADJ, Pos.PROPN, Pos.NUM);

  private final TitleRules rules;

  TitleFinder(TitleRules rules) {
    this.rules = rules;
  }

  List<PersonTitle> find(AnalysedText t) {
    List<PersonTitle> found = new ArrayList<>();
    for (int i = 0; i < t.size(); i++) {
      if (t.isPerson(i) && t.beginsName(i)) {
        before(t, i, found);
        behind(t, t.nameEnd(i), found);
      }
    }
    return found;
  }

  /** The nearest title, and the one before it where the nearest is a form of address. */
  private void before(AnalysedText t, int name, List<PersonTitle> found) {
    List<PersonTitle> titles = new ArrayList<>();
    int end = name;
    boolean more = t.token(name).start() == t.name(name).start();
    while (more && titles.size() < 3) {
      int head = head(t, end);
      if (head < 0) {
        break;
      }
      titles.add(title(t, name, head, end - 1));
      boolean address = head == end - 1 || isRank(t, head, end - 1) || rules.isHighness(t, head);
      more = address && rules.isHonorific(t, head) && t.isFree(head) && !t.isConjoined(head);
      end = head;
    }
    Collections.reverse(titles);
    found.addAll(titles);
  }

  /** The head of the title that ends before token {@code end}, or -1. */
  private int head(AnalysedText t, int end) {
    int nearest = -1;
    for (int i = end - 1; i >= end - LONGEST && t.isSameSentence(i, end); i--) {
      if (!mayHold(t, i)) {
        break;
      }
      if (rules.isHead(t, i)
          && !t.isOrganization(i)
          && isTitle(t, i, end - 1)
          && !isTeam(t, i, end - 1)) {
        if (isAttribute(t, i)) {
          continue;
        }
        boolean more = i > 0 && t.isSameSentence(i - 1, end);
        if (more && rules.isOffice(t, i - 1)) {
          nearest = -1;
          continue;
        }
        nearest = i;
        if (!more || !(governs(t, i - 1, i) || t.hasProclitic(i, "ل"))) {
          return i;
        }
      }
    }
    return nearest;
  }

  /** «المتحدث الإعلامي للوزارة», «رئيس المكتب السياسي»: an adjective, and no title by itself. */
  private boolean isAttribute(AnalysedText t, int i) {
    int noun = i - 1;
    boolean relative = t.stem(i).endsWith("ي") || t.stem(i).endsWith("ية");
    return relative
        && t.isDefinite(i)
        && !t.isConjoined(i)
        && !rules.isHonorific(t, i)
        && t.isSameSentence(noun, i)
        && t.isDefinite(noun)
        && NOMINAL.contains(t.pos(noun))
        && t.name(noun) == null
        && !rules.isHonorific(t, noun);
  }

  /** «نائب الرئيس», «نائب رئيس الجمهورية»: a title whose complement is a title too is one. */
  private boolean governs(AnalysedText t, int head, int complement) {
    return rules.isHead(t, head)
        && !t.isDefinite(head)
        && (!rules.isHonorific(t, head) || rules.isHighness(t, head))
        && !t.isConjoined(complement)
        && !(rules.isHonorific(t, complement) && !t.isDefinite(complement));
  }

  private boolean mayHold(AnalysedText t, int i) {
    if (t.isPerson(i)) {
      return false;
    }
    if (t.name(i) != null) {
      return true;
    }
    boolean inside = rules.isInside(t, i) || t.isFree(i) || t.hasProclitic(i, "ل");
    return NOMINAL.contains(t.pos(i)) && inside && !t.token(i).stop();
  }

  /** Whether the words from a head on agree: «الرئيس السوري», «وزير الدفاع»; not «رئيس قال». */
  private boolean isTitle(AnalysedText t, int head, int last) {
    if (head == last) {
      return t.isDefinite(head) || rules.isHonorific(t, head);
    }
    if (t.isDefinite(head)) {
      return allDefinite(t, head + 1, last) || isRank(t, head, last);
    }
    boolean construct = t.isDefinite(last) || t.name(last) != null || t.pos(last) == Pos.PROPN;
    return construct && t.isFree(head + 1);
  }

  /** «المشرف على الفريق», «حارس مرمى الفريق», «الفريق الأولمبي»: no rank. */
  private boolean isTeam(AnalysedText t, int head, int last) {
    if (!rules.isTeam(t, head)) {
      return false;
    }
    if (head < last) {
      return !isRank(t, head, last);
    }
    int before = head - 1;
    boolean governed =
        t.isSameSentence(before, head)
            && (rules.isPlayer(t, before) || OVER_TEAM.contains(t.lemma(before)));
    return governed || !t.isDefinite(head) || !t.isFree(head);
  }

  /** «الفريق أول ركن», «الفريق الركن». */
  private boolean isRank(AnalysedText t, int head, int last) {
    return rules.isTeam(t, head)
        && IntStream.rangeClosed(head + 1, last).allMatch(i -> rules.isRank(t, i));
  }

  /** Behind a definite head come its adjectives, then maybe a complement with ل or باسم. */
  private boolean allDefinite(AnalysedText t, int first, int last) {
    for (int i = first; i <= last; i++) {
      if (t.hasProclitic(i, "ل") || rules.isInside(t, i)) {
        return true;
      }
      if (!t.isDefinite(i) || t.isConjoined(i)) {
        return false;
      }
    }
    return true;
  }

  private void behind(AnalysedText t, int name, List<PersonTitle> found) {
    int head = name + 2;
    boolean opens = t.isSign(name + 1, "،,(-–");
    if (!opens || !t.isSameSentence(name, head) || !rules.isHead(t, head) || !isPlain(t, head)) {
      return;
    }
    int end = head;
    while (end < head + LONGEST && t.isSameSentence(name, end) && mayHold(t, end)) {
      end++;
    }
    boolean closes = end >= t.size() || !t.isSameSentence(name, end) || t.isSign(end, "،,.)-–:؛");
    if (closes && end > head + 1 && isTitle(t, head, end - 1) && !t.isDefinite(head)) {
      found.add(title(t, name, head, end - 1));
    }
  }

  private static boolean isPlain(AnalysedText t, int i) {
    return t.isFree(i) && !t.isConjoined(i);
  }

  private static PersonTitle title(AnalysedText t, int name, int first, int last) {
    return new PersonTitle(
        t.title, t.name(name).entityId(), t.printed(first, last), t.start(first), t.end(last));
  }
}
