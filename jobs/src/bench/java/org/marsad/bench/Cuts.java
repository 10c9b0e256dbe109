package org.marsad.bench;

import java.util.ArrayList;
import java.util.List;
import org.marsad.arabic.Token;

/** Cuts in a form that two schools share: the article stays with its noun. */
final class Cuts {
  private Cuts() {}

  /** The parts of one printed word, which may be several tokens of ours: {@code و5}. */
  static String ours(List<Token> tokens) {
    List<String> parts = new ArrayList<>();
    String article = "";
    int left = tokens.stream().mapToInt(t -> t.segments().size()).sum();
    for (Token token : tokens) {
      for (String segment : token.segments()) {
        left--;
        if (segment.equals("ال") && left > 0) {
          boolean contracted = !parts.isEmpty() && parts.get(parts.size() - 1).equals("ل");
          article = contracted ? "ل" : segment;
        } else {
          // Of three ل one is not printed: للجنة.
          boolean swallowed = article.equals("ل") && segment.startsWith("ل");
          parts.add(swallowed ? segment : article + segment);
          article = "";
        }
      }
    }
    return String.join("+", parts);
  }

  static String theirs(Gold.Word word) {
    return String.join("+", word.parts().stream().map(Normal::bare).toList());
  }
}
