package org.marsad.arabic;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * What each UTF-16 unit becomes: the rows of {@code orthography.tsv}, and Unicode's own resolution
 * of Arabic presentation forms.
 */
final class LetterTable {
  static final String FILE = "orthography.tsv";

  private static final String DROP = "-";
  private static final String SAME = "=";

  /** One char for most; {@link #KEPT} as is, {@link #DROPPED} gone, {@link #LONG} see the array. */
  private final char[] single = new char[1 << 16];

  private final String[] expanded = new String[1 << 16];

  static final char KEPT = 0;
  static final char DROPPED = '\uFFFF';
  static final char LONG = '\uFFFE';

  private LetterTable() {}

  /** The display form's table and the matching key's, in this order. */
  static LetterTable[] read(LexiconFiles files) {
    LetterTable clean = new LetterTable();
    LetterTable fold = new LetterTable();
    RuleFile.forEach(files, FILE, row -> addRow(clean, fold, row));
    for (LetterTable table : new LetterTable[] {clean, fold}) {
      table.addPresentationForms('\uFB50', '\uFDFF');
      table.addPresentationForms('\uFE70', '\uFEFC');
    }
    return new LetterTable[] {clean, fold};
  }

  private static void addRow(LetterTable clean, LetterTable fold, RuleFile.Row row) {
    String[] range = row.required("chars").split("-");
    String toClean = row.required("clean");
    String toFold = row.required("fold");
    try {
      int first = Integer.parseInt(range[0], 16);
      int last = Integer.parseInt(range[range.length - 1], 16);
      for (int c = first; c <= last; c++) {
        clean.put((char) c, toClean);
        fold.put((char) c, toFold.equals(SAME) ? toClean : toFold);
      }
    } catch (NumberFormatException e) {
      throw new LexiconException(row.where(), "\"" + range[0] + "\" is no hexadecimal code point");
    }
  }

  private void put(char c, String to) {
    if (!to.equals(SAME)) {
      single[c] = to.equals(DROP) ? DROPPED : to.charAt(0);
    }
  }

  private void addPresentationForms(char first, char last) {
    for (char c = first; c <= last; c++) {
      String form = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
      if (form.length() == 1 && form.charAt(0) == c) {
        continue;
      }
      String resolved = map(form.strip());
      if (resolved.length() == 1) {
        single[c] = resolved.charAt(0);
      } else {
        single[c] = resolved.isEmpty() ? DROPPED : LONG;
        expanded[c] = resolved;
      }
    }
  }

  /** The text with every letter mapped: itself, the same object, if nothing changes. */
  String map(CharSequence text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (single[text.charAt(i)] != KEPT) {
        return mapFrom(text, i);
      }
    }
    return text.toString();
  }

  private String mapFrom(CharSequence text, int start) {
    int length = text.length();
    char[] out = new char[length + 16];
    int n = 0;
    for (; n < start; n++) {
      out[n] = text.charAt(n);
    }
    for (int i = start; i < length; i++) {
      char c = text.charAt(i);
      char to = single[c];
      if (n + 32 > out.length) {
        out = Arrays.copyOf(out, out.length * 2 + 32);
      }
      if (to == KEPT) {
        out[n++] = c;
      } else if (to == LONG) {
        String more = expanded[c];
        more.getChars(0, more.length(), out, n);
        n += more.length();
      } else if (to != DROPPED) {
        out[n++] = to;
      } else if (n > 0 && c >= '\u0653' && c <= '\u0655') {
        out[n - 1] = compose(out[n - 1], c);
      }
    }
    return new String(out, 0, n);
  }

  /** A letter with a combining madda or hamza is the letter that Unicode composes of the two. */
  private char compose(char letter, char mark) {
    String composed = Normalizer.normalize("" + letter + mark, Normalizer.Form.NFC);
    if (composed.length() != 1) {
      return letter;
    }
    char c = composed.charAt(0);
    return single[c] == KEPT || single[c] >= LONG ? c : single[c];
  }
}
