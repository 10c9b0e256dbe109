package org.marsad.run;

import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The first part of the main job. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = "Read what is new into the store, and stop there.",
    footer = {
      "",
      "Examples: marsad ingest --input /data/2017-09-14 --warehouse /data/marsad",
      "          marsad ingest --input /data/new-source.csv --dry-run"
    })
final class IngestCommand implements Callable<Integer> {
  @Mixin private CommonOptions.InWarehouse warehouse;
  @Mixin private CommonOptions.Reading reading;
  @Mixin private CommonOptions.Once once;

  @Override
  public Integer call() throws Exception {
    if (reading.inputs == null) {
      throw new UserError("ingest needs --input PATH");
    }
    Settings settings =
        CommonOptions.settings(
            warehouse, reading, once, reading.inputs, new CommonOptions.Analysing());
    Console console = new Console(Streams.out());
    if (once.dryRun) {
      return new DryRun(settings, console).run();
    }
    try (Sessions.Session session = Sessions.open()) {
      SparkSession spark = session.spark();
      double rate =
          Runner.rejectRate(new Runner(spark, settings, console).ingest().stream().toList());
      return RunCommand.quality(rate, settings, console, "see the table rejects");
    }
  }
}
