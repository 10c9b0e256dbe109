package org.marsad.arabic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stems of the imperfect and of the perfect before consonants, made from every known verb by the
 * shapes of {@code verbs.tsv}; the forms that are listed come first.
 */
final class VerbShapes {
  static final String FILE = "verbs.tsv";
  static final String VERBS = "verb_list.tsv";

  /** The letters of أفعل. */
  private static final int FOURTH_FORM = 4;

  private record Shape(int length, Pattern verb, String stem, String tense) {}

  private final Map<String, Entry> imperfect = new HashMap<>(1 << 13);
  private final Map<String, Entry> perfect = new HashMap<>(1 << 12);

  private final Map<String, Entry> passive = new HashMap<>(1 << 12);

  private VerbShapes() {}

  static VerbShapes of(LexiconFiles files, Lexicon lexicon) {
    VerbShapes shapes = new VerbShapes();
    List<Entry> verbs = new ArrayList<>();
    lexicon.forEach(
        e -> {
          if (e.wordClass() == WordClass.V && e.segments().isEmpty()) {
            verbs.add(e);
          }
        });
    verbs.sort((a, b) -> a.form().compareTo(b.form()));
    verbs.forEach(shapes::addListed);
    List<Shape> rules = read(files);
    Set<String> lemmas = new LinkedHashSet<>();
    verbs.forEach(verb -> lemmas.add(verb.lemma()));
    // Verbs that are less common come behind those of the listed forms, and make no form of their
    // own: as a whole word most of them are a noun.
    RuleFile.forEach(files, VERBS, row -> lemmas.add(row.required("verb")));
    lemmas.forEach(lemma -> rules.forEach(rule -> shapes.addMade(rule, lemma)));
    lemmas.forEach(shapes::addPerfect);
    return shapes;
  }

  private static List<Shape> read(LexiconFiles files) {
    List<Shape> rules = new ArrayList<>();
    RuleFile.forEach(
        files,
        FILE,
        row -> {
          String shape = row.required("verb");
          String verb = shape.replace("C", "([^اويىأإآ])").replace(".", "(.)");
          rules.add(
              new Shape(
                  shape.length(),
                  Pattern.compile(verb),
                  row.required("stem"),
                  row.required("tense")));
        });
    return rules;
  }

  /** {@code يكتبون, كتب} gives the stem {@code كتب}: prefix and personal ending are taken off. */
  private void addListed(Entry verb) {
    String form = verb.form();
    if (form.length() < 3 || form.startsWith(verb.lemma()) || "يتن".indexOf(form.charAt(0)) < 0) {
      return;
    }
    String stem = form.substring(1);
    char first = verb.lemma().charAt(0);
    if (first == form.charAt(0) && first != stem.charAt(0)) {
      // A perfect, not an imperfect: تلقوا, نمت.
      return;
    }
    for (String ending : List.of("ون", "وا", "ان")) {
      if (stem.endsWith(ending) && stem.length() > 4) {
        stem = stem.substring(0, stem.length() - 2);
        break;
      }
    }
    imperfect.putIfAbsent(stem, verb);
  }

  private void addMade(Shape rule, String lemma) {
    if (rule.length != lemma.length()) {
      return;
    }
    Matcher m = rule.verb.matcher(lemma);
    if (m.matches()) {
      Entry verb = Entry.of(lemma, lemma, WordClass.V);
      tense(rule.tense).putIfAbsent(m.replaceFirst(rule.stem), verb);
    }
  }

  /** A sound verb has one stem in all of the perfect. */
  private void addPerfect(String lemma) {
    if (lemma.length() > 2 && "اىيو".indexOf(lemma.charAt(lemma.length() - 1)) < 0) {
      Entry verb = Entry.of(lemma, lemma, WordClass.V);
      perfect.putIfAbsent(lemma, verb);
      if (lemma.length() == FOURTH_FORM && lemma.charAt(0) == 'أ') {
        // As the press prints it: ابحرت.
        perfect.putIfAbsent('ا' + lemma.substring(1), verb);
      }
    }
  }

  private Map<String, Entry> tense(String tense) {
    return switch (tense) {
      case "imperfect" -> imperfect;
      case "passive" -> passive;
      default -> perfect;
    };
  }

  /** The verb with that stem of the imperfect, without its prefix, or null. */
  Entry imperfect(String stem) {
    return imperfect.get(stem);
  }

  /** The verb with that stem before {@code ت} and {@code نا}, or null. */
  Entry perfect(String stem) {
    return perfect.get(stem);
  }

  /** The verb with that passive of the perfect, or null. */
  Entry passive(String form) {
    return passive.get(form);
  }
}
