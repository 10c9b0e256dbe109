package org.marsad.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.marsad.arabic.ArabicAnalyzer;
import org.marsad.arabic.LexiconFiles;
import org.marsad.names.Mention;
import org.marsad.names.NameTagger;

/**
 * Prints texts with their mentions marked, for an editor's eye: {@code NamesLook LEXICON_DIR FILE…},
 * plain text files. Each mention reads {@code [surface|P|id|origin rule]}.
 */
final class NamesLook {
  private NamesLook() {}

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    LexiconFiles files = LexiconFiles.with(Path.of(args[0]));
    NameTagger tagger = NameTagger.load(files);
    ArabicAnalyzer analyzer = ArabicAnalyzer.bundled();
    for (int i = 1; i < args.length; i++) {
      try (BufferedReader in =
          new BufferedReader(
              new InputStreamReader(
                  Files.newInputStream(Path.of(args[i])), StandardCharsets.UTF_8))) {
        StringBuilder text = new StringBuilder();
        in.lines().forEach(line -> text.append(line).append('\n'));
        String body = text.toString();
        List<Mention> mentions = tagger.tag("", List.of(), body, analyzer.analyze(body));
        out.println(mark(body, mentions));
      }
    }
  }

  private static String mark(String body, List<Mention> mentions) {
    StringBuilder marked = new StringBuilder(body);
    for (int i = mentions.size() - 1; i >= 0; i--) {
      Mention m = mentions.get(i);
      String tag = m.type().name().charAt(0) + "|" + m.entityId() + "|" + m.rule();
      marked.insert(m.end(), "|" + tag + "]");
      marked.insert(m.start(), "[");
    }
    return marked.toString();
  }
}
