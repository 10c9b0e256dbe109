package org.marsad.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Annotated text: words as printed, where they are cut, and their stems' lemmas. */
final class Gold {
  private Gold() {}

  /**
   * One printed word.
   *
   * @param start offset in the sentence
   * @param parts as the annotators cut it
   * @param lemma of the longest part
   * @param pos of that part
   */
  record Word(int start, String text, List<String> parts, String lemma, String pos) {}

  record Sentence(String document, String text, List<Word> words) {}

  private record Part(String form, String lemma, String pos, boolean joined) {}

  /** Sentences of a file with SpaceAfter=No: pud-even. */
  static List<Sentence> pud(Path file) throws IOException {
    List<Sentence> all = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    String document = "";
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (line.startsWith("# newdoc")) {
        document = line.substring(line.indexOf('=') + 1).strip();
      } else if (line.isEmpty() && !parts.isEmpty()) {
        all.add(sentence(document, parts));
        parts.clear();
      } else if (!line.startsWith("#") && !line.isEmpty()) {
        String[] c = line.split("\t");
        parts.add(new Part(c[1], c[2], c[3], c[9].contains("SpaceAfter=No")));
      }
    }
    return all;
  }

  /** padt-dev: vowelled and cut; its clitics are joined again to what they stand by. */
  static List<Sentence> padt(Path file) throws IOException {
    List<Sentence> all = new ArrayList<>();
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (line.isEmpty() && !rows.isEmpty()) {
        all.add(sentence("", join(rows)));
        rows.clear();
      } else if (!line.startsWith("#") && !line.isEmpty()) {
        rows.add(line.split("\t"));
      }
    }
    return all;
  }

  private static List<Part> join(List<String[]> rows) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String[] c = rows.get(i);
      String form = Normal.bare(c[1]);
      boolean proclitic =
          form.length() == 1 && ("C---------".equals(c[4]) || "P---------".equals(c[4]) || "F---------".equals(c[4]));
      boolean enclitic = i + 1 < rows.size() && rows.get(i + 1)[4].startsWith("SP---") && isSuffix(Normal.bare(rows.get(i + 1)[1]), c);
      if (form.startsWith("ال") && i > 0 && !parts.isEmpty() && parts.get(parts.size() - 1).form().equals("ل")) {
        form = form.substring(1);
      }
      if (enclitic && form.endsWith("ة")) {
        form = form.substring(0, form.length() - 1) + "ت";
      }
      if (enclitic && form.endsWith("ى")) {
        form = form.substring(0, form.length() - 1) + (c[3].equals("ADP") ? "ي" : "ا");
      }
      parts.add(new Part(form, c[2], c[3], proclitic || enclitic));
    }
    return parts;
  }

  private static boolean isSuffix(String pronoun, String[] host) {
    boolean hosts = !host[3].equals("PUNCT") && !host[4].equals("C---------");
    return hosts && List.of("ه", "ها", "هم", "هما", "هن", "نا", "ك", "كم", "ي", "ني").contains(pronoun);
  }

  private static Sentence sentence(String document, List<Part> parts) {
    StringBuilder text = new StringBuilder();
    List<Word> words = new ArrayList<>();
    List<Part> word = new ArrayList<>();
    for (Part part : parts) {
      boolean sign = part.pos().equals("PUNCT") || part.pos().equals("SYM");
      if (sign) {
        flush(word, text, words);
        text.append(part.form());
      } else {
        word.add(part);
      }
      if (!part.joined()) {
        flush(word, text, words);
        text.append(' ');
      }
    }
    flush(word, text, words);
    return new Sentence(document, text.toString(), words);
  }

  private static void flush(List<Part> word, StringBuilder text, List<Word> words) {
    if (word.isEmpty()) {
      return;
    }
    int start = text.length();
    Part longest = word.get(0);
    List<String> parts = new ArrayList<>();
    for (Part part : word) {
      text.append(part.form());
      parts.add(part.form());
      boolean clitic = List.of("PRON", "ADP", "CCONJ", "CONJ", "PART").contains(longest.pos());
      boolean other = List.of("PRON", "ADP", "CCONJ", "CONJ", "PART").contains(part.pos());
      if (!part.equals(longest) && (clitic && !other || (clitic == other && part.form().length() > longest.form().length()))) {
        longest = part;
      }
    }
    words.add(new Word(start, text.substring(start), List.copyOf(parts), longest.lemma(), longest.pos()));
    word.clear();
  }
}
