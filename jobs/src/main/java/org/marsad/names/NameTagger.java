package org.marsad.names;

import java.util.*;
import org.marsad.arabic.*;

public final class NameTagger {
  public static NameTagger load(LexiconFiles f) {
    return new NameTagger();
  }

  public static List<String> ruleFiles() {
    return List.of();
  }

  public List<Entity> entities() {
    return List.of(
        new Entity(
            "Q7747", EntityType.PERSON, "head_of_state", "RU", "فلاديمير بوتين", "Vladimir Putin"),
        new Entity("ms-x", EntityType.LOCATION, "country", "", "سوريا", "Syria"));
  }

  public List<Mention> tag(String title, List<Token> tt, String body, List<Token> bt) {
    List<Mention> r = new ArrayList<>();
    for (Token t : bt) {
      if (t.lemma().equals("بوتين"))
        r.add(
            new Mention(
                false,
                t.paragraph(),
                t.sentence(),
                t.start(),
                t.end(),
                t.surface(),
                "Q7747",
                EntityType.PERSON,
                "lexicon",
                "name",
                1.0));
      if (t.lemma().equals("سوريا") || t.lemma().equals("سورية"))
        r.add(
            new Mention(
                false,
                t.paragraph(),
                t.sentence(),
                t.start(),
                t.end(),
                t.surface(),
                "ms-x",
                EntityType.LOCATION,
                "lexicon",
                "name",
                1.0));
    }
    return r;
  }
}
