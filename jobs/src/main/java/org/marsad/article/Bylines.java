package org.marsad.article;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.marsad.arabic.Pos;
import org.marsad.arabic.Token;
import org.marsad.names.EntityType;
import org.marsad.names.Mention;

/**
 * The names of those who wrote an article, as papers print them around its text: «منيف الشهراني –
 * الرياض» in a line of its own or before a colon, «الرياض - محمد الحيدر نظمت …», a name alone in
 * the first or the last line. A reporter is nobody the news is about.
 *
 * <p>A name that the lexicon knows is no byline: «واشنطن - أوباما: …» is news; but before a paper's
 * name it is a namesake's: «أحمد حجازي – عين اليوم».
 */
final class Bylines {
  /** A line or a head of more tokens than this is none. */
  private static final int MOST_TOKENS = 16;

  private static final int MOST_PARTS = 4;
  private static final int MOST_WORDS = 5;
  private static final String DASHES = "-–—ـ/|";

  private final List<Token> tokens;
  private final List<Mention> names;
  private final List<Mention> mentions;
  private final Predicate<Mention> papers;

  private Bylines(
      List<Token> tokens, List<Mention> names, List<Mention> mentions, Predicate<Mention> papers) {
    this.tokens = tokens;
    this.names = names;
    this.mentions = mentions;
    this.papers = papers;
  }

  /** A part of a head between dashes, and what name fills it, if one does. */
  private record Part(int from, int to, Mention name) {
    boolean isAuthor() {
      return isUnknownPerson(name);
    }

    /** A place or an organisation. */
    boolean isThing() {
      return name != null && name.type() != EntityType.PERSON;
    }

    boolean isPerson() {
      return name != null && name.type() == EntityType.PERSON;
    }

    boolean isPlace() {
      return name != null && name.type() == EntityType.LOCATION;
    }

    boolean isUnnamed(int most) {
      return name == null && to - from <= most;
    }
  }

  /**
   * Those of an article's mentions that are bylines of its body, in order.
   *
   * @param papers whether a mention is a paper's, an agency's or a station's
   */
  static List<Mention> in(List<Token> tokens, List<Mention> mentions, Predicate<Mention> papers) {
    List<Mention> body = mentions.stream().filter(m -> !m.inTitle()).toList();
    if (tokens.isEmpty() || body.stream().noneMatch(m -> m.type() == EntityType.PERSON)) {
      return List.of();
    }
    return new Bylines(tokens, body, mentions, papers).find();
  }

  private List<Mention> find() {
    List<Mention> found = new ArrayList<>(1);
    int second = lineEnd(0);
    head(second, found);
    if (found.isEmpty() && second < tokens.size() && filling(second, lineEnd(second)) == null) {
      addAlone(0, second, found);
    }
    int last = lineBegin(tokens.size() - 1);
    // A line before it that is a name alone too makes a list of names.
    if (last > 0 && filling(lineBegin(last - 1), last) == null) {
      addAlone(last, tokens.size(), found);
    }
    return found;
  }

  /** What stands before a colon, in a short first line, or between dashes at the beginning. */
  private void head(int lineEnd, List<Mention> found) {
    int begin = 0;
    while (begin < lineEnd - 1 && tokens.get(begin).pos() == Pos.X) {
      // «Next Previous منيف الشهراني – الرياض»
      begin++;
    }
    int most = Math.min(lineEnd, begin + MOST_TOKENS);
    int end = begin;
    while (end < most && !tokens.get(end).surface().equals(":")) {
      end++;
    }
    boolean colon = end < most;
    boolean line = end == lineEnd && lineEnd < tokens.size();
    List<Part> parts = colon || line ? parts(begin, end) : beforeVerb(begin, lineEnd);
    int unnamed = colon ? 1 : 2;
    boolean other = parts.stream().anyMatch(p -> p.isThing() || p.isUnnamed(unnamed));
    // «القاهرة - سالم الكعبي: …» is his word.
    boolean speaks = colon && !parts.isEmpty() && parts.get(parts.size() - 1).isAuthor();
    if (parts.size() > 1 && other && !speaks) {
      Mention paper = parts.get(parts.size() - 1).name();
      boolean signed = line && paper != null && papers.test(paper);
      parts.stream()
          .filter(p -> p.isAuthor() || signed && p.isPerson())
          .forEach(p -> add(p.name(), found));
    }
  }

