package org.marsad.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marsad.arabic.LexiconException;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.Token;

/**
 * Finds the persons, organisations and places that an article names, and says which ones they are.
 * Immutable and safe to share between threads; making one takes some hundred milliseconds, so share
 * it.
 *
 * <pre>{@code
 * List<Token> tokens = ArabicAnalyzer.bundled().analyze(body);
 * for (Mention m : NameTagger.bundled().tag("", List.of(), body, tokens)) {
 *   System.out.println(m.surface() + " " + m.type() + " " + m.entityId());
 * }
 * }</pre>
 */
public final class NameTagger {
  private final Map<String, Entity> entities;
  private final WordTable table;
  private final Matcher matcher;
  private final Resolver resolver;
  private final Adjectives adjectives;
  private final Overrides overrides;
  private final NameWords nameWords;
  private final NamedAfter namedAfter;
  private final PersonSpelling persons;
  private final SequenceTagger sequence;

  NameTagger(LexiconFiles files, NameModel model) {
    Triggers triggers = Triggers.read(files);
    overrides = Overrides.read(files);
    nameWords = NameWords.read(files);
    EntityLexicon.Loaded lexicon = EntityLexicon.read(files, triggers, nameWords, overrides);
    entities = lexicon.entities();
    persons = lexicon.persons();
    namedAfter = NamedAfter.read(files);
    table =
        new WordTable(
            lexicon.trie(),
            lexicon.spelling(),
            triggers,
            nameWords,
            Nationalities.read(files),
            model);
    matcher = new Matcher(lexicon.trie(), lexicon.spelling());
    adjectives = Adjectives.read(files);
    resolver = new Resolver(adjectives, overrides, triggers);
    sequence = model == null ? null : new SequenceTagger(model);
  }

  private static final class Bundled {
    static final NameTagger INSTANCE = load(LexiconFiles.bundled());
  }

  /** The tagger with the lexicon packed into the jar; always the same one. */
  public static NameTagger bundled() {
    return Bundled.INSTANCE;
  }

  /**
   * A tagger with these lexicon files; one that is missing counts as empty.
   *
   * @throws LexiconException with {@code file:line} if one of them cannot be used
   */
  public static NameTagger load(LexiconFiles files) {
    return new NameTagger(files, NameModel.read(files));
  }

  /** The names of the lexicon files that mentions depend on; each of them may be missing. */
  public static List<String> ruleFiles() {
    return List.of(
        EntityLexicon.FILE,
        NameModel.FILE,
        NameWords.GIVEN_FILE,
        Adjectives.FILE,
        NamedAfter.FILE,
        Nationalities.FILE,
        Overrides.FILE,
        NameWords.SURNAMES_FILE,
        Triggers.FILE);
  }

  /** What the lexicon says of an id; empty for {@code u-…} and for ids it does not list. */
  public Optional<Entity> entity(String id) {
    return Optional.ofNullable(entities.get(id));
  }

  /** Every entity of the lexicon, in no order. */
  public Collection<Entity> entities() {
    return Collections.unmodifiableCollection(entities.values());
  }

  /**
   * The mentions of one article, those of the title first, each by its start; they never overlap.
   *
   * @param titleTokens the tokens of {@code title}, as the analyser gives them
   * @param bodyTokens the tokens of {@code body}
   */
  public List<Mention> tag(
      String title, List<Token> titleTokens, String body, List<Token> bodyTokens) {
    List<Field> fields = List.of(field(true, title, titleTokens), field(false, body, bodyTokens));
    List<Match> matches = matches(fields);
    List<Match> resolved = resolver.resolve(matches);
    if (sequence != null) {
      resolved =
          new Reconciler(
                  adjectives,
                  overrides,
                  nameWords,
                  namedAfter,
                  persons,
                  resolver,
                  matches,
                  resolved)
              .reconcile(sequence.score(fields, matches, resolved));
    }
    return resolved.stream().map(NameTagger::mention).toList();
  }

  Field field(boolean title, String text, List<Token> tokens) {
    return new Field(title, text, tokens, table);
  }

  List<Match> matches(List<Field> fields) {
    List<Match> all = new ArrayList<>();
    fields.forEach(f -> all.addAll(matcher.find(f)));
    return all;
  }

  List<Match> resolve(List<Match> matches) {
    return resolver.resolve(matches);
  }

  private static Mention mention(Match match) {
    Field field = match.field;
    int first = match.named();
    Token at = field.tokens.get(first);
    int start = first > match.first ? at.start() : field.offset(first, match.stripped);
    int end = field.tokens.get(match.last).end();
    return new Mention(
        field.title,
        at.paragraph(),
        at.sentence(),
        start,
        end,
        field.text.substring(start, end),
        match.chosen.entity().id(),
        match.chosen.type(),
        match.origin,
        match.rule,
        match.score);
  }
}
