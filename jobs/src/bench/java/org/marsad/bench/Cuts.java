package org.marsad.bench;

import java.util.ArrayList;
import java.util.List;
import org.marsad.arabic.Token;

/** Cuts in a form that two schools share: the article stays with its noun. */
final class Cuts {
  private Cuts() {}

  static String ours(Token token) {
    List<String> parts = new ArrayList<>();
    String article = "";
    for (String segment : token.segments()) {
      if (segment.equals("ال") && parts.size() < token.segments().size() - 1) {
        boolean contracted = !parts.isEmpty() && parts.get(parts.size() - 1).equals("ل");
        article = contracted ? "ل" : segment;
      } else {
        parts.add(article + segment);
        article = "";
      }
    }
    return String.join("+", parts);
  }

  static String theirs(Gold.Word word) {
    return String.join("+", word.parts().stream().map(Normal::bare).toList());
  }
}
