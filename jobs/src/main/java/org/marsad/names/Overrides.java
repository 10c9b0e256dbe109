package org.marsad.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.marsad.arabic.LexiconException;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.RuleFile;

/** An analyst's decisions, {@code overrides.tsv}: they win over lexicon and model. */
final class Overrides {
  static final String FILE = "overrides.tsv";

  /** A form that is to stand for an entity. */
  record SameAs(List<String> form, String entityId, String where) {}

  final List<SameAs> sameAs = new ArrayList<>();
  private final Set<String> notSame = new HashSet<>();
  private final Set<String> notNames = new HashSet<>();
  private final Map<String, EntityType> types = new HashMap<>();
  private final Map<String, String> ids = new HashMap<>();

  static Overrides read(LexiconFiles files) {
    Overrides all = new Overrides();
    if (files.has(FILE)) {
      RuleFile.forEach(files, FILE, all::add);
    }
    return all;
  }

  private void add(RuleFile.Row row) {
    List<String> form = Words.of(row.required("surface"));
    String key = String.join(" ", form);
    switch (row.required("action")) {
      case "same_as" -> {
        sameAs.add(new SameAs(form, row.required("entity_id"), row.where()));
        ids.put(key, row.required("entity_id"));
      }
      case "not_same" -> notSame.add(key + "\t" + row.required("entity_id"));
      case "is_not_a_name" -> notNames.add(key);
      case "type" -> types.put(key, type(row));
      default ->
          throw new LexiconException(
              row.where(),
              "action \""
                  + row.get("action")
                  + "\" is none of same_as, not_same, is_not_a_name, type");
    }
  }

  private static EntityType type(RuleFile.Row row) {
    return parseType(row.required("entity_id"), row.where());
  }

  static EntityType parseType(String name, String where) {
    try {
      return EntityType.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new LexiconException(
          where, "\"" + name + "\" is none of PERSON, ORGANIZATION, LOCATION");
    }
  }

  boolean forbids(String form, String entityId) {
    return notSame.contains(form + "\t" + entityId);
  }

  boolean isNoName(String form) {
    return notNames.contains(form);
  }

  /** The type an analyst gave a form, or null. */
  EntityType type(String form) {
    return types.get(form);
  }

  /** The id an analyst gave a form, or null. */
  String id(String form) {
    return ids.get(form);
  }
}
