package org.marsad.names;

import java.io.Serializable;

/**
 * Somebody or something that the lexicon knows.
 *
 * @param id Wikidata id where known, else the lexicon's own
 * @param type person, organisation or place
 * @param kind finer: country, city, head_of_state, party …; may be empty
 * @param country ISO 3166 code; may be empty
 * @param name usual Arabic name
 * @param nameEn English name; may be empty
 */
public record Entity(
    String id, EntityType type, String kind, String country, String name, String nameEn)
    implements Serializable {

  Entity as(EntityType other) {
    return new Entity(id, other, kind, country, name, nameEn);
  }
}
