package org.marsad.facts;

import java.util.List;
import org.marsad.arabic.Orthography;
import org.marsad.arabic.Pos;
import org.marsad.arabic.Token;
import org.marsad.names.EntityType;
import org.marsad.names.Mention;

/** A title or body with its tokens, and the name, if any, that each token belongs to. */
final class AnalysedText {
  static final String OPENING = "«\"“”„‹";
  static final String CLOSING = "»\"”“›";

  final boolean title;
  final String text;
  final List<Token> tokens;
  private final Mention[] names;
  private final String[] keys;
  private final int[] starts;

  AnalysedText(boolean title, String text, List<Token> tokens, List<Mention> mentions) {
    this.title = title;
    this.text = text;
    this.tokens = tokens;
    names = new Mention[tokens.size()];
    keys = new String[tokens.size()];
    starts = new int[tokens.size()];
    for (int k = 1; k < starts.length; k++) {
      starts[k] = isSameSentence(k - 1, k) ? starts[k - 1] : k;
    }
    int i = 0;
    for (Mention m : mentions) {
      if (m.inTitle() != title) {
        continue;
      }
      while (i < names.length && tokens.get(i).end() <= m.start()) {
        i++;
      }
      while (i < names.length && tokens.get(i).start() < m.end()) {
        names[i++] = m;
      }
    }
  }

  int size() {
    return names.length;
  }

  Token token(int i) {
    return tokens.get(i);
  }

  String lemma(int i) {
    return tokens.get(i).lemma();
  }

  Pos pos(int i) {
    return tokens.get(i).pos();
  }

  String stem(int i) {
    Token t = tokens.get(i);
    return t.segments().get(t.stem());
  }

  /** The stem's matching key. */
  String key(int i) {
    if (keys[i] == null) {
      keys[i] = Orthography.fold(stem(i));
    }
    return keys[i];
  }

  /** Whether a quotation mark opens: a straight one stands before a word and behind a blank. */
  boolean opensQuote(int i) {
    if (!isSign(i, OPENING)) {
      return false;
    }
    String mark = tokens.get(i).surface();
    if (!mark.equals("\"") && !mark.equals("”")) {
      return true;
    }
    int start = tokens.get(i).start();
    int end = tokens.get(i).end();
    boolean before = start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
    return before && end < text.length() && !Character.isWhitespace(text.charAt(end))
        || i > 0 && isSign(i - 1, ":");
  }

  /** The name that the token belongs to, or null. */
  Mention name(int i) {
    return names[i];
  }

  boolean isPerson(int i) {
    return names[i] != null && names[i].type() == EntityType.PERSON;
  }

  boolean isOrganization(int i) {
    return names[i] != null && names[i].type() == EntityType.ORGANIZATION;
  }

  /** Whether a name begins at the token. */
  boolean beginsName(int i) {
    return names[i] != null && (i == 0 || !isOneName(i - 1, i));
  }

  /** One mention, not two of the same name side by side. */
  @SuppressWarnings("ReferenceEquality")
  private boolean isOneName(int i, int other) {
    return names[i] == names[other];
  }

  /** The last token of the name at {@code i}. */
  int nameEnd(int i) {
    int end = i;
    while (end + 1 < names.length && isOneName(end + 1, i)) {
      end++;
    }
    return end;
  }

  boolean isSign(int i, String signs) {
    return i >= 0
        && i < names.length
        && pos(i) == Pos.PUNCT
        && signs.contains(tokens.get(i).surface());
  }

  /** Whether one of these stands before the stem, written as one word with it. */
  boolean hasProclitic(int i, String clitic) {
    Token t = tokens.get(i);
    for (int s = 0; s < t.stem(); s++) {
      if (t.segments().get(s).equals(clitic)) {
        return true;
      }
    }
    return false;
  }

  boolean isDefinite(int i) {
    return hasProclitic(i, "ال");
  }

  /** Whether nothing but the conjunction و or ف and the article stands before the stem. */
  boolean isFree(int i) {
    return !hasProclitic(i, "ب") && !hasProclitic(i, "ل") && !hasProclitic(i, "ك");
  }

  boolean isConjoined(int i) {
    return hasProclitic(i, "و") || hasProclitic(i, "ف");
  }

  boolean isSameSentence(int i, int j) {
    return i >= 0
        && j >= 0
        && i < names.length
        && j < names.length
        && tokens.get(i).sentence() == tokens.get(j).sentence();
  }

  /** The first token of the sentence of token {@code i}. */
  int sentenceStart(int i) {
    return starts[i];
  }

  /** The token behind the last of the sentence. */
  int sentenceEnd(int i) {
    int end = i + 1;
    while (isSameSentence(end, i)) {
      end++;
    }
    return end;
  }

  /** The offset at which a word begins without و ف ب ل ك; its article stays. */
  int start(int i) {
    Token t = tokens.get(i);
    if (names[i] != null && names[i].start() > t.start() && names[i].start() < t.end()) {
      return names[i].start();
    }
    int letters = 0;
    for (int s = 0; s < t.stem() && !t.segments().get(s).equals("ال"); s++) {
      letters += t.segments().get(s).length();
    }
    int at = t.start();
    while (letters > 0 && at < t.end()) {
      letters -= Orthography.clean(text.substring(at, at + 1)).length();
      at++;
    }
    return Math.min(at, t.end());
  }

  int end(int i) {
    return tokens.get(i).end();
  }

  String substring(int first, int last) {
    return text.substring(start(first), end(last));
  }

  /**
   * The words from {@code first} to {@code last} as they read by themselves: no proclitic, vowel
   * sign or quotation mark, the article that melted into ل given back.
   */
  String printed(int first, int last) {
    String words = text.substring(start(first), end(last));
    boolean melted = hasProclitic(first, "ل") && isDefinite(first) && words.startsWith("ل");
    return WrittenForm.of(melted ? "ا" + words : words);
  }
}
