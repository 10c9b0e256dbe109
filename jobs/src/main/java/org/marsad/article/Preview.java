package org.marsad.article;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.Type;
import org.marsad.arabic.ArabicDates;
import org.marsad.arabic.LexiconFiles;

/**
 * Reads input files within this process, as {@link Outcomes} has the workers read them, for a look
 * at what they would give. Of Parquet, which Spark reads, only the footer is looked at.
 */
public final class Preview {
  private final Configuration conf;
  private final FieldNames names;
  private final ArticleReader reader;

  public Preview(Configuration conf, FieldNames names, LexiconFiles lexicon) {
    this.conf = conf;
    this.names = names;
    this.reader = new ArticleReader(names, ArabicDates.load(lexicon));
  }

  /**
   * What a record would become.
   *
   * @param position its place in the file, from 1
   * @param articleId the article's id, or null for a reject
   * @param publishedOn the article's day, or null for a reject
   * @param reason why it would be rejected, or null
   * @param detail what exactly is wrong, or null
   */
  public record Found(
      long position, String articleId, LocalDate publishedOn, RejectReason reason, String detail) {}

  /** The files with the hash of their content. */
  public List<InputFile> hashed(List<InputFile> files) {
    return files.stream().map(file -> file.withHash(Outcomes.hash(file, conf))).toList();
  }

  /** Whether {@link #read} tells of this file no more than faults of the whole. */
  public static boolean footerOnly(InputFile file) {
    return Outcomes.parquet(file);
  }

  /** The records of a file, read as they are asked for. */
  public Iterator<Found> read(InputFile file) {
    if (footerOnly(file)) {
      return faults(file).iterator();
    }
    Iterator<Interpreter.Outcome> outcomes =
        reader.read(file, () -> Outcomes.open(file, conf), 0, 1);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return outcomes.hasNext();
      }

      @Override
      public Found next() {
        return found(outcomes.next());
      }
    };
  }

  /** The rows of a Parquet file that shows no fault, as its footer counts them. */
  public long rows(InputFile file) {
    try (ParquetFileReader footer = footer(file)) {
      return footer.getRecordCount();
    } catch (IOException | RuntimeException e) {
      return 0;
    }
  }

  private List<Found> faults(InputFile file) {
    try (ParquetFileReader footer = footer(file)) {
      List<String> columns =
          footer.getFileMetaData().getSchema().getFields().stream().map(Type::getName).toList();
      return names.hasBody(columns)
          ? List.of()
          : List.of(fault(RejectReason.MISSING_COLUMN, Outcomes.noBody(columns)));
    } catch (IOException | RuntimeException e) {
      return List.of(fault(RejectReason.UNREADABLE, e.getMessage()));
    }
  }

  private ParquetFileReader footer(InputFile file) throws IOException {
    return ParquetRows.open(HadoopInputFile.fromPath(new Path(file.path()), conf));
  }

  private static Found fault(RejectReason reason, String detail) {
    return new Found(1, null, null, reason, detail);
  }

  private static Found found(Interpreter.Outcome outcome) {
    Article a = outcome.article();
    return a != null
        ? new Found(outcome.position(), a.articleId(), a.publishedOn(), null, null)
        : new Found(
            outcome.position(), null, null, outcome.reject().reason(), outcome.reject().detail());
  }
}
