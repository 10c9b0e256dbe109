package org.marsad.article;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.marsad.arabic.ArabicDates;

/** Reads one file into articles and rejects, one outcome a record. */
final class ArticleReader {
  private final FieldNames names;
  private final Interpreter interpreter;

  ArticleReader(FieldNames names, ArabicDates dates) {
    this.names = names;
    this.interpreter = new Interpreter(names, dates);
  }

  /**
   * A share of the outcomes of a file that is no Parquet, read as they are asked for. To find the
   * records of a file takes far less than to make articles of them, so that several readers do well
   * to go through the same file.
   *
   * @param share which share, from 0
   * @param shares how many there are
   */
  Iterator<Interpreter.Outcome> read(
      InputFile file, StorageStream.Opening source, int share, int shares) {
    Iterator<RawRecord> records = records(file, source);
    return new Iterator<>() {
      private int passed;
      private RawRecord next;

      @Override
      public boolean hasNext() {
        while (next == null && records.hasNext()) {
          RawRecord record = records.next();
          // Where the storage breaks is this reader's own to tell: the others may get further.
          boolean broke = record.reason() != null && record.reason().passing();
          next = passed++ % shares == share || broke ? record : null;
        }
        return next != null;
      }

      @Override
      public Interpreter.Outcome next() {
        if (!hasNext()) {
          throw new NoSuchElementException(file.name());
        }
        RawRecord record = next;
        next = null;
        return interpreter.interpret(record, file.hints());
      }
    };
  }

  /** The outcome of a record that was read elsewhere. */
  Interpreter.Outcome interpret(RawRecord record, FileHints hints) {
    return interpreter.interpret(record, hints);
  }

  private Iterator<RawRecord> records(InputFile file, StorageStream.Opening source) {
    String input = file.name();
    if (file.fault() != null) {
      return one(RawRecord.failed(input, 1, "", file.fault().reason(), file.fault().detail()));
    }
    try {
      Optional<Opened> opened =
          Opened.open(StorageStream.open(source), InputFormat.gzip(file.path()));
      if (opened.isEmpty()) {
        return one(RawRecord.failed(input, 1, "", RejectReason.UNDECODABLE, null));
      }
      return switch (InputFormat.of(file.path(), opened.get().sample())) {
        case JSON_LINES -> new JsonLinesReader(input, opened.get());
        case JSON_DOCUMENT -> new JsonDocumentReader(input, opened.get());
        case CSV -> new CsvReader(input, opened.get(), names);
        case FEED -> new FeedReader(input, opened.get());
        case WEB_ARCHIVE -> new WebArchiveReader(input, opened.get().stream());
        case PLAIN_TEXT -> new PlainTextReader(input, opened.get());
        case PARQUET ->
            one(RawRecord.failed(input, 1, "", RejectReason.UNREADABLE, "compressed Parquet"));
      };
    } catch (IOException e) {
      String said = String.valueOf(e.getMessage());
      return one(RawRecord.failed(input, 1, "", RecordReader.reason(e), said));
    }
  }

  private static Iterator<RawRecord> one(RawRecord record) {
    return List.of(record).iterator();
  }
}
