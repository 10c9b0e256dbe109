package org.marsad.article;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * RSS and Atom: one item or entry, one record, held one at a time. The parser mends what feeds get
 * wrong (bare ampersands, entities of HTML) and follows no document type: entities that a file
 * declares stay the names they are, nothing is fetched.
 */
final class FeedReader extends RecordReader {
  private static final int ITEM_LIMIT = Interpreter.BODY_LIMIT;
  private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf:rdf");

  /** The elements for a field, the likeliest first. */
  private static final List<String> DATES =
      List.of("pubdate", "published", "issued", "dc:date", "dcterms:created", "updated");

  private static final List<String> AUTHORS = List.of("author", "dc:creator");
  private static final List<String> BODIES =
      List.of("content:encoded", "content", "description", "summary");

  private final String input;
  private final String charset;
  private final BoundedReader reader;
  private final StreamParser parser;
  private long position;
  private long items;
  private boolean ended;

  FeedReader(String input, Opened opened) {
    super(input, opened.stream());
    this.input = input;
    this.charset = opened.charsetName();
    this.reader = new BoundedReader(opened.reader(), "an item", ITEM_LIMIT);
    Parser xml = Parser.xmlParser();
    xml.setTrackPosition(true);
    this.parser = new StreamParser(xml).parse(reader, "");
    parser.document().outputSettings().prettyPrint(false);
  }

  @Override
  RawRecord read() {
    if (ended) {
      return null;
    }
    try {
      Element item = parser.selectNext("item, entry");
      if (item == null) {
        return end();
      }
      position++;
      ended = cut(item);
      RawRecord record = ended ? broken("the file ends within an item") : record(item);
      items += item.endSourceRange().endPos() - item.sourceRange().startPos();
      // What stands between the items stays in memory.
      reader.restart(Math.max(0, reader.passed() - items));
      item.remove();
      return record;
    } catch (IOException e) {
      ended = true;
      position++;
      return RawRecord.failed(input, position, "", RejectReason.TOO_LARGE, e.getMessage());
    }
  }

  @Override
  long position() {
    return position;
  }

  @Override
  boolean whole(RawRecord beforeBreak) {
    return beforeBreak.reason() == null;
  }

  /** Behind the last item: null if the feed is one, and whole. */
  private RawRecord end() {
    ended = true;
    Element root = parser.document().firstElementChild();
    String name = root == null ? "" : root.tagName().toLowerCase(Locale.ROOT);
    if (root != null && ROOTS.contains(name) && !cut(root)) {
      return null;
    }
    position++;
    if (root == null) {
      return broken("the file has no element");
    }
    return broken(
        ROOTS.contains(name) ? "the file ends within the feed" : "its root is <" + name + ">");
  }

  private RawRecord broken(String detail) {
    return RawRecord.failed(input, position, "", RejectReason.BROKEN_FEED, detail);
  }

  /** Whether the file ended before the element did. */
  private static boolean cut(Element element) {
    return element.endSourceRange().isImplicit();
  }

  /** The item's elements by their names, and what they come to. */
  private RawRecord record(Element item) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element child : item.children()) {
      String name = child.tagName().toLowerCase(Locale.ROOT);
      fields.merge(name, text(name, child), (a, b) -> a.isBlank() ? b : a);
    }
    String feed = feed();
    String url = url(item, fields);
    fields.put("body", longest(fields));
    fields.put("url", url);
    fields.put("date", first(fields, DATES));
    fields.put("author", first(fields, AUTHORS));
    fields.put("feed", feed);
    if (!url.contains("://")) {
      fields.merge("source", feed, (own, title) -> own.isBlank() ? title : own);
    }
    String raw = fields.getOrDefault("title", "") + "\n" + fields.get("body");
    return RawRecord.of(input, position, raw, charset, fields);
  }

  /** What an element says: its text, its markup where that is no text, or the name within it. */
  private static String text(String name, Element element) {
    if (element.childrenSize() == 0) {
      return element.wholeText();
    }
    Element naming =
        switch (name) {
          case "author" -> element.selectFirst("name");
          case "source" -> element.selectFirst("title");
          default -> null;
        };
    return naming == null ? element.html() : naming.wholeText();
  }

  /** The address of an item's page: RSS writes it as text, Atom as an attribute. */
  private static String url(Element item, Map<String, String> fields) {
    for (Element child : item.children()) {
      String relation = child.attr("rel");
      boolean page = relation.isEmpty() || relation.equals("alternate");
      if (child.tagName().equals("link") && page && child.hasAttr("href")) {
        return child.attr("href");
      }
    }
    String link = fields.getOrDefault("link", "");
    String guid = fields.getOrDefault("guid", "");
    return link.isBlank() && guid.startsWith("http") ? guid : link;
  }

  /** The whole text where the feed has it, else the teaser. */
  private static String longest(Map<String, String> fields) {
    String longest = "";
    for (String name : BODIES) {
      String body = fields.getOrDefault(name, "");
      longest = body.length() > longest.length() ? body : longest;
    }
    return longest;
  }

  private static String first(Map<String, String> fields, List<String> names) {
    return names.stream()
        .map(n -> fields.getOrDefault(n, ""))
        .filter(s -> !s.isBlank())
        .findFirst()
        .orElse("");
  }

  private String feed() {
    Document document = parser.document();
    Element title = document.selectFirst("channel > title, feed > title");
    return title == null ? "" : title.text();
  }
}
