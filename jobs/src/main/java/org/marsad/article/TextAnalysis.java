package org.marsad.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.marsad.arabic.ArabicAnalyzer;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.Pos;
import org.marsad.arabic.Token;
import org.marsad.facts.FactExtractor;
import org.marsad.facts.Facts;
import org.marsad.facts.WrittenForm;
import org.marsad.names.Entity;
import org.marsad.names.EntityType;
import org.marsad.names.Mention;
import org.marsad.names.NameTagger;

/**
 * Analyses the text of articles in one pass: tokens, terms, names, facts, and what near-copies are
 * found by.
 *
 * <p>Reads {@code stored_articles}, writes {@code analysed}. Each article is analysed once for each
 * version of the analyser and its rule files.
 */
public final class TextAnalysis {
  /** Raised when the code of the analysis changes what it finds. */
  public static final int VERSION = 14;

  /** Kinds of organisations that print news. */
  private static final Set<String> PAPERS = Set.of("media", "agency");

  /** Hashes of rule files: megabytes, which do not change while the object lives. */
  private static final Map<LexiconFiles, Map<String, String>> HASHES =
      Collections.synchronizedMap(new WeakHashMap<>());

  private TextAnalysis() {}

  /** The analyser and tagger of one set of rule files. */
  record Engine(
      ArabicAnalyzer analyzer, NameTagger tagger, FactExtractor facts, Furniture furniture) {
    private static final Map<String, Engine> LOADED = new ConcurrentHashMap<>();

    static Engine of(LexiconFiles files, String version) {
      return LOADED.computeIfAbsent(
          version,
          v ->
              new Engine(
                  ArabicAnalyzer.load(files),
                  NameTagger.load(files),
                  FactExtractor.load(files),
                  Furniture.read(files)));
    }
  }

  /** Names the analyser's code and rule files: another version may find other things. */
  public static String version(LexiconFiles files) {
    return hash("text analysis " + VERSION, files);
  }

  /** Names the rule files alone. */
  public static String lexiconHash(LexiconFiles files) {
    return hash("", files);
  }

  private static String hash(String before, LexiconFiles files) {
    return HASHES
        .computeIfAbsent(files, f -> new ConcurrentHashMap<>())
        .computeIfAbsent(before, b -> hashed(b, files));
  }

  private static String hashed(String before, LexiconFiles files) {
    TreeSet<String> names = new TreeSet<>(ArabicAnalyzer.ruleFiles());
    names.addAll(NameTagger.ruleFiles());
    names.addAll(FactExtractor.ruleFiles());
    names.add(Furniture.FILE);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(before.getBytes(StandardCharsets.UTF_8));
      for (String name : names) {
        if (files.has(name)) {
          digest.update(name.getBytes(StandardCharsets.UTF_8));
          try (InputStream in = files.open(name)) {
            digest.update(in.readAllBytes());
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("rule files cannot be hashed", e);
    }
  }

  /** Loads the rule files here and now, so that a fault in one is told before any work. */
  public static NameTagger check(LexiconFiles files) {
    return Engine.of(files, version(files)).tagger();
  }

  /** The rows of {@link TextTable#ANALYSED} for rows of {@link ArticleTable#STORED}. */
  public static Dataset<Row> run(Dataset<Row> stored, Broadcast<LexiconFiles> files) {
    String version = version(files.value());
    return stored
        .select("article_id", "source", "published_on", "text_key", "title", "body")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>)
                rows -> analyse(rows, Engine.of(files.value(), version)),
            Encoders.row(TextTable.ANALYSED.schema()));
  }

