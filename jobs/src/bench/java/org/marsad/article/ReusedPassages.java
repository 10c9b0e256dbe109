package org.marsad.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Pairs of documents with annotated passages that one took from the other. */
final class ReusedPassages {
  private static final Pattern PASSAGE =
      Pattern.compile(
          "this_length=\"(\\d+)\" source_reference=\"([^\"]+)\" source_offset=\"\\d+\""
              + " source_length=\"(\\d+)\"");

  private ReusedPassages() {}

  /**
   * A pair.
   *
   * @param share of the shorter document's characters, those of the passages
   */
  record Pair(String suspicious, String source, double share) {}

  static List<Pair> read(Path directory) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> listed = Files.list(directory.resolve("annotations"))) {
      files = listed.sorted().toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString().replace(".xml", ".txt");
      String suspicious = Files.readString(directory.resolve("suspicious").resolve(name));
      Map<String, long[]> lengths = new HashMap<>();
      Matcher m = PASSAGE.matcher(Files.readString(file));
      while (m.find()) {
        long[] sum = lengths.computeIfAbsent(m.group(2), s -> new long[2]);
        sum[0] += Long.parseLong(m.group(1));
        sum[1] += Long.parseLong(m.group(3));
      }
      for (Map.Entry<String, long[]> of : lengths.entrySet()) {
        String source = Files.readString(directory.resolve("source").resolve(of.getKey()));
        double share =
            Math.max(
                (double) of.getValue()[0] / suspicious.length(),
                (double) of.getValue()[1] / source.length());
        pairs.add(new Pair(suspicious, source, share));
      }
    }
    return pairs;
  }
}
