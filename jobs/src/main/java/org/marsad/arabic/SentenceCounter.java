package org.marsad.arabic;

/**
 * Numbers paragraphs and sentences while the tokens of a text go by. A line break ends a paragraph,
 * and so does a gap: pages whose markup was taken out have blanks where their blocks were.
 */
final class SentenceCounter {
  /** So many blanks in a row are a gap. */
  private static final int GAP = 4;

  /** As many blanks as a tab stands for. */
  private static final int TAB = 2;

  private final String text;
  private int paragraph;
  private int sentence;
  private int paragraphStart;
  private int previousEnd;
  private boolean ended;
  private boolean first = true;
  private boolean listNumber;
  private TokenKind previous = TokenKind.SYMBOL;
  private int previousLength;

  SentenceCounter(String text) {
    this.text = text;
  }

  int paragraph() {
    return paragraph;
  }

  int sentence() {
    return sentence;
  }

  /** Takes note of the next token; the numbers then are its own. */
  void accept(TokenKind kind, int start, int end) {
    boolean block = beginsParagraph(start);
    if (!first && block) {
      paragraph++;
      sentence++;
    } else if (ended && !stays(kind, start)) {
      sentence++;
      ended = false;
    }
    if (first || block) {
      paragraphStart = start;
      ended = false;
    }
    ended = ends(kind, start, end) || (ended && stays(kind, start));
    listNumber = kind == TokenKind.NUMBER && start == paragraphStart;
    previous = kind;
    previousLength = end - start;
    previousEnd = end;
    first = false;
  }

  private boolean beginsParagraph(int to) {
    int blanks = 0;
    for (int i = previousEnd; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085') {
        return true;
      }
      blanks += c == ' ' || c == '\u00A0' ? 1 : c == '\t' ? TAB : 0;
    }
    return blanks >= GAP;
  }

  /** Closing quotes and brackets and further stops stay with the sentence they follow. */
  private boolean stays(TokenKind kind, int start) {
    if (kind != TokenKind.PUNCTUATION) {
      return false;
    }
    char c = text.charAt(start);
    return Sentences.ends(c)
        || Sentences.closes(c)
        || ((c == '"' || c == '\'') && start == previousEnd);
  }

  private boolean ends(TokenKind kind, int start, int end) {
    if (kind != TokenKind.PUNCTUATION || !Sentences.ends(text.charAt(start))) {
      return false;
    }
    if (text.charAt(start) != '.' || end - start > 1 || start != previousEnd) {
      return true;
    }
    boolean initial = previous == TokenKind.FOREIGN && previousLength <= 2;
    return !initial && !listNumber;
  }
}
