package org.marsad.arabic;

import java.util.HashMap;
import java.util.Map;

/**
 * Verbs without an object whose imperfect is printed like that of one with: before a pronoun the
 * second is meant, يظهر is of ظهر and يظهره of أظهر.
 */
final class ObjectVerbs {
  static final String FILE = "objects.tsv";

  private final Map<String, String> others = new HashMap<>();

  private ObjectVerbs() {}

  static ObjectVerbs read(LexiconFiles files) {
    ObjectVerbs verbs = new ObjectVerbs();
    RuleFile.forEach(
        files, FILE, row -> verbs.others.put(row.required("verb"), row.required("other")));
    return verbs;
  }

  /** The cut with the verb that its pronoun asks for. */
  Cut choose(Cut cut) {
    Stem stem = cut.stem();
    Entry entry = stem.entry();
    if (cut.behind().isNone() || entry == null || entry.wordClass() != WordClass.V) {
      return cut;
    }
    String other = others.get(entry.lemma());
    if (other == null || !Joints.mayBeImperfect(stem.base()) || isPerfect(stem)) {
      return cut;
    }
    Entry transitive = Entry.of(entry.form(), other, WordClass.V);
    return new Cut(
        cut.before(),
        new Stem(stem.written(), stem.base(), transitive, stem.score()),
        cut.behind());
  }

  /** نشأ and نضج begin like imperfects themselves. */
  private static boolean isPerfect(Stem stem) {
    return stem.base().startsWith(stem.entry().lemma());
  }
}
