package org.marsad.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.arabic.LexiconException;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.RuleFile;

/** The entities of {@code entities.tsv} and every form they are written in. */
final class EntityLexicon {
  static final String FILE = "entities.tsv";

  private static final String RELIGION = "الدين";
  private static final String PARTICLES =
      "بن ابن ال ابو ابي عبد بو بنت ولد اولد فان فون دي دو دا لو";

  private final Map<String, Entity> entities = new HashMap<>();
  private final Map<String, Integer> ranks = new HashMap<>();
  private final FormTrie.Builder builder = new FormTrie.Builder();
  private final SpellingIndex spelling;
  private final PersonSpelling persons;
  private final Triggers triggers;
  private final Overrides overrides;

  private EntityLexicon(Triggers triggers, NameWords nameWords, Overrides overrides) {
    this.triggers = triggers;
    spelling = new SpellingIndex(triggers);
    persons = new PersonSpelling(nameWords);
    this.overrides = overrides;
  }

  /**
   * What {@link #read} makes.
   *
   * @param entities by id
   */
  record Loaded(
      Map<String, Entity> entities,
      FormTrie trie,
      SpellingIndex spelling,
      PersonSpelling persons) {}

  static Loaded read(
      LexiconFiles files, Triggers triggers, NameWords nameWords, Overrides overrides) {
    EntityLexicon lexicon = new EntityLexicon(triggers, nameWords, overrides);
    if (files.has(FILE)) {
      RuleFile.forEach(files, FILE, lexicon::add);
    }
    overrides.sameAs.forEach(lexicon::addOverride);
    return new Loaded(
        Map.copyOf(lexicon.entities), lexicon.builder.build(), lexicon.spelling, lexicon.persons);
  }

  private void add(RuleFile.Row row) {
    String id = row.required("entity_id");
    EntityType type = Overrides.parseType(row.required("type"), row.where());
    String written = row.required("name");
    boolean doubtful = written.startsWith("?");
    String name = doubtful ? written.substring(1).strip() : written;
    Entity entity =
        new Entity(id, type, row.get("kind"), row.get("country"), name, row.get("name_en"));
    if (entities.putIfAbsent(id, entity) != null) {
      throw new LexiconException(row.where(), "entity_id \"" + id + "\" stands twice");
    }
    ranks.put(id, ranks.size());
    addForm(entity, name, doubtful ? Candidate.How.AMBIGUOUS : Candidate.How.NAME);
    for (String variant : row.list("variants")) {
      String form = variant.replaceFirst("^[?]{1,2}", "");
      Candidate.How how =
          switch (variant.length() - form.length()) {
            case 0 -> Candidate.How.VARIANT;
            case 1 -> Candidate.How.AMBIGUOUS;
            default -> Candidate.How.ORDINARY;
          };
      addForm(entity, form, how);
    }
  }

  private void addForm(Entity entity, String written, Candidate.How how) {
    List<String> words = Words.of(written);
    if (words.isEmpty()) {
      return;
    }
    int lead = entity.type() == EntityType.PERSON ? lead(words) : 0;
    Candidate.How sure = how == Candidate.How.NAME && lead > 0 ? Candidate.How.VARIANT : how;
    put(words, new Candidate(entity, ranks.get(entity.id()), sure, lead));
    if (!how.needsSupport() && lead == 0) {
      Candidate misspelt = new Candidate(entity, ranks.get(entity.id()), Candidate.How.SPELLING, 0);
      spelling.add(words, misspelt);
      if (entity.type() == EntityType.PERSON && words.size() > 1) {
        persons.add(words, misspelt);
        int from = surname(words);
        put(
            words.subList(from, words.size()),
            new Candidate(entity, ranks.get(entity.id()), Candidate.How.SURNAME, 0));
      }
    }
  }

  /**
   * Adds a form as one word and as two where the press does both: عبدالله, عبد الله; أبو ظبي; in
   * the genitive: أبي عريش; and بالحاج as بلحاج.
   */
  private void put(List<String> words, Candidate candidate) {
    if (overrides.forbids(String.join(" ", words), candidate.entity().id())) {
      return;
    }
    add(words, candidate);
    List<String> joined = joined(words);
    if (!joined.equals(words) && candidate.lead() == 0) {
      add(joined, candidate);
    }
    List<String> split = split(words);
    if (!split.equals(words) && candidate.lead() == 0) {
      add(split, candidate);
    }
    List<String> spelled = words.stream().map(UnknownNames::spelled).toList();
    if (candidate.type() == EntityType.PERSON && !spelled.equals(words)) {
      add(spelled, candidate);
    }
    int father = words.indexOf("ابو");
    if (father >= 0 && father < words.size() - 1) {
      List<String> genitive = new ArrayList<>(words);
      genitive.set(father, "ابي");
      add(genitive, candidate);
    }
  }

  /** Where an analyst has said whose a form is, it is nobody else's; so for its type. */
  private void add(List<String> words, Candidate candidate) {
    String form = String.join(" ", words);
    String owner = overrides.id(form);
    if (owner == null || owner.equals(candidate.entity().id())) {
      builder.add(words, candidate.as(overrides.type(form)));
    }
  }

  /** «عبد الله», «أبو ظبي», «نور الدين» as one word. */
  static List<String> joined(List<String> words) {
    List<String> joined = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      boolean servant = word.equals("عبد") && Words.isDefinite(next);
      if (!next.isEmpty() && (word.equals("ابو") || servant || next.equals(RELIGION))) {
        joined.add(word + next);
        i++;
      } else {
        joined.add(word);
      }
    }
    return joined;
  }

  private static List<String> split(List<String> words) {
    List<String> split = new ArrayList<>(words.size() + 1);
    for (String word : words) {
      if (word.startsWith("عبدال") && word.length() > 6) {
        split.add("عبد");
        split.add(word.substring(3));
      } else if (word.endsWith(RELIGION) && word.length() > RELIGION.length() + 1) {
        split.add(word.substring(0, word.length() - RELIGION.length()));
        split.add(RELIGION);
      } else {
        split.add(word);
      }
    }
    return split;
  }

  /** Title words in front: of «خادم الحرمين الشريفين الملك سلمان» four. */
  private int lead(List<String> words) {
    if ((triggers.uses(words.get(0)) & Triggers.TITLE) == 0) {
      return 0;
    }
    int lead = 0;
    for (int i = 0; i + 1 < words.size() && (i == 0 || Words.isDefinite(words.get(i))); i++) {
      if (Words.isDefinite(words.get(i)) && (triggers.uses(words.get(i)) & Triggers.TITLE) != 0) {
        lead = i + 1;
      }
    }
    return lead;
  }

  /** Where the surname begins: the last word with the particles in front of it. */
  static int surname(List<String> words) {
    int from = words.size() - 1;
    while (from > 1 && (" " + PARTICLES + " ").contains(" " + words.get(from - 1) + " ")) {
      from--;
    }
    return from;
  }

  private void addOverride(Overrides.SameAs same) {
    Entity entity = entities.get(same.entityId());
    if (entity == null) {
      if (same.entityId().startsWith(UnknownNames.PREFIX)) {
        return;
      }
      throw new LexiconException(
          same.where(), "entity_id \"" + same.entityId() + "\" stands in no row of " + FILE);
    }
    add(same.form(), new Candidate(entity, ranks.get(entity.id()), Candidate.How.SAME_AS, 0));
  }
}
