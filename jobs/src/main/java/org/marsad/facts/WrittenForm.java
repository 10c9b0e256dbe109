package org.marsad.facts;

import org.marsad.arabic.Orthography;

/** A surface as one would cite it: letters as printed, without what only the sentence added. */
public final class WrittenForm {
  private static final String SIGNS = "«»\"“”„‟‹›'‘’`´()[]{}،,;؛:";

  private WrittenForm() {}

  /** Vowel signs, tatweel, quotation marks and brackets left out, white space made single. */
  public static String of(String surface) {
    String clean = Orthography.clean(surface);
    StringBuilder form = new StringBuilder(clean.length());
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (SIGNS.indexOf(c) >= 0) {
        continue;
      }
      boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
      if (!blank) {
        form.append(c);
      } else if (form.length() > 0 && form.charAt(form.length() - 1) != ' ') {
        form.append(' ');
      }
    }
    return form.toString().strip();
  }

  /**
   * The form of a name found at {@code start} in {@code text}. The article that melted into a
   * preposition, «للأمم المتحدة», is given back, unless the name itself begins with ل as «للبنان».
   *
   * @param name the entity's usual name, by which the two are told apart; may be null
   */
  public static String of(String text, int start, int end, String name) {
    String form = of(text.substring(start, end));
    boolean doubled = start > 0 && text.charAt(start - 1) == 'ل' && form.startsWith("ل");
    if (!doubled) {
      return form;
    }
    String first = Orthography.fold(form.substring(0, ends(form)));
    boolean ownLetter =
        name != null && (" " + Orthography.fold(name) + " ").contains(" " + first + " ");
    return ownLetter ? form : "ا" + form;
  }

  private static int ends(String form) {
    int blank = form.indexOf(' ');
    return blank < 0 ? form.length() : blank;
  }
}
