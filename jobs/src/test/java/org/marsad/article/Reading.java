package org.marsad.article;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.marsad.arabic.ArabicDates;

/** Reads bytes as the job reads a file; what the reading tests share. */
final class Reading {
  static final String TITLE = "وزير الدفاع الروسي يلتقي الأسد";
  static final String BODY =
      "التقى وزير الدفاع الروسي سيرغي شويغو أمس الرئيس السوري في دمشق، وبحثا التعاون العسكري بين"
          + " البلدين.";
  static final FileHints HINTS =
      new FileHints("", "", LocalDate.of(2017, 9, 13), DateOrigin.FILE_TIME);

  private static final ArabicDates DATES = ArabicDates.bundled();

  private Reading() {}

  static List<Interpreter.Outcome> read(String name, byte[] bytes) {
    return read(name, bytes, FieldNames.known(), HINTS);
  }

  static List<Interpreter.Outcome> read(String name, String text) {
    return read(name, utf8(text));
  }

  static List<Interpreter.Outcome> read(
      String name, byte[] bytes, FieldNames names, FileHints hints) {
    return read(name, bytes, names, hints, 0, 1);
  }

  /** One share of several. */
  static List<Interpreter.Outcome> read(String name, byte[] bytes, int share, int shares) {
    return read(name, bytes, FieldNames.known(), HINTS, share, shares);
  }

  private static List<Interpreter.Outcome> read(
      String name, byte[] bytes, FieldNames names, FileHints hints, int share, int shares) {
    return read(name, () -> new ByteArrayInputStream(bytes), names, hints, share, shares);
  }

  /** What comes of bytes that may not all come. */
  static List<Interpreter.Outcome> read(String name, StorageStream.Opening opening) {
    return read(name, opening, 0, 1);
  }

  static List<Interpreter.Outcome> read(
      String name, StorageStream.Opening opening, int share, int shares) {
    return read(name, opening, FieldNames.known(), HINTS, share, shares);
  }

  private static List<Interpreter.Outcome> read(
      String name,
      StorageStream.Opening opening,
      FieldNames names,
      FileHints hints,
      int share,
      int shares) {
    InputFile file = new InputFile("/in/" + name, "/in/" + name, 0, "", hints);
    List<Interpreter.Outcome> outcomes = new ArrayList<>();
    new ArticleReader(names, DATES)
        .read(file, opening, share, shares)
        .forEachRemaining(outcomes::add);
    return outcomes;
  }

  /** The one article that the bytes hold. */
  static Article article(String name, byte[] bytes) {
    return article(read(name, bytes));
  }

  static Article article(String name, String text) {
    return article(name, utf8(text));
  }

  static Article article(Map<String, String> fields) {
    return article(read("a.jsonl", utf8(json(fields) + "\n"), FieldNames.known(), HINTS));
  }

  static Article article(List<Interpreter.Outcome> outcomes) {
    if (outcomes.size() != 1 || outcomes.get(0).article() == null) {
      throw new AssertionError("not one article: " + outcomes);
    }
    return outcomes.get(0).article();
  }

  /** The articles among outcomes. */
  static List<Article> articles(List<Interpreter.Outcome> outcomes) {
    return outcomes.stream().map(Interpreter.Outcome::article).filter(a -> a != null).toList();
  }

  /** The reasons among outcomes. */
  static List<RejectReason> reasons(List<Interpreter.Outcome> outcomes) {
    return outcomes.stream()
        .map(Interpreter.Outcome::reject)
        .filter(r -> r != null)
        .map(Reject::reason)
        .toList();
  }

  static List<Long> positions(List<Interpreter.Outcome> outcomes) {
    return outcomes.stream().map(Interpreter.Outcome::position).toList();
  }

  static String json(Map<String, String> fields) {
    try {
      return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String json(String title, String body) {
    return "{\"title\": \"" + title + "\", \"text\": \"" + body + "\"}";
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
