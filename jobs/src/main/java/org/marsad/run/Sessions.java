package org.marsad.run;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;
import org.marsad.table.Scale;

/** Opens the Spark session: on a cluster as spark-submit says, else within this process. */
public final class Sessions {
  /** What Marsad's tables rely on; a user's own setting of the same name wins. */
  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("spark.app.name", "marsad"),
          Map.entry("spark.ui.enabled", "false"),
          Map.entry("spark.ui.showConsoleProgress", "false"),
          Map.entry("spark.sql.parquet.compression.codec", "zstd"),
          Map.entry("spark.sql.adaptive.coalescePartitions.minPartitionSize", "4m"),
          // What each sort and each sum takes at first: Spark's 64 MB fill a small night's heap.
          Map.entry("spark.buffer.pageSize", "2m"),
          // Rows that come by day are not sorted by day once more.
          Map.entry("spark.sql.maxConcurrentOutputFileWriters", "16"),
          // Bytes that changed on the disk are an error, never other words.
          Map.entry("spark.hadoop.parquet.page.verify-checksum.enabled", "true"));

  /** The same where everything runs in this process: nobody else is to reach it. */
  private static final Map<String, String> LOCAL =
      Map.of(
          "spark.driver.host", "127.0.0.1",
          "spark.driver.bindAddress", "127.0.0.1",
          "spark.hadoop.fs.file.impl", LocalDisk.class.getName());

  private static final Pattern LOCAL_MASTER = Pattern.compile("local(\\[.*])?");

  /** What must be so, or rows are read wrongly, or what was analysed is not known as such. */
  private static final Map<String, String> FIXED =
      Map.of(
          "spark.sql.datetime.java8API.enabled", "true",
          "spark.sql.session.timeZone", "UTC",
          "spark.sql.caseSensitive", "false",
          "spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "true");

  /** Where the operator's clock is; Spark is given UTC. */
  static final ZoneId ZONE = ZoneId.systemDefault();

  private Sessions() {}

  /** A session in use; closing it stops Spark only if Spark was started for it. */
  public record Session(SparkSession spark, boolean own) implements AutoCloseable {
    @Override
    public void close() {
      if (own) {
        spark.stop();
      }
    }
  }

  /** The session that is there already, or a new one. */
  public static Session open() {
    scala.Option<SparkSession> there = SparkSession.getDefaultSession();
    boolean usable = there.isDefined() && !there.get().sparkContext().isStopped();
    return usable ? new Session(there.get(), false) : new Session(start(), true);
  }

  /** What Hadoop would know in a session, for who has none. */
  static Configuration hadoop() {
    SparkConf conf = new SparkConf();
    preset(conf).forEach(conf::set);
    return SparkHadoopUtil.get().newConfiguration(conf);
  }

  /** Marsad's settings where these say nothing, and those that must be so. */
  private static Map<String, String> preset(SparkConf given) {
    Map<String, String> preset = new HashMap<>(DEFAULTS);
    if (LOCAL_MASTER.matcher(given.get("spark.master", "local")).matches()) {
      preset.putAll(LOCAL);
    }
    preset.keySet().removeIf(given::contains);
    preset.putAll(FIXED);
    return preset;
  }

  /** A session with Marsad's defaults; local with all cores unless spark-submit named a master. */
  private static SparkSession start() {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    SparkConf given = new SparkConf();
    SparkSession.Builder builder = SparkSession.builder();
    preset(given).forEach(builder::config);
    if (!given.contains("spark.master")) {
      builder.master("local[" + Runtime.getRuntime().availableProcessors() + "]");
    }
    SparkSession spark = builder.getOrCreate();
    Scale.usual(spark);
    if (spark.sparkContext().isLocal()) {
      forgetYarn(spark.sparkContext().hadoopConfiguration());
    }
    return spark;
  }

  /**
   * Takes out what Hadoop would tell a resource manager that nobody asks here: half of all it
   * knows, which is written and read anew for each table that a query reads.
   */
  private static void forgetYarn(Configuration hadoop) {
    for (String key : hadoop.getPropsWithPrefix("yarn.").keySet()) {
      String[] from = hadoop.getPropertySources("yarn." + key);
      if (from != null && from[from.length - 1].endsWith("-default.xml")) {
        hadoop.unset("yarn." + key);
      }
    }
  }
}
