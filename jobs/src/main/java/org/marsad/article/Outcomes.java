package org.marsad.article;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.marsad.arabic.ArabicDates;
import org.marsad.arabic.LexiconFiles;
import org.marsad.table.Causes;
import org.marsad.table.Field;

/**
 * Reads input files on the workers: one row an input record, an article or a reject. The columns of
 * the side that a row is not are null.
 */
public final class Outcomes {
  private static final int MOST_TASKS = 200;
  private static final int MOST_SHARES = 8;
  private static final int BYTES_PER_TASK = 1 << 20;
  private static final List<Field> REJECT_ONLY =
      List.of(
          RejectTable.REASON,
          RejectTable.DETAIL,
          RejectTable.RAW,
          RejectTable.SOURCE,
          RejectTable.PUBLISHED_ON);

  /** The columns of an article (without batch), {@code input}, {@code position}, of a reject. */
  public static final StructType SCHEMA = schema();

  private final SparkSession spark;
  private final FieldNames names;
  private final LexiconFiles lexicon;
  private final SerializableConfiguration conf;

  public Outcomes(SparkSession spark, FieldNames names, LexiconFiles lexicon) {
    this.spark = spark;
    this.names = names;
    this.lexicon = lexicon;
    this.conf = new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
  }

  /** The files with the hash of their content. */
  public List<InputFile> hashed(List<InputFile> files) {
    SerializableConfiguration hadoop = conf;
    List<String> hashes =
        context()
            .parallelize(files, tasks(files, files.size()))
            .map(file -> hash(file, hadoop.value()))
            .collect();
    List<InputFile> hashed = new ArrayList<>(files.size());
    for (int i = 0; i < files.size(); i++) {
      hashed.add(files.get(i).withHash(hashes.get(i)));
    }
    return hashed;
  }

  /** The records of all files. */
  public Dataset<Row> read(List<InputFile> files) {
    List<InputFile> parquet = new ArrayList<>();
    List<InputFile> others = new ArrayList<>();
    for (InputFile file : files) {
      (parquet(file) ? parquet : others).add(file);
    }
    Dataset<Row> rows = readOthers(others);
    for (InputFile file : parquet) {
      rows = rows.union(readParquet(file));
    }
    return rows;
  }

  /** Whether Spark's own reader takes a file. */
  static boolean parquet(InputFile file) {
    return file.fault() == null
        && InputFormat.of(file.path(), "") == InputFormat.PARQUET
        && !InputFormat.gzip(file.path());
  }

  private Dataset<Row> readOthers(List<InputFile> files) {
    SerializableConfiguration hadoop = conf;
    FieldNames fieldNames = names;
    LexiconFiles rules = lexicon;
    return spark.createDataFrame(
        parts(files)
            .mapPartitions(
                parts -> {
                  ArticleReader reader = new ArticleReader(fieldNames, ArabicDates.load(rules));
                  return new Flat(
                      parts,
                      part ->
                          reader.read(
                              part.file(),
                              () -> open(part.file(), hadoop.value()),
                              part.share(),
                              part.shares()));
                }),
        SCHEMA);
  }

