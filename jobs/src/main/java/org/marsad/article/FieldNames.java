package org.marsad.article;

import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which of a record's fields holds what: the names common in the field are known, {@code --map}
 * adds a user's own.
 */
public final class FieldNames implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What a record can tell, each with the names known for it, the likeliest first. */
  private static final Map<String, List<String>> KNOWN = new LinkedHashMap<>();

  static {
    KNOWN.put("title", List.of("title", "headline", "head", "العنوان", "عنوان"));
    KNOWN.put(
        "body",
        List.of(
            "body",
            "text",
            "content",
            "article",
            "fulltext",
            "full_text",
            "articlebody",
            "maintext",
            "story",
            "النص",
            "المحتوى",
            "نص"));
    KNOWN.put(
        "source",
        List.of(
            "source",
            "src",
            "newspaper",
            "publisher",
            "outlet",
            "site",
            "publication",
            "domain",
            "المصدر",
            "الصحيفة"));
    KNOWN.put("url", List.of("url", "link", "uri", "href", "address", "الرابط"));
    KNOWN.put(
        "date",
        List.of(
            "published_on",
            "date",
            "time",
            "published",
            "pubdate",
            "published_at",
            "publish_date",
            "date_publish",
            "datetime",
            "timestamp",
            "created_at",
            "التاريخ",
            "تاريخ"));
    KNOWN.put("author", List.of("author", "byline", "writer", "authors", "creator", "الكاتب"));
    KNOWN.put(
        "category",
        List.of("category", "cat", "section", "topic", "label", "class", "القسم", "التصنيف"));
  }

  private final LinkedHashMap<String, String> mapped;

  private FieldNames(LinkedHashMap<String, String> mapped) {
    this.mapped = mapped;
  }

  /** The known names alone. */
  public static FieldNames known() {
    return new FieldNames(new LinkedHashMap<>());
  }

  /**
   * The known names, and those of a mapping such as {@code title=headline,body=story}.
   *
   * @throws IllegalArgumentException if it names a target that there is not, or has another form
   */
  public static FieldNames mapping(Map<String, String> map) {
    map.forEach(
        (target, field) -> {
          if (!KNOWN.containsKey(target)) {
            throw new IllegalArgumentException(
                "--map names \"" + target + "\"; it can name " + String.join(", ", KNOWN.keySet()));
          }
          if (field.isBlank()) {
            throw new IllegalArgumentException("--map gives no field for \"" + target + "\"");
          }
        });
    return new FieldNames(new LinkedHashMap<>(map));
  }

  boolean hasBody(Collection<String> header) {
    Map<String, String> fields = new LinkedHashMap<>();
    header.forEach(name -> fields.put(name == null ? "" : name, "x"));
    return !find(fields, "body").isEmpty();
  }

  /** The first cell that is not empty among the fields which may hold {@code target}. */
  String find(Map<String, String> fields, String target) {
    String own = mapped.get(target);
    if (own != null) {
      return fields.containsKey(own) ? fields.get(own) : cell(fields, plain(own));
    }
    for (String name : KNOWN.get(target)) {
      String cell = cell(fields, name);
      if (!cell.isEmpty()) {
        return cell;
      }
    }
    return "";
  }

  private static String cell(Map<String, String> fields, String name) {
    for (Map.Entry<String, String> field : fields.entrySet()) {
      if (plain(field.getKey()).equals(name) && !field.getValue().isBlank()) {
        return field.getValue();
      }
    }
    return "";
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
