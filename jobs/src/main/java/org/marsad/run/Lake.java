package org.marsad.run;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.marsad.table.Table;

/**
 * The user's own lake, which takes a copy of each published run: a namespace of an Iceberg catalog,
 * a table for each of the run's, a snapshot for each run. The catalog and Iceberg itself are the
 * user's, by Spark's settings and packages.
 */
final class Lake {
  /** The property of a snapshot that names its run. */
  static final String RUN = "marsad.run";

  private static final Pattern PLACE =
      Pattern.compile("iceberg:(?<catalog>\\w+)\\.(?<namespace>\\w+(?:\\.\\w+)*)");

  private final String place;
  private final String catalog;
  private final String namespace;

  private Lake(String place, String catalog, String namespace) {
    this.place = place;
    this.catalog = catalog;
    this.namespace = namespace;
  }

  /**
   * The lake that {@code iceberg:CATALOG.NAMESPACE} names.
   *
   * @throws UserError if it names none
   */
  static Lake at(String place) {
    Matcher named = PLACE.matcher(place);
    if (!named.matches()) {
      throw new UserError("--also " + place + ": write iceberg:CATALOG.DB");
    }
    return new Lake(place, named.group("catalog"), named.group("namespace"));
  }

  /**
   * Fails before a night's work if the catalog is not to be had, and makes the namespace.
   *
   * @throws UserError if Spark knows no such catalog, or it does not answer
   */
  void open(SparkSession spark) {
    String setting = "spark.sql.catalog." + catalog;
    if (!spark.conf().contains(setting)) {
      throw new UserError(
          "--also "
              + place
              + ": Spark has no catalog "
              + catalog
              + ": set "
              + setting
              + " and give iceberg-spark-runtime with --packages");
    }
    try {
      spark.sql("CREATE NAMESPACE IF NOT EXISTS " + catalog + "." + namespace);
    } catch (Exception | LinkageError e) {
      throw new UserError("--also " + place + ": its catalog does not answer (" + said(e) + ")", e);
    }
  }

  /**
   * Replaces the content of the lake's tables by a run's, each table at once, as one snapshot. What
   * a table held before stays in its history.
   *
   * @throws UserError if the lake does not take a table; the run is published all the same
   */
  void write(SparkSession spark, Warehouse warehouse, String runId, List<Table> tables) {
    for (Table table : tables) {
      String name = catalog + "." + namespace + "." + table.name();
      try {
        Published.read(spark, warehouse.run(runId), table)
            .writeTo(name)
            .using("iceberg")
            .option("snapshot-property." + RUN, runId)
            .createOrReplace();
      } catch (Exception e) {
        throw new UserError(
            "run "
                + runId
                + " is published, but "
                + name
                + " could not be written ("
                + said(e)
                + "): mend it, then start `marsad analyze --also "
                + place
                + "`",
            e);
      }
    }
  }

  private static String said(Throwable e) {
    return Optional.ofNullable(e.getMessage())
        .orElse(e.getClass().getSimpleName())
        .lines()
        .findFirst()
        .orElse("");
  }
}
