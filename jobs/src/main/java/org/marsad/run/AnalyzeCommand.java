package org.marsad.run;

import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job without reading. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = "Make and publish the tables and the report anew from the store.",
    footer = {
      "",
      "Examples: marsad analyze --from 2017-09-01 --to 2017-09-14 --topics 20",
      "          marsad analyze --only entities,entity_network"
    })
final class AnalyzeCommand implements Callable<Integer> {
  @Mixin private CommonOptions.InWarehouse warehouse;
  @Mixin private CommonOptions.Analysing analysing;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "TABLE",
      completionCandidates = Analyses.PublishedNames.class,
      description = "Make only these tables anew; the others stay as the last run published them.")
  private List<String> only = List.of();

  @Override
  public Integer call() throws Exception {
    List<String> known = new Analyses.PublishedNames();
    for (String name : only) {
      if (!known.contains(name)) {
        throw new UserError("--only " + name + ": no such table" + Suggestions.among(name, known));
      }
    }
    Settings settings =
        CommonOptions.settings(
            warehouse, new CommonOptions.Reading(), new CommonOptions.Once(), List.of(), analysing);
    try (Sessions.Session session = Sessions.open()) {
      SparkSession spark = session.spark();
      new Runner(spark, settings.withOnly(only), new Console(Streams.out())).run();
      return 0;
    }
  }
}
