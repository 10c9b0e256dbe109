package org.marsad.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.marsad.arabic.LexiconFiles;
import org.marsad.article.InputFile;
import org.marsad.article.Preview;
import org.marsad.article.RejectReason;
import org.marsad.article.TextAnalysis;

/** Says what would be read, and what would be rejected and why; starts no Spark, writes nothing. */
final class DryRun {
  /** So many files are listed one by one; of more, those with rejects and those of rows unread. */
  private static final int LISTED = 100;

  private static final String ID_ONLY = "message id { optional binary article_id (STRING); }";

  private final Settings settings;
  private final Console console;
  private final Configuration conf = Sessions.hadoop();
  private final Warehouse warehouse;
  private final List<Batch> batches;
  private final Map<LocalDate, Set<String>> stored = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<RejectReason, Tally> rejects = new EnumMap<>(RejectReason.class);

  /** How many records share a reason, and the first of them. */
  private record Tally(long records, String first) {}

  /** Records read, and articles among them. */
  private record Counts(long records, long articles) {
    Counts plus(Counts other) {
      return new Counts(records + other.records, articles + other.articles);
    }
  }

  DryRun(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
    this.warehouse = Warehouse.at(settings.warehouse(), conf);
    this.batches = Store.batches(warehouse);
  }

  /** Tells of all inputs; the exit code that reading them would have. */
  int run() {
    LexiconFiles lexicon = Runner.lexicon(settings.lexicon());
    TextAnalysis.check(lexicon);
    Preview preview = new Preview(conf, Ingest.fieldNames(settings), lexicon);
    List<InputFile> listed = preview.hashed(Ingest.listed(conf, lexicon, settings));
    List<InputFile> fresh = Ingest.fresh(listed, settings.again() ? List.of() : batches, Set.of());
    Set<InputFile> unread = new HashSet<>(fresh);

    console.print("a dry run: nothing is written");
    print("", "records", "articles", "rejects", "file");
    Counts all = new Counts(0, 0);
    long rows = 0;
    int tables = 0;
    boolean each = listed.size() <= LISTED;
    int untold = 0;
    for (InputFile file : listed) {
      if (!unread.contains(file)) {
        untold += told(each, "known", "", "", "", file.name());
        continue;
      }
      Counts counts = read(preview, file);
      all = all.plus(counts);
      if (Preview.footerOnly(file) && counts.records() == 0) {
        long found = preview.rows(file);
        rows += found;
        tables++;
        print("new", number(found), "?", "?", file.name());
      } else {
        long rejected = counts.records() - counts.articles();
        untold +=
            told(
                each || rejected > 0,
                "new",
                number(counts.records()),
                number(counts.articles()),
                number(rejected),
                file.name());
      }
    }
    if (untold > 0) {
      console.print(
          String.format(Locale.ROOT, "and %,d files that are known or without rejects", untold));
    }
    console.print(Ingest.summary(listed, fresh));
    return conclude(all, rows, tables);
  }

  private Counts read(Preview preview, InputFile file) {
    long records = 0;
    long articles = 0;
    for (Iterator<Preview.Found> it = preview.read(file); it.hasNext(); ) {
      Preview.Found found = it.next();
      records++;
      if (found.reason() != null) {
        reject(found.reason(), file, found.position(), found.detail());
      } else if (!taken.add(found.articleId() + " " + found.publishedOn())
          || stored(found.publishedOn()).contains(found.articleId())) {
        reject(RejectReason.REPEATED, file, found.position(), null);
      } else {
        articles++;
      }
    }
    return new Counts(records, articles);
  }

  private void reject(RejectReason reason, InputFile file, long position, String detail) {
    boolean more = detail != null && !detail.equals(reason.meaning());
    String first = file.name() + " " + position + (more ? ": " + oneLine(detail) : "");
    rejects.merge(
        reason, new Tally(1, first), (a, b) -> new Tally(a.records() + b.records(), a.first()));
  }

  private static String oneLine(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() <= 120 ? line : line.substring(0, 119) + "…";
  }

  private int conclude(Counts all, long rows, int tables) {
    long repeated = records(RejectReason.REPEATED);
    long rejected = all.records() - all.articles();
    console.print(Runner.sentence("would read", all.records(), all.articles(), rejected, repeated));
    if (tables > 0) {
      console.print(
          String.format(
              Locale.ROOT,
              "besides, %,d rows in %d Parquet files, counted by their footers: only Spark reads"
                  + " them",
              rows,
              tables));
    }
    rejects.forEach(
        (reason, tally) ->
            console.print(
                String.format(
                    Locale.ROOT,
                    "  %,d %s: %s; the first: %s",
                    tally.records(),
                    reason.code(),
                    reason.meaning(),
                    tally.first())));
    double rate = Runner.rejectRate(all.records(), rejected, repeated);
    return RunCommand.quality(rate, settings, console, "see above");
  }

  private long records(RejectReason reason) {
    return rejects.containsKey(reason) ? rejects.get(reason).records() : 0;
  }

  /** The ids that the store holds for a day. */
  private Set<String> stored(LocalDate day) {
    return stored.computeIfAbsent(day, this::ids);
  }

  private Set<String> ids(LocalDate day) {
    Set<String> ids = new TreeSet<>();
    for (Batch batch : batches) {
      for (FileStatus file : warehouse.list(Store.articles(warehouse, batch, day))) {
        if (file.getPath().getName().endsWith(".parquet")) {
          addIds(file.getPath(), ids);
        }
      }
    }
    return ids;
  }

  private void addIds(Path file, Set<String> ids) {
    Configuration narrow = new Configuration(conf);
    narrow.set(ReadSupport.PARQUET_READ_SCHEMA, ID_ONLY);
    try (ParquetReader<Group> rows =
        ParquetReader.builder(new GroupReadSupport(), file).withConf(narrow).build()) {
      for (Group row = rows.read(); row != null; row = rows.read()) {
        ids.add(row.getString(0, 0));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Prints a line if it is wanted; how many lines were left out. */
  private int told(
      boolean wanted, String state, String records, String articles, String rejects, String file) {
    if (wanted) {
      print(state, records, articles, rejects, file);
    }
    return wanted ? 0 : 1;
  }

  private void print(String state, String records, String articles, String rejects, String file) {
    console.print(
        String.format(
            Locale.ROOT, "%-5s %9s %9s %9s  %s", state, records, articles, rejects, file));
  }

  private static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
