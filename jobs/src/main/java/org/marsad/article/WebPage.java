package org.marsad.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.marsad.arabic.ArabicDates;

/** The article on a news site's page: what the page declares of it, and its {@link MainText}. */
final class WebPage {
  private static final int DECLARED_WITHIN = 4096;
  private static final Pattern META_CHARSET =
      Pattern.compile(
          "<meta[^>]{1,200}?charset\\s*=\\s*[\"']?\\s*([\\w-]+)", Pattern.CASE_INSENSITIVE);

  /** Encodings of Arabic; others are what servers say of any page. */
  private static final Pattern ARABIC =
      Pattern.compile("windows-1256|cp1256|iso-8859-6|utf-16.*", Pattern.CASE_INSENSITIVE);

  private WebPage() {}

  /**
   * A page's text. UTF-8 proves itself; then the encoding declared by the server or the page counts
   * if it is one of Arabic; then what the bytes look like; then what was declared.
   *
   * @param declared the encoding the server named, or empty
   * @return empty if no encoding fits
   */
  static Optional<Encodings.Decoded> decode(byte[] bytes, String declared) {
    String begin =
        new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
    Matcher meta = META_CHARSET.matcher(begin);
    List<String> names = meta.find() ? List.of(declared, meta.group(1)) : List.of(declared);
    return as(bytes, StandardCharsets.UTF_8)
        .or(() -> declared(bytes, names.stream().filter(n -> ARABIC.matcher(n).matches()).toList()))
        .or(() -> Encodings.decode(bytes))
        .or(() -> declared(bytes, names));
  }

  private static Optional<Encodings.Decoded> declared(byte[] bytes, List<String> names) {
    for (String name : names) {
      try {
        Optional<Encodings.Decoded> decoded = as(bytes, Charset.forName(name.strip()));
        if (decoded.isPresent()) {
          return decoded;
        }
      } catch (IllegalArgumentException e) {
        // No encoding that Java knows: the next.
      }
    }
    return Optional.empty();
  }

  private static Optional<Encodings.Decoded> as(byte[] bytes, Charset charset) {
    return Encodings.strict(bytes, charset).map(t -> new Encodings.Decoded(t, charset.name()));
  }

  /**
   * A page's fields. Its day is the one it declares, else the one in its address (found later),
   * else the first that it shows, else that of the crawl.
   */
  static Map<String, String> fields(String html, String url, String crawled) {
    Document page = Jsoup.parse(html);
    JsonNode declared = declared(page);
    String title = first(declared.path("headline").asText(""), meta(page, "og:title"));
    if (title.isBlank()) {
      Element heading = page.selectFirst("h1");
      title = heading == null ? page.title() : heading.text();
    }
    String date =
        first(
            declared.path("datePublished").asText(""),
            meta(page, "article:published_time"),
            meta(page, "datePublished"),
            meta(page, "date"),
            meta(page, "dc.date.issued"));
    if (date.isBlank() && ArabicDates.inPath(url).isEmpty()) {
      date = first(time(page), crawled);
    }
    JsonNode author = declared.path("author");
    author = author.isArray() ? author.path(0) : author;
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("title", title);
    fields.put("url", url);
    fields.put("date", date);
    fields.put(
        "author", first(author.path("name").asText(""), author.asText(""), meta(page, "author")));
    fields.put(
        "category",
        first(declared.path("articleSection").asText(""), meta(page, "article:section")));
    String told = declared.path("articleBody").asText("");
    String shown = MainText.of(page, title);
    // Pages that a script fills show nothing, but declare the text.
    fields.put("body", told.length() > 2 * shown.length() ? told : shown);
    return fields;
  }

  /** What the page declares of its article in JSON-LD; an empty object if nothing. */
  private static JsonNode declared(Document page) {
    for (Element script : page.select("script[type=application/ld+json]")) {
      try {
        JsonNode article = article(JsonFields.JSON.readTree(script.data()));
        if (article != null) {
          return article;
        }
      } catch (JsonProcessingException e) {
        // Not every page's JSON is: it is as good as none.
      }
    }
    return JsonFields.JSON.createObjectNode();
  }

  private static JsonNode article(JsonNode node) {
    if (node.isArray()) {
      for (JsonNode element : node) {
        JsonNode found = article(element);
        if (found != null) {
          return found;
        }
      }
      return null;
    }
    if (node.has("@graph")) {
      return article(node.get("@graph"));
    }
    String type = node.path("@type").toString();
    return type.contains("Article") || type.contains("BlogPosting") ? node : null;
  }

  private static String meta(Document page, String name) {
    Element meta =
        page.selectFirst(
            "meta[property=%1$s], meta[name=%1$s], meta[itemprop=%1$s]".formatted(name));
    return meta == null ? "" : meta.attr("content");
  }

  private static String time(Document page) {
    Element time = page.selectFirst("time[datetime]");
    return time == null ? "" : time.attr("datetime");
  }

  private static String first(String... texts) {
    for (String text : texts) {
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }
}
