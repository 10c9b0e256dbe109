package org.marsad.entity;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** The names in the articles, in the formats of annotation tools. */
public final class Annotations {
  private static final ObjectWriter JSON = JsonMapper.builder().build().writer();

  private Annotations() {}

  /**
   * One field of an article a string, by id: {@code # article_id field}, then {@code token TAG} a
   * line as CoNLL-2003 has it, an empty line behind each sentence. Tags are {@code B-PERSON},
   * {@code I-PERSON} and so on; a token whose clitic stands before the name has the name's tag.
   *
   * @param tokens rows of {@code tokens}
   * @param mentions rows of {@code entity_mentions}
   */
  public static Dataset<String> conll(Dataset<Row> tokens, Dataset<Row> mentions) {
    String[] field = {"article_id", "field"};
    Dataset<Row> words =
        tokens
            .groupBy("article_id", "field")
            .agg(
                array_sort(
                        collect_list(
                            struct(
                                col("position"),
                                col("start"),
                                col("end"),
                                col("sentence"),
                                col("surface"))))
                    .as("tokens"));
    Dataset<Row> names =
        mentions
            .groupBy("article_id", "field")
            .agg(
                array_sort(collect_list(struct(col("start"), col("end"), col("type"))))
                    .as("mentions"));
    return words
        .join(names, field, "left")
        .orderBy(col("article_id"), col("field").desc())
        .map((MapFunction<Row, String>) Annotations::conll, Encoders.STRING());
  }

  private static String conll(Row article) {
    List<Row> tokens = article.getList(2);
    List<Row> mentions = article.isNullAt(3) ? List.of() : article.getList(3);
    StringBuilder lines = new StringBuilder();
    lines.append("# ").append(article.getString(0)).append(' ').append(article.getString(1));
    lines.append('\n');
    int next = 0;
    int inside = -1;
    for (int i = 0; i < tokens.size(); i++) {
      Row token = tokens.get(i);
      if (i > 0 && token.getInt(3) != tokens.get(i - 1).getInt(3)) {
        lines.append('\n');
      }
      while (next < mentions.size() && mentions.get(next).getInt(1) <= token.getInt(1)) {
        next++;
      }
      boolean named = next < mentions.size() && mentions.get(next).getInt(0) < token.getInt(2);
      String tag = named ? (inside == next ? "I-" : "B-") + mentions.get(next).getString(2) : "O";
      inside = named ? next : -1;
      lines.append(token.getString(4).replaceAll("\\s", "_")).append(' ').append(tag).append('\n');
    }
    return lines.toString();
  }

  /**
   * One mention a string, as a W3C Web Annotation (Recommendation of 23 February 2017) in JSON-LD:
   * the target is the article by its address, else {@code urn:marsad:ARTICLE_ID}, with offsets into
   * its title or body as stored and the text itself; the body is the entity.
   *
   * @param mentions rows of {@code entity_mentions}
   * @param articles rows of {@code articles}
   */
  public static Dataset<String> jsonld(Dataset<Row> mentions, Dataset<Row> articles) {
    return mentions
        .join(articles.select("article_id", "url"), "article_id")
        .orderBy(col("article_id"), col("field").desc(), col("start"))
        .select("article_id", "url", "field", "start", "end", "surface", "entity_id", "type")
        .map((MapFunction<Row, String>) Annotations::jsonld, Encoders.STRING());
  }

  private static String jsonld(Row mention) throws JsonProcessingException {
    String article = "urn:marsad:" + mention.getString(0);
    String url = mention.getString(1);
    String entity = mention.getString(6);
    boolean known = entity.matches("Q\\d+");
    Map<String, Object> annotation = new LinkedHashMap<>();
    annotation.put("@context", "http://www.w3.org/ns/anno.jsonld");
    annotation.put(
        "id",
        article + ":" + mention.getString(2) + ":" + mention.getInt(3) + "-" + mention.get(4));
    annotation.put("type", "Annotation");
    annotation.put("motivation", known ? "identifying" : "tagging");
    annotation.put(
        "body",
        List.of(
            ordered(
                "type",
                "SpecificResource",
                "source",
                known ? "http://www.wikidata.org/entity/" + entity : "urn:marsad:" + entity),
            ordered("type", "TextualBody", "purpose", "tagging", "value", mention.get(7))));
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("source", url == null || url.isBlank() ? article : url);
    target.put("scope", article + "#" + mention.getString(2));
    target.put(
        "selector",
        List.of(
            ordered("type", "TextPositionSelector", "start", mention.get(3), "end", mention.get(4)),
            ordered("type", "TextQuoteSelector", "exact", mention.get(5))));
    annotation.put("target", target);
    return JSON.writeValueAsString(annotation);
  }

  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
