package org.marsad.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/** Copies of articles with up to a third of their words or sentences changed. */
final class AlteredCopies {
  private static final int LEAST_WORDS = 25;
  private static final double MOST = 1.0 / 3;
  private static final String SENTENCES = "(?<=[.!؟\\n])\\s*";

  private final List<Original> originals;
  private final Random random;

  AlteredCopies(List<Original> originals, Random random) {
    this.originals = originals;
    this.random = random;
  }

  /** An article of a corpus. */
  record Original(String source, LocalDate day, String text) {}

  /** A copy of one text: what was done to it, and to what share of its words. */
  record Copy(String text, String change, double share) {}

  private enum Change {
    REPLACE,
    DELETE,
    INSERT,
    SHUFFLE
  }

  Copy of(String original) {
    Change change = Change.values()[random.nextInt(4)];
    boolean sentences = random.nextBoolean();
    double share = random.nextDouble() * MOST;
    String[] parts = original.split(sentences ? SENTENCES : "\\s+");
    String text = changed(parts, change, share, sentences);
    if (random.nextBoolean()) {
      text = "الرياض - وكالات: " + text + " تابع آخر الأخبار عبر تطبيقنا على الهواتف الذكية";
    }
    String kind = (sentences ? "sentences " : "words ") + change.name().toLowerCase(Locale.ROOT);
    return new Copy(text, kind, share);
  }

  private String changed(String[] parts, Change change, double share, boolean sentences) {
    TreeSet<Integer> chosen = chosen(parts, share);
    List<Integer> shuffled = new ArrayList<>(chosen);
    Collections.shuffle(shuffled, random);
    StringBuilder text = new StringBuilder();
    int k = 0;
    for (int i = 0; i < parts.length; i++) {
      if (!chosen.contains(i)) {
        text.append(parts[i]).append(' ');
        continue;
      }
      text.append(
          switch (change) {
            case REPLACE -> other(sentences) + " ";
            case DELETE -> "";
            case INSERT -> parts[i] + " " + other(sentences) + " ";
            case SHUFFLE -> parts[shuffled.get(k++)] + " ";
          });
    }
    return text.toString();
  }

  /** Parts that together have at most the share of the words. */
  private TreeSet<Integer> chosen(String[] parts, double share) {
    List<Integer> places = new ArrayList<>();
    int words = 0;
    for (int i = 0; i < parts.length; i++) {
      places.add(i);
      words += Shingles.words(parts[i]).length;
    }
    Collections.shuffle(places, random);
    TreeSet<Integer> chosen = new TreeSet<>();
    double left = share * words;
    for (int place : places) {
      int n = Shingles.words(parts[place]).length;
      if (n <= left) {
        chosen.add(place);
        left -= n;
      }
    }
    return chosen;
  }

  /** A word or sentence of another article. */
  private String other(boolean sentence) {
    String[] parts =
        originals.get(random.nextInt(originals.size())).text().split(sentence ? SENTENCES : "\\s+");
    return parts[random.nextInt(parts.length)];
  }

  /** The articles of a corpus that have enough words, of equal ones the first. */
  static List<Original> originals(Path corpus) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, Original> distinct = new LinkedHashMap<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(corpus)), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        JsonNode record = json.readTree(line);
        String text = record.path("text").asText("");
        if (Shingles.words(text).length >= LEAST_WORDS) {
          Original original = new Original(record.path("src").asText(), day(record), text);
          distinct.putIfAbsent(ArticleId.textKey(text), original);
        }
      }
    }
    return List.copyOf(distinct.values());
  }

  /** SaudiNewsNet has {@code date}, ANT {@code time} in one of two forms. */
  private static LocalDate day(JsonNode record) {
    String time = record.path("time").asText(record.path("date").asText());
    return time.indexOf('/') > 0
        ? LocalDate.parse(time, DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT))
        : LocalDate.parse(time.substring(0, 10));
  }

  static List<Original> half(List<Original> originals, int which) {
    List<Original> half = new ArrayList<>();
    for (int i = which; i < originals.size(); i += 2) {
      half.add(originals.get(i));
    }
    return half;
  }

  /** Rows of a file of comma-separated values, quoted or not. */
  static List<List<String>> csv(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      List<String> row = new ArrayList<>();
      StringBuilder cell = new StringBuilder();
      boolean quoted = false;
      for (char c : line.toCharArray()) {
        if (c == '"') {
          quoted = !quoted;
        } else if (c == ',' && !quoted) {
          row.add(cell.toString());
          cell.setLength(0);
        } else {
          cell.append(c);
        }
      }
      row.add(cell.toString());
      rows.add(row);
    }
    return rows;
  }
}