  private Dataset<Row> readParquet(InputFile file) {
    FieldNames fieldNames = names;
    LexiconFiles rules = lexicon;
    try {
      Optional<String> bomb = ParquetLimits.exceeded(file, conf.value());
      if (bomb.isPresent()) {
        return failed(file, RejectReason.TOO_LARGE, bomb.get());
      }
      // A name may hold what a glob is made of.
      Dataset<Row> table = spark.read().option("__globPaths__", "false").parquet(file.path());
      String[] columns = table.columns();
      if (!names.hasBody(List.of(columns))) {
        return failed(file, RejectReason.MISSING_COLUMN, noBody(List.of(columns)));
      }
      List<Column> cells = new ArrayList<>();
      cells.add(col("_metadata.row_index"));
      for (String column : columns) {
        cells.add(col("`" + column.replace("`", "``") + "`").cast(StringType));
      }
      Dataset<Row> rows = table.select(cells.toArray(Column[]::new));
      // A damaged page shows only when it is read: find out before the batch depends on it.
      rows.write().format("noop").mode("overwrite").save();
      return rows.mapPartitions(
          (MapPartitionsFunction<Row, Row>)
              part -> {
                ArticleReader reader = new ArticleReader(fieldNames, ArabicDates.load(rules));
                return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(part, Spliterator.ORDERED), false)
                    .map(row -> row(parquetRecord(file, columns, row), file, reader))
                    .iterator();
              },
          Encoders.row(SCHEMA));
    } catch (Exception e) {
      boolean passing = !(e instanceof AnalysisException) && mayBeWhole(file);
      RejectReason reason = passing ? RejectReason.STORAGE : RejectReason.UNREADABLE;
      return failed(file, reason, String.valueOf(Causes.root(e).getMessage()));
    }
  }

  /** Whether a Parquet file can be read here, so that it was the machines that failed. */
  private boolean mayBeWhole(InputFile file) {
    if (!hash(file, conf.value()).equals(file.hash())) {
      return true;
    }
    try {
      ParquetRows.read(new Path(file.path()), conf.value());
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  static String noBody(List<String> columns) {
    return "no column for the body among " + String.join(", ", columns);
  }

  private Dataset<Row> failed(InputFile file, RejectReason reason, String detail) {
    RawRecord record = RawRecord.failed(file.name(), 1, "", reason, detail);
    ArticleReader reader = new ArticleReader(names, ArabicDates.load(lexicon));
    return spark.createDataFrame(List.of(row(record, file, reader)), SCHEMA);
  }

  private static RawRecord parquetRecord(InputFile file, String[] columns, Row row) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i++) {
      String cell = row.getString(i + 1);
      fields.put(columns[i], cell == null ? "" : cell);
    }
    String raw = String.join(" ", fields.values());
    return RawRecord.of(file.name(), row.getLong(0) + 1, raw, "UTF-8", fields);
  }

  private static Row row(RawRecord record, InputFile file, ArticleReader reader) {
    return row(record.input(), reader.interpret(record, file.hints()));
  }

  /** An outcome as a row of {@link #SCHEMA}. */
  static Row row(String input, Interpreter.Outcome outcome) {
    Article a = outcome.article();
    if (a == null) {
      Reject r = outcome.reject();
      return RowFactory.create(
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          input,
          outcome.position(),
          r.reason().code(),
          r.detail(),
          r.raw(),
          r.source(),
          r.publishedOn());
    }
    return RowFactory.create(
        a.articleId(),
        a.textKey(),
        a.source(),
        a.url(),
        a.title(),
        a.body(),
        a.author(),
        a.category(),
        a.publishedOn(),
        a.dateOrigin(),
        "ar",
        a.charset(),
        a.words(),
        input,
        outcome.position(),
        null,
        null,
        null,
        null,
        null);
  }

  private static StructType schema() {
    StructType type = new StructType();
    for (Field field : ArticleTable.STORED.fields()) {
      type = field.equals(ArticleTable.BATCH_ID) ? type : type.add(field.name(), field.type());
    }
    for (Field field : List.of(RejectTable.INPUT, RejectTable.POSITION)) {
      type = type.add(field.name(), field.type());
    }
    for (Field field : REJECT_ONLY) {
      type = type.add("r_" + field.name(), field.type());
    }
    return type;
  }

  /** A share of a file's records. */
  private record Part(InputFile file, int share, int shares) implements Serializable {}

  /** One task a share, those of small files together. */
  private JavaRDD<Part> parts(List<InputFile> files) {
    List<Part> parts = new ArrayList<>();
    for (InputFile file : files) {
      int shares = (int) Math.min(MOST_SHARES, 1 + file.bytes() / BYTES_PER_TASK);
      shares = Math.min(shares, context().defaultParallelism());
      for (int share = 0; share < shares; share++) {
        parts.add(new Part(file, share, shares));
      }
    }
    return context().parallelize(parts, tasks(files, parts.size()));
  }

  private int tasks(List<InputFile> files, int most) {
    long bytes = files.stream().mapToLong(InputFile::bytes).sum();
    long tasks = Math.min(MOST_TASKS, context().defaultParallelism() + bytes / BYTES_PER_TASK);
    return (int) Math.max(1, Math.min(most, tasks));
  }

  private JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }

  static InputStream open(InputFile file, Configuration conf) throws IOException {
    Path path = new Path(file.path());
    return InputFiles.open(path.getFileSystem(conf), path);
  }

  static String hash(InputFile file, Configuration conf) {
    try (InputStream in = open(file, conf)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      // It will be a reject, and is read again next time.
      return "";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads one share of a file's outcomes. */
  private interface PartReader {
    Iterator<Interpreter.Outcome> read(Part part);
  }

  /** All rows of all shares of a partition, one file open at a time. */
  private static final class Flat implements Iterator<Row> {
    private final Iterator<Part> parts;
    private final PartReader reader;
    private Iterator<Interpreter.Outcome> outcomes = List.<Interpreter.Outcome>of().iterator();
    private Part part;

    Flat(Iterator<Part> parts, PartReader reader) {
      this.parts = parts;
      this.reader = reader;
    }

    @Override
    public boolean hasNext() {
      while (!outcomes.hasNext() && parts.hasNext()) {
        part = parts.next();
        outcomes = reader.read(part);
      }
      return outcomes.hasNext();
    }

    @Override
    public Row next() {
      return row(part.file().name(), outcomes.next());
    }
  }
}
