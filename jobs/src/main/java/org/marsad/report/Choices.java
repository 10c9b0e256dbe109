package org.marsad.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log2;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.marsad.entity.Entities;
import org.marsad.entity.EntityMentions;
import org.marsad.entity.NamingChoices;
import org.marsad.table.Scale;
import org.marsad.table.Table;

/**
 * Who calls it what: the entities, without news agencies, that the papers name most differently
 * over the window.
 *
 * <p>Shown are those with the largest {@code Σ n · H}: {@code H} is the mutual information in bits
 * between source and written form, {@code n} the mentions; an entity that every paper writes in the
 * same mixture has none (T. Cover, J. Thomas, "Elements of Information Theory", 2006, 2.3). Forms
 * that differ by hamza, by a blank behind عبد or by case («الحوثيون», «الحوثيين») are one choice,
 * called by the one printed most.
 */
final class Choices {
  private static final int MOST = 8;
  private static final int FORMS = 3;
  private static final int LEAST_MENTIONS = 5;

  /** In bits; below it the sources do not differ, but for rounding. */
  private static final double LEAST_INFORMATION = 1;

  private Choices() {}

  /**
   * An entity with its commonest written forms, what part of each source's mentions each is, and
   * where an article prints it so.
   */
  record Choice(String name, List<String> forms, List<Source> sources, List<Passage> evidence) {}

  /** A source's mentions of the entity, and shares by form, in the forms' order. */
  record Source(String name, long mentions, List<Double> shares) {}

  static List<Choice> of(Function<Table, Dataset<Row>> tables, Shelf shelf) {
    Dataset<Row> counted =
        tables
            .apply(NamingChoices.TABLE)
            .join(
                Entities.withoutAgencies(tables.apply(Entities.TABLE)).select("entity_id"),
                new String[] {"entity_id"},
                "left_semi")
            .withColumn("choice", naming(col("surface")))
            .withColumn(
                "printed", sum("occurrences").over(Window.partitionBy("entity_id", "surface")))
            .withColumn(
                "surface",
                first("surface")
                    .over(
                        Window.partitionBy("entity_id", "choice")
                            .orderBy(col("printed").desc(), col("surface").asc())))
            .groupBy("entity_id", "surface", "source")
            .agg(sum("occurrences").as("n"));
    Dataset<Row> all =
        counted
            .withColumn("of_source", sum("n").over(Window.partitionBy("entity_id", "source")))
            .where(col("of_source").geq(LEAST_MENTIONS))
            .withColumn("of_form", sum("n").over(Window.partitionBy("entity_id", "surface")))
            .withColumn("of_all", sum("n").over(Window.partitionBy("entity_id")));
    Dataset<Row> ranked =
        all.groupBy("entity_id")
            .agg(
                sum(log2(col("n")
                            .multiply(col("of_all"))
                            .divide(col("of_source").multiply(col("of_form"))))
                        .multiply(col("n")))
                    .as("information"))
            .where(col("information").gt(LEAST_INFORMATION))
            .withColumn(
                "rank",
                row_number()
                    .over(Window.orderBy(col("information").desc(), col("entity_id").asc())))
            .where(col("rank").leq(MOST));
    List<Row> rows =
        all.join(ranked, "entity_id")
            .join(tables.apply(Entities.TABLE).select("entity_id", "name"), "entity_id")
            .orderBy(
                col("rank"),
                col("of_form").desc(),
                col("surface"),
                col("of_source").desc(),
                col("source"))
            .select("entity_id", "name", "surface", "source", "n", "of_source")
            .collectAsList();
    Map<String, List<Row>> entities = new LinkedHashMap<>();
    rows.forEach(r -> entities.computeIfAbsent(r.getString(0), e -> new ArrayList<>()).add(r));
    Map<List<String>, Passage.Ask> evidence = evidence(tables, entities);
    return entities.values().stream().map(e -> choice(e, evidence, shelf)).toList();
  }

  /** What of a form is the paper's choice, and no matter of spelling or case. */
  static Column naming(Column surface) {
    Column folded = translate(surface, "أإآٱةىؤئ", "اااا" + "هيوي");
    return regexp_replace(
        regexp_replace(folded, lit("(^| )عبد "), lit("$1عبد")),
        lit("(\\p{L}{3})ون( |$)"),
        lit("$1ين$2"));
  }

  private static List<String> forms(List<Row> rows) {
    return rows.stream().map(r -> r.getString(2)).distinct().limit(FORMS).toList();
  }

  /** By entity and form: the latest article that prints it so. */
  private static Map<List<String>, Passage.Ask> evidence(
      Function<Table, Dataset<Row>> tables, Map<String, List<Row>> entities) {
    Map<List<String>, Passage.Ask> evidence = new HashMap<>();
    if (entities.isEmpty()) {
      return evidence;
    }
    List<Row> wanted = new ArrayList<>();
    entities.forEach(
        (id, rows) -> forms(rows).forEach(form -> wanted.add(RowFactory.create(id, form))));
    StructType shape =
        new StructType().add("entity_id", DataTypes.StringType).add("form", DataTypes.StringType);
    Dataset<Row> mentions = tables.apply(EntityMentions.TABLE);
    for (Row r :
        mentions
            .join(
                Scale.small(mentions.sparkSession().createDataFrame(wanted, shape)),
                new String[] {"entity_id", "form"})
            .withColumn(
                "place",
                row_number()
                    .over(
                        Window.partitionBy("entity_id", "form")
                            .orderBy(
                                col("published_on").desc(),
                                col("article_id"),
                                col("field"),
                                col("start"))))
            .where(col("place").equalTo(1))
            .select(
                col("entity_id"),
                col("form"),
                col("article_id"),
                Passage.place(col("field"), col("start"), col("end")))
            .collectAsList()) {
      evidence.put(
          List.of(r.getString(0), r.getString(1)), Passage.Ask.at(r.getString(2), r.getList(3)));
    }
    return evidence;
  }

  private static Choice choice(
      List<Row> rows, Map<List<String>, Passage.Ask> evidence, Shelf shelf) {
    List<String> forms = forms(rows);
    Map<String, Double[]> shares = new LinkedHashMap<>();
    Map<String, Long> mentions = new LinkedHashMap<>();
    for (Row r : rows) {
      int form = forms.indexOf(r.getString(2));
      Double[] mine = shares.computeIfAbsent(r.getString(3), s -> zeros(forms.size()));
      mentions.put(r.getString(3), r.getLong(5));
      if (form >= 0) {
        mine[form] = (double) r.getLong(4) / r.getLong(5);
      }
    }
    List<Source> sources =
        shares.entrySet().stream()
            .map(e -> new Source(e.getKey(), mentions.get(e.getKey()), List.of(e.getValue())))
            .sorted((a, b) -> Double.compare(b.shares().get(0), a.shares().get(0)))
            .toList();
    String id = rows.get(0).getString(0);
    return new Choice(
        rows.get(0).getString(1),
        forms,
        sources,
        shelf.cite(
            forms.stream()
                .map(f -> evidence.get(List.of(id, f)))
                .filter(Objects::nonNull)
                .toList()));
  }

  private static Double[] zeros(int n) {
    Double[] zeros = new Double[n];
    java.util.Arrays.fill(zeros, 0.0);
    return zeros;
  }
}
