package org.marsad.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The main job. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Read what is new, analyse it, publish the tables and the report.",
      "Without --input: the sample articles and the seed article, or nothing new",
      "if something was read into the warehouse before."
    },
    footer = {
      "",
      "Examples: marsad run --input /data/2017-09-14 --warehouse /data/marsad",
      "          marsad run --input new.csv --map title=headline,body=story --dry-run"
    })
final class RunCommand implements Callable<Integer> {
  private static final String NOTHING_NEW = "no --input: nothing new to read";

  @Mixin private CommonOptions.InWarehouse warehouse;
  @Mixin private CommonOptions.Reading reading;
  @Mixin private CommonOptions.Analysing analysing;
  @Mixin private CommonOptions.Once once;

  @Override
  public Integer call() throws Exception {
    List<String> inputs = inputs();
    Settings settings = CommonOptions.settings(warehouse, reading, once, inputs, analysing);
    Console console = new Console(Streams.out());
    String read = inputs.isEmpty() ? NOTHING_NEW : String.join(" ", inputs);
    if (once.dryRun && !inputs.isEmpty()) {
      return new DryRun(settings, console).run();
    }
    console.say("marsad %s: %s", Version.text(), read);
    if (once.dryRun) {
      return 0;
    }
    Runner.loadAhead(settings);
    try (Sessions.Session session = Sessions.open()) {
      SparkSession spark = session.spark();
      Runner.Outcome outcome = new Runner(spark, settings, console).run();
      return quality(outcome.rejectRate(), settings, console, "see the table rejects");
    }
  }

  /** Exit code 4 if too many records were rejected. */
  static int quality(double rejectRate, Settings settings, Console console, String where) {
    if (rejectRate <= settings.maxRejectRate()) {
      return 0;
    }
    console.print(
        String.format(
            Locale.ROOT,
            "rejected %.1f %% of the new records, allowed are %.1f %%: %s",
            100 * rejectRate,
            100 * settings.maxRejectRate(),
            where));
    return Commands.QUALITY;
  }

  /** Those given; else the samples, which are for a first look and no part of an archive. */
  private List<String> inputs() {
    if (reading.inputs != null) {
      return reading.inputs;
    }
    Configuration conf = Sessions.hadoop();
    return Store.isNew(Warehouse.at(warehouse.warehouse, conf)) ? samples() : List.of();
  }

  private static List<String> samples() {
    String home = System.getProperty("marsad.home", ".");
    return List.of(Path.of(home, "seeds").toString(), Path.of(home, "data", "sample").toString());
  }
}
