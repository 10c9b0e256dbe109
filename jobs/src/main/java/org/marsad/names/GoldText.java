package org.marsad.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A stretch of annotated text: words as annotated, joined by blanks, sentences by line breaks, with
 * the names in them.
 *
 * @param starts offset of each word in the text
 * @param ends offset behind each word
 * @param spans names, in order
 */
record GoldText(String text, int[] starts, int[] ends, List<Span> spans) {
  /** Words {@code first} to {@code last} name something of a type. */
  record Span(int first, int last, EntityType type) {}

  private static final Map<String, EntityType> COARSE =
      Map.of(
          "PERS", EntityType.PERSON,
          "PER", EntityType.PERSON,
          "ORG", EntityType.ORGANIZATION,
          "LOC", EntityType.LOCATION,
          "GPE", EntityType.LOCATION,
          "FAC", EntityType.LOCATION);

  private static final Set<String> FINE_PERSONS =
      Set.of(
          "Politician",
          "Religious_PER",
          "Artist",
          "Other_PER",
          "Scientist",
          "Athlete",
          "Businessperson",
          "Engineer",
          "Lawyer",
          "Police");

  private static final Set<String> FINE_ORGANIZATIONS =
      Set.of(
          "Non-Governmental",
          "Commercial",
          "Government",
          "Educational",
          "Media",
          "Sports",
          "Religious_ORG",
          "Medical-Science",
          "Entertainment");

  private static final Set<String> FINE_PLACES =
      Set.of(
          "Population-Center",
          "Nation",
          "Water-Body",
          "State-or-Province",
          "Continent",
          "Land-Region-Natural",
          "GPE-Cluster",
          "County-or-District",
          "Path",
          "Airport",
          "Building-Grounds",
          "Land",
          "Subarea-Facility");

  /** The type of an annotated class; null for classes that are none of the three. */
  static EntityType type(String name) {
    EntityType coarse = COARSE.get(name);
    if (coarse != null) {
      return coarse;
    }
    return FINE_PERSONS.contains(name)
        ? EntityType.PERSON
        : FINE_ORGANIZATIONS.contains(name)
            ? EntityType.ORGANIZATION
            : FINE_PLACES.contains(name) ? EntityType.LOCATION : null;
  }

  /** A sentence as read: its words and tags. */
  private record Sentence(List<String> words, List<String> tags) {}

  /**
   * Reads {@code word TAG} lines, separated by a blank or a tab, a blank line behind each sentence;
   * tags are BIO. Clitics that stand alone (و ف ب ل, and ها ه behind) are joined to their word.
   *
   * @param sentences how many sentences make one text
   */
  static List<GoldText> read(Path file, int sentences) throws IOException {
    List<Sentence> all = new ArrayList<>();
    Sentence current = new Sentence(new ArrayList<>(), new ArrayList<>());
    try (BufferedReader in = RawText.reader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String clean = line.replaceAll("[\u200E\u200F\uFEFF\r]", "");
        String[] parts = clean.strip().split("[ \t]+");
        if (parts.length >= 2) {
          current.words.add(parts[0]);
          current.tags.add(parts[parts.length - 1]);
        } else if (!current.words.isEmpty()) {
          all.add(current);
          current = new Sentence(new ArrayList<>(), new ArrayList<>());
        }
      }
    }
    if (!current.words.isEmpty()) {
      all.add(current);
    }
    if (file.getFileName().toString().contains("wikifane")) {
      all.replaceAll(GoldText::joined);
    }
    List<GoldText> texts = new ArrayList<>();
    for (int i = 0; i < all.size(); i += sentences) {
      texts.add(of(all.subList(i, Math.min(all.size(), i + sentences))));
    }
    return texts;
  }

  private static Sentence joined(Sentence cut) {
    List<String> words = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    String before = "";
    for (int i = 0; i < cut.words.size(); i++) {
      String word = cut.words.get(i);
      String tag = cut.tags.get(i);
      boolean proclitic = word.length() == 1 && "وفبل".contains(word);
      if (proclitic
          && i + 1 < cut.words.size()
          && Character.isLetter(cut.words.get(i + 1).charAt(0))) {
        if (tag.startsWith("B-") && cut.tags.get(i + 1).equals("I-" + tag.substring(2))) {
          cut.tags.set(i + 1, tag);
        }
        before += word;
      } else if ((word.equals("ها") || word.equals("ه")) && !words.isEmpty() && before.isEmpty()) {
        words.set(words.size() - 1, words.get(words.size() - 1) + word);
      } else {
        boolean melts = before.endsWith("ل") && word.startsWith("ال");
        words.add(before + (melts ? word.substring(1) : word));
        tags.add(tag);
        before = "";
      }
    }
    return new Sentence(words, tags);
  }

  private static GoldText of(List<Sentence> sentences) {
    StringBuilder text = new StringBuilder();
    int n = sentences.stream().mapToInt(s -> s.words.size()).sum();
    int[] starts = new int[n];
    int[] ends = new int[n];
    List<Span> spans = new ArrayList<>();
    int at = 0;
    for (Sentence s : sentences) {
      String open = "";
      int first = 0;
      for (int i = 0; i <= s.words.size(); i++) {
        String tag = i < s.words.size() ? s.tags.get(i) : "O";
        boolean goesOn = tag.startsWith("I-") && tag.substring(2).equals(open);
        if (!goesOn) {
          if (!open.isEmpty() && type(open) != null) {
            spans.add(new Span(first, at + i - 1, type(open)));
          }
          open = tag.equals("O") ? "" : tag.substring(2);
          first = at + i;
        }
        if (i < s.words.size()) {
          starts[at + i] = text.length();
          text.append(s.words.get(i));
          ends[at + i] = text.length();
          text.append(' ');
        }
      }
      at += s.words.size();
      text.append('\n');
    }
    return new GoldText(text.toString(), starts, ends, spans);
  }
}
