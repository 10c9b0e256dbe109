package org.marsad.run;

import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The proof that the published run is what its articles say. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Recompute the published run from the stored articles and compare.",
      "Each table must be equal, and records read = articles + rejects."
    },
    footer = {"", "Example: marsad verify --warehouse /data/marsad"})
final class VerifyCommand implements Callable<Integer> {
  @Mixin private CommonOptions.InWarehouse in;

  @Option(
      names = "--lexicon",
      paramLabel = "DIR",
      description = "The lexicon directory that the run was made with.")
  private String lexicon;

  @Override
  public Integer call() throws Exception {
    Console console = new Console(Streams.out());
    try (Sessions.Session session = Sessions.open()) {
      SparkSession spark = session.spark();
      Warehouse warehouse =
          Warehouse.existing(in.warehouse, spark.sparkContext().hadoopConfiguration());
      boolean same =
          new Verification(spark, warehouse, Runner.lexicon(lexicon), console)
              .run(warehouse.requireCurrent());
      return same ? 0 : Commands.BUG;
    }
  }
}
