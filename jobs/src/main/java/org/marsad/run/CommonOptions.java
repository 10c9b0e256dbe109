package org.marsad.run;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.table.Parameters;
import picocli.CommandLine.Option;

/** Options that several commands take. */
final class CommonOptions {
  /** Stands between paths where they are one text. */
  static final String SEVERAL_PATHS = "\n";

  /** Where the warehouse is if nobody says. */
  static final class InWarehouse {
    @Option(
        names = "--warehouse",
        paramLabel = "DIR",
        defaultValue = "marsad-warehouse",
        description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
    String warehouse;
  }

  /** What to read. */
  static final class Reading {
    @Option(
        names = "--input",
        arity = "1..*",
        split = SEVERAL_PATHS,
        hideParamSyntax = true,
        paramLabel = "PATH...",
        description =
            "Files, directories or globs: text, JSON Lines, JSON, CSV, Parquet, RSS, Atom, WARC,"
                + " gzip of these; any path that Hadoop knows (hdfs://, s3a://).")
    List<String> inputs;

    @Option(
        names = "--map",
        split = ",",
        paramLabel = "NAME=FIELD",
        description = "Your names for title, body, source, url, date, author, category.")
    Map<String, String> map = new LinkedHashMap<>();

    @Option(names = "--date", paramLabel = "DAY", description = "The day of undated articles.")
    LocalDate date;

    @Option(
        names = "--source",
        paramLabel = "NAME",
        description = "The paper of articles that name none.")
    String source = "";

    @Option(
        names = "--max-reject-rate",
        paramLabel = "SHARE",
        description = "End with exit code 4 if more of the new records are rejected (0 to 1).")
    double maxRejectRate = 1;
  }

  /** What to analyse. */
  static final class Analysing {
    @Option(names = "--from", paramLabel = "DAY", description = "First day of the report.")
    LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day of the report.")
    LocalDate to;

    @Option(
        names = "--days",
        paramLabel = "N",
        description = "Days of the report up to the last, where no --from is given (default: all).")
    int days;

    @Option(
        names = "--topics",
        paramLabel = "K",
        description = "Number of topics (default: by the number of stories).")
    int topics;

    @Option(
        names = "--lexicon",
        paramLabel = "DIR",
        description = "Your own lexicon files, in place of the bundled ones of the same name.")
    String lexicon;

    @Option(
        names = "--keep",
        paramLabel = "N",
        description = "Runs to keep, tonight's and the one before always (default: all).")
    int keep;

    @Option(
        names = "--silent-days",
        paramLabel = "N",
        description = "Days without an article that make a source silent (default: 2).")
    int silentDays = Parameters.DEFAULT_SILENT_DAYS;

    @Option(
        names = "--also",
        paramLabel = "iceberg:CATALOG.DB",
        description =
            "Write the published tables into your own lake too, each as a snapshot of an Iceberg"
                + " table; catalog and Iceberg by Spark's settings and --packages.")
    String also;
  }

  /** What holds for this once, and for no night after it. */
  static final class Once {
    @Option(
        names = "--again",
        description =
            "Read files that are known once more, as after a fault of yours is mended; articles"
                + " that are there stay as they are.")
    boolean again;

    @Option(
        names = "--dry-run",
        description =
            "Say what would be read and what rejected, file by file; write nothing, start no"
                + " Spark.")
    boolean dryRun;
  }

  private CommonOptions() {}

  /**
   * The settings that options amount to.
   *
   * @throws UserError if a value cannot be
   */
  static Settings settings(
      InWarehouse in, Reading reading, Once once, List<String> inputs, Analysing analysing) {
    if (analysing.topics != 0 && (analysing.topics < 2 || analysing.topics > 500)) {
      throw new UserError("--topics " + analysing.topics + ": choose 2 to 500");
    }
    if (analysing.from != null && analysing.to != null && analysing.from.isAfter(analysing.to)) {
      throw new UserError("--from " + analysing.from + " lies behind --to " + analysing.to);
    }
    if (analysing.days < 0) {
      throw new UserError("--days " + analysing.days + ": choose 1 or more, or leave it out");
    }
    if (analysing.keep < 0) {
      throw new UserError("--keep " + analysing.keep + ": choose 1 or more, or leave it out");
    }
    if (!(reading.maxRejectRate >= 0 && reading.maxRejectRate <= 1)) {
      throw new UserError("--max-reject-rate " + reading.maxRejectRate + ": choose 0 to 1");
    }
    if (analysing.silentDays < 1) {
      throw new UserError("--silent-days " + analysing.silentDays + ": choose 1 or more");
    }
    if (analysing.also != null) {
      Lake.at(analysing.also);
    }
    return new Settings(
        inputs,
        in.warehouse,
        analysing.from,
        analysing.to,
        analysing.days,
        analysing.lexicon,
        reading.map,
        reading.date,
        reading.source,
        once.again,
        reading.maxRejectRate,
        analysing.keep,
        analysing.also,
        List.of(),
        new Parameters(
            analysing.topics,
            Parameters.DEFAULT_SEED,
            analysing.silentDays,
            LocalDate.now(Sessions.ZONE)));
  }
}