  private static Iterator<Row> analyse(Iterator<Row> rows, Engine engine) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        return analyse(rows.next(), engine);
      }
    };
  }

  /** A row of {@link TextTable#ANALYSED} for one of id, source, day, key, title and body. */
  static Row analyse(Row article, Engine engine) {
    String title = article.getString(4);
    String body = article.getString(5);
    List<Token> titleTokens = engine.analyzer().analyze(title);
    List<Token> bodyTokens = engine.analyzer().analyze(body);
    List<Mention> names =
        new ArrayList<>(engine.tagger().tag(title, titleTokens, body, bodyTokens));
    List<Mention> authors = Bylines.in(bodyTokens, names, m -> isPaper(m, engine.tagger()));
    names.removeAll(authors);
    boolean[] furniture = aroundText(engine.furniture(), bodyTokens, authors);
    Facts facts = engine.facts().extract(title, titleTokens, body, bodyTokens, names);
    if (furniture != null) {
      names.removeIf(m -> !m.inTitle() && furniture[at(bodyTokens, m.start())]);
      facts = facts.without(start -> furniture[at(bodyTokens, start)]);
    }
    PackedTokens packed = new PackedTokens(titleTokens.size() + bodyTokens.size());
    TermCounter counter = new TermCounter();
    add(packed, counter, "title", withNames(titleTokens, names, true), null, engine.analyzer());
    add(packed, counter, "body", withNames(bodyTokens, names, false), furniture, engine.analyzer());
    List<Row> mentions = new ArrayList<>(names.size());
    names.forEach(m -> mentions.add(mention(m, m.inTitle() ? title : body, engine.tagger())));
    return RowFactory.create(
        article.get(0),
        article.get(1),
        article.get(2),
        article.get(3),
        packed.words(),
        packed.places(),
        packed.gaps(),
        packed.sentences(),
        mentions.toArray(),
        facts.titles().stream().map(FactRows::title).toArray(),
        facts.quotes().stream().map(FactRows::quote).toArray(),
        facts.counts().stream().map(FactRows::count).toArray(),
        counter.terms().stream()
            .map(t -> RowFactory.create(t.term(), t.pos(), t.surface(), t.occurrences()))
            .toArray(),
        counter.forms().stream().map(f -> RowFactory.create(f.term(), f.surface())).toArray(),
        counter.order(),
        Shingles.sketch(Shingles.of(Shingles.words(body))),
        Boilerplate.sentences(body));
  }

  /** For each of a body's tokens whether it is furniture or a byline; null if none is. */
  private static boolean[] aroundText(
      Furniture furniture, List<Token> tokens, List<Mention> authors) {
    boolean[] found = furniture.in(tokens);
    for (Mention author : authors) {
      found = found == null ? new boolean[tokens.size()] : found;
      Arrays.fill(found, at(tokens, author.start()), at(tokens, author.end() - 1) + 1, true);
    }
    return found;
  }

  static void add(
      PackedTokens packed,
      TermCounter counter,
      String field,
      List<Token> tokens,
      boolean[] furniture,
      ArabicAnalyzer a) {
    boolean[] stops = new boolean[tokens.size()];
    String[] terms = new String[stops.length];
    int sentence = -1;
    for (int i = 0; i < stops.length; i++) {
      Token t = tokens.get(i);
      stops[i] =
          t.stop() || a.isNewsWord(t.lemma()) || !arabic(t) || (furniture != null && furniture[i]);
      if (stops[i] || t.sentence() != sentence || isBehindWord(t)) {
        counter.end();
      }
      boolean like = t.pos() == Pos.VERB && a.isLikeOtherWord(t.lemma());
      terms[i] = like ? t.lemma() + TermCounter.VERB : t.lemma();
      if (!stops[i]) {
        counter.add(t, terms[i]);
      }
      sentence = t.sentence();
    }
    counter.end();
    packed.add(field, tokens, stops, terms);
  }

  /**
   * The tokens with those that are a known person's or place's name, as the article tells, read as
   * names: «سيئون» the town is no plural of سيئ.
   */
  static List<Token> withNames(List<Token> tokens, List<Mention> names, boolean inTitle) {
    List<Token> read = tokens;
    for (Mention m : names) {
      boolean known = !m.origin().equals("model") && m.type() != EntityType.ORGANIZATION;
      if (m.inTitle() != inTitle || !known) {
        continue;
      }
      int place = at(tokens, m.start());
      Token token = tokens.get(place);
      if (token.end() == m.end() && token.pos() != Pos.PROPN) {
        read = read == tokens ? new ArrayList<>(tokens) : read;
        read.set(place, token.asName(m.start()));
      }
    }
    return read;
  }

  /** «والنصر», «باسم»: what is one word in print stands behind a conjunction or a preposition. */
  private static boolean isBehindWord(Token t) {
    return t.stem() > 0 && !t.segments().get(0).equals("ال");
  }

  /** The place of the token that an offset lies in. */
  private static int at(List<Token> tokens, int offset) {
    int low = 0;
    int high = tokens.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).end() > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Latin words and signs such as hashtags are tokens, but no Arabic terms. */
  private static boolean arabic(Token t) {
    return t.pos() != Pos.SYM && t.pos() != Pos.X && Mojibake.arabicShare(t.lemma()) > 0.5;
  }

  private static boolean isPaper(Mention m, NameTagger tagger) {
    return tagger.entity(m.entityId()).filter(e -> PAPERS.contains(e.kind())).isPresent();
  }

  private static Row mention(Mention m, String text, NameTagger tagger) {
    String name = tagger.entity(m.entityId()).map(Entity::name).orElse(null);
    return RowFactory.create(
        m.inTitle() ? "title" : "body",
        m.paragraph(),
        m.sentence(),
        m.start(),
        m.end(),
        m.surface(),
        m.entityId(),
        m.type().name(),
        m.origin(),
        m.rule(),
        m.score(),
        WrittenForm.of(text, m.start(), m.end(), name));
  }
}
