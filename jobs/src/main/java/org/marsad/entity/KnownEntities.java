package org.marsad.entity;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.marsad.table.Field.optional;
import static org.marsad.table.Field.required;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.marsad.names.NameTagger;
import org.marsad.table.Field;
import org.marsad.table.Table;

/** The entities of the lexicon as a table that analyses read; it is not published. */
public final class KnownEntities {
  static final Field NAME = required("name", StringType, "The name as the press prints it most");
  static final Field NAME_EN = optional("name_en", StringType, "English name, where known");
  static final Field KIND =
      optional(
          "kind",
          StringType,
          "What the lexicon takes it for: politician, city, club, agency (of news) and so on; empty"
              + " for a name that it does not know");

  public static final Table TABLE =
      new Table(
          "known_entities",
          "One row per entity of the lexicon.",
          List.of(EntityMentions.ENTITY_ID),
          List.of(EntityMentions.ENTITY_ID, NAME, NAME_EN, KIND));

  private KnownEntities() {}

  /** The lexicon's entities as rows of {@link #TABLE}. */
  public static Dataset<Row> rows(SparkSession spark, NameTagger tagger) {
    List<Row> rows =
        tagger.entities().stream()
            .map(e -> RowFactory.create(e.id(), e.name(), e.nameEn(), e.kind()))
            .toList();
    return spark.createDataFrame(rows, TABLE.schema());
  }
}