  /** The parts of {@code [begin, end)}, none if they are more or longer than a byline's. */
  private List<Part> parts(int begin, int end) {
    List<Part> parts = new ArrayList<>(MOST_PARTS);
    int from = begin;
    for (int i = begin; i <= end; i++) {
      if (i < end && !isDash(tokens.get(i))) {
        continue;
      }
      if (i > from) {
        Mention name = filling(from, i);
        boolean text = name == null && i - from > 1 && says(from, i);
        if (parts.size() == MOST_PARTS || i - from > MOST_WORDS || text) {
          return List.of();
        }
        parts.add(new Part(from, i, name));
      }
      from = i + 1;
    }
    return parts;
  }

  /** «الرياض - محمد الحيدر نظمت»: a place, a dash, a person and a verb, or the person first. */
  private List<Part> beforeVerb(int begin, int lineEnd) {
    int dash = begin;
    while (dash < lineEnd && dash - begin <= MOST_WORDS && !isDash(tokens.get(dash))) {
      dash++;
    }
    if (dash == begin || dash >= lineEnd) {
      return List.of();
    }
    Part first = new Part(begin, dash, filling(begin, dash));
    for (int end = dash + 2; end < Math.min(lineEnd, dash + 2 + MOST_WORDS); end++) {
      Part second = new Part(dash + 1, end, filling(dash + 1, end));
      if (isVerb(end)
          && ((first.isPlace() && second.isAuthor()) || (first.isAuthor() && second.isPlace()))) {
        return List.of(first, second);
      }
    }
    return List.of();
  }

  /** A verb that does not go on with «أن»: then it would be the person's. */
  private boolean isVerb(int i) {
    boolean says = i + 1 < tokens.size() && tokens.get(i + 1).lemma().equals("أن");
    return tokens.get(i).pos() == Pos.VERB && !says;
  }

  /** Whether words that are no name say something: a verb or a sign is among them. */
  private boolean says(int from, int to) {
    return tokens.subList(from, to).stream()
        .anyMatch(t -> t.pos() == Pos.VERB || t.surface().equals(".") || t.surface().equals("،"));
  }

  /** Adds the name that is all of a line and more than one word. */
  private void addAlone(int from, int to, List<Mention> found) {
    if (to - from > 1 && to - from <= MOST_WORDS) {
      Mention name = filling(from, to);
      if (isUnknownPerson(name)) {
        add(name, found);
      }
    }
  }

  /** Adds a person who is named once: who stands in the text too is in the news. */
  private void add(Mention name, List<Mention> found) {
    if (mentions.stream().filter(m -> m.entityId().equals(name.entityId())).count() == 1) {
      found.add(name);
    }
  }

  /** The mention that begins and ends with these tokens, or null. */
  private Mention filling(int from, int to) {
    for (Mention m : names) {
      if (m.start() == tokens.get(from).start() && m.end() == tokens.get(to - 1).end()) {
        return m;
      }
      if (m.start() > tokens.get(from).start()) {
        return null;
      }
    }
    return null;
  }

  private int lineEnd(int from) {
    int end = from + 1;
    while (end < tokens.size() && sameLine(from, end)) {
      end++;
    }
    return end;
  }

  private int lineBegin(int at) {
    int begin = at;
    while (begin > 0 && sameLine(begin - 1, begin)) {
      begin--;
    }
    return begin;
  }

  private boolean sameLine(int a, int b) {
    return tokens.get(a).paragraph() == tokens.get(b).paragraph();
  }

  private static boolean isUnknownPerson(Mention name) {
    return name != null && name.type() == EntityType.PERSON && name.origin().equals("model");
  }

  private static boolean isDash(Token token) {
    return token.surface().length() == 1 && DASHES.contains(token.surface());
  }
}
