package org.marsad.arabic;

import java.util.ArrayList;
import java.util.List;

/** Makes one text's tokens of its words, each read as its neighbours ask for. */
final class TokenBuilder implements WordSink {
  private final Contexts contexts;
  private final Print print;
  private final List<Token> tokens;
  private WordCache.Known last;
  private Analysis previous;

  /** What stands before the last word in its sentence, or null. */
  private Analysis beforeLast;

  /** What stands before the last word if that waits for the next one to be read; else null. */
  private Contexts.Place open;

  private Contexts.Side side;

  TokenBuilder(String text, Contexts contexts) {
    this.contexts = contexts;
    print = Print.of(text);
    tokens = new ArrayList<>(text.length() / 5 + 1);
  }

  @Override
  public void accept(WordCache.Known word, int start, int end, int paragraph, int sentence) {
    boolean goesOn = last != null && tokens.get(tokens.size() - 1).sentence() == sentence;
    close(goesOn ? word.place() : contexts.end());
    Analysis known = word.analysis();
    Analysis analysis =
        known.choices().isEmpty() ? known : Homographs.choose(known, previous, print);
    analysis = PersonNames.choose(analysis, previous);
    if (!analysis.readings().isEmpty()) {
      if (goesOn && previous.pos() == Pos.ADP) {
        analysis = Contexts.nominal(analysis);
      } else if (!analysis.hasSuffix()) {
        open = goesOn ? last.place() : contexts.begin(print);
        side = Contexts.Side.of(analysis, goesOn ? beforeLast : null);
      }
    }
    beforeLast = goesOn ? previous : null;
    previous = analysis;
    last = word;
    tokens.add(
        new Token(
            paragraph,
            sentence,
            tokens.size(),
            start,
            end,
            word.surface(),
            analysis.lemma(),
            analysis.segments(),
            analysis.stem(),
            analysis.pos(),
            analysis.stop()));
    Expressions.mark(word.expressions(), tokens);
  }

  /** Reads the last word, now that the next one is known. */
  private void close(Contexts.Place behind) {
    if (open == null) {
      return;
    }
    previous = Contexts.choose(previous, side, open, behind);
    open = null;
    int place = tokens.size() - 1;
    tokens.set(place, tokens.get(place).read(previous.lemma(), previous.pos()));
  }

  /** The tokens, after the last word. */
  List<Token> finish() {
    close(contexts.end());
    return tokens;
  }
}
