package org.marsad.topic;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.marsad.entity.KnownEntities;
import org.marsad.table.Inputs;
import org.marsad.term.Phrases;
import org.marsad.term.Terms;

/** What an editor would call each topic: up to three phrases, names or words, as printed. */
final class Labels {
  private static final int PARTS = 3;
  private static final int PHRASES = 15;

  /** Behind three letters or more. */
  private static final Pattern ENDING = Pattern.compile("(?<=.{3})(يون|يين|يا|ية|ي|ة|ا)$");

  /** Likeness to last night's words from which a topic keeps its label. */
  private static final double KEEPS = 0.5;

  private final Map<String, String> printed = new HashMap<>();
  private final TopicWords words;

  private Labels(TopicWords words) {
    this.words = words;
  }

  /** A part of a label: its lemmas, how it is printed, and its weight in the topic. */
  private record Part(String term, String printed, double weight) {}

  /** A label for each topic, no two alike; last night's where the topic is still the same. */
  static Map<Integer, String> of(Inputs inputs, TopicWords words, Registry registry) {
    Labels labels = new Labels(words);
    Set<String> terms = new TreeSet<>();
    words.words().forEach(w -> terms.add(w.term()));
    for (int k : registry.topics().keySet()) {
      words.phrases(k, PHRASES).forEach(w -> terms.add(w.term()));
    }
    labels.print(inputs, terms);
    Map<Integer, String> made = new TreeMap<>();
    Set<String> used = new HashSet<>();
    registry
        .topics()
        .forEach(
            (k, topic) -> {
              if (topic.label() != null && topic.drift() <= 1 - KEEPS && used.add(topic.label())) {
                made.put(k, topic.label());
              }
            });
    for (int k : registry.topics().keySet()) {
      made.computeIfAbsent(k, t -> labels.fresh(t, used));
    }
    return made;
  }

  private void print(Inputs inputs, Set<String> terms) {
    Object[] wanted = terms.toArray();
    Dataset<Row> known = inputs.table(KnownEntities.TABLE);
    Terms.surfaces(inputs)
        .where(col("term").isin(wanted))
        .unionByName(
            known
                .select(concat(lit("@"), col("entity_id")).as("term"), col("name").as("surface"))
                .where(col("term").isin(wanted)))
        .collectAsList()
        .forEach(r -> printed.put(r.getString(0), r.getString(1)));
    printPhrases(inputs);
  }

  /** A pair that is no phrase by itself is printed as the three words it stands in, if one row. */
  private void printPhrases(Inputs inputs) {
    Map<String, List<String>> within = new HashMap<>();
    for (Row phrase :
        inputs.table(Phrases.TABLE).select("term", "surface", "term_words").collectAsList()) {
      String term = phrase.getString(0);
      if (phrase.getInt(2) == 2) {
        printed.put(term, phrase.getString(1));
        continue;
      }
      for (String pair :
          List.of(
              term.substring(0, term.lastIndexOf(' ')), term.substring(term.indexOf(' ') + 1))) {
        within.computeIfAbsent(pair, p -> new ArrayList<>(1)).add(phrase.getString(1));
      }
    }
    within.forEach(
        (pair, longer) -> {
          if (longer.size() == 1) {
            printed.putIfAbsent(pair, longer.get(0));
          }
        });
  }

  /** The heaviest parts that say something new each; more of them until no other label is alike. */
  private String fresh(int topic, Set<String> used) {
    List<Part> chosen = new ArrayList<>();
    String label = "";
    for (Part part : parts(topic)) {
      if (chosen.stream().anyMatch(c -> overlap(c, part))) {
        continue;
      }
      chosen.add(part);
      if (chosen.size() >= PARTS) {
        label = String.join("، ", chosen.stream().map(Part::printed).toList());
        if (used.add(label)) {
          return label;
        }
        chosen.remove(chosen.size() - 1);
      }
    }
    label = String.join("، ", chosen.stream().map(Part::printed).toList());
    for (int i = 2; !used.add(label); i++) {
      label = label.replaceFirst(" \\(\\d+\\)$", "") + " (" + i + ")";
    }
    return label;
  }

  private List<Part> parts(int topic) {
    List<TopicWords.Word> of = words.words().stream().filter(w -> w.topic() == topic).toList();
    Set<String> first = new HashSet<>();
    of.stream().filter(w -> w.rank() <= TopicWords.FIRST).forEach(w -> first.add(w.term()));
    List<Part> parts = new ArrayList<>();
    for (TopicWords.Word word : of) {
      if (word.rank() <= TopicWords.FIRST) {
        parts.add(
            new Part(word.term(), printed.getOrDefault(word.term(), word.term()), word.weight()));
      }
    }
    for (TopicWords.Word phrase : words.phrases(topic, PHRASES)) {
      String surface = printed.get(phrase.term());
      boolean named = phrase.term().startsWith("@");
      if (surface != null
          && (named || Arrays.stream(phrase.term().split(" ")).anyMatch(first::contains))) {
        parts.add(new Part(phrase.term(), surface, phrase.weight() * 2));
      }
    }
    parts.sort(Comparator.comparingDouble((Part p) -> -p.weight()).thenComparing(Part::term));
    return parts;
  }

  private static boolean overlap(Part a, Part b) {
    Set<String> shared = pieces(a);
    shared.retainAll(pieces(b));
    return !shared.isEmpty();
  }

  /** Lemmas and printed words without their article and ending: «اليمن» and «اليمني» are alike. */
  private static Set<String> pieces(Part part) {
    Set<String> pieces = new HashSet<>(List.of(part.term().split(" ")));
    for (String word : part.printed().split(" ")) {
      String bare = word.startsWith("ال") && word.length() > 4 ? word.substring(2) : word;
      pieces.add(ENDING.matcher(bare).replaceFirst(""));
    }
    return pieces;
  }
}
