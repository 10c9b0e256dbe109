package org.marsad.article;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;

/**
 * WARC, as crawlers of news write it: one page, one record. What tells of the crawl (requests,
 * metadata, pages met again unchanged) is passed over; it counts for the positions alone.
 */
final class WebArchiveReader extends RecordReader {
  private final String input;
  private final InputStream stream;
  private WarcReader archive;
  private long position;

  WebArchiveReader(String input, Unbroken stream) {
    super(input, stream);
    this.input = input;
    this.stream = stream;
  }

  @Override
  RawRecord read() throws IOException {
    try {
      if (archive == null) {
        archive = new WarcReader(stream);
      }
      Optional<WarcRecord> found = archive.next();
      while (found.isPresent() && !holdsContent(found.get())) {
        position++;
        found = archive.next();
      }
      if (found.isEmpty()) {
        return null;
      }
      RawRecord record = record((WarcCaptureRecord) found.get(), position + 1);
      // Where the file ends within the record's content, it shows here at the latest.
      found.get().body().consume();
      position++;
      return record;
    } catch (EOFException e) {
      throw new IOException("the archive ends within a record", e);
    }
  }

  private static boolean holdsContent(WarcRecord record) {
    return record instanceof WarcResponse || record instanceof WarcResource;
  }

  @Override
  long position() {
    return position;
  }

  @Override
  boolean whole(RawRecord beforeBreak) {
    return true;
  }

  private RawRecord record(WarcCaptureRecord capture, long at) throws IOException {
    String url = capture.headers().first("WARC-Target-URI").orElse("").replaceAll("^<|>$", "");
    String crawled = capture.headers().first("WARC-Date").orElse("");
    MediaType type;
    InputStream body;
    try {
      type = capture.contentType();
      body = capture.body().stream();
      if (capture instanceof WarcResponse response && type.base().equals(MediaType.HTTP)) {
        HttpResponse http = response.http();
        if (http.status() / 100 != 2) {
          return failed(at, url, crawled, "HTTP status " + http.status());
        }
        type = http.contentType();
        body = http.body().stream();
      }
    } catch (ParsingException | IllegalArgumentException e) {
      return failed(at, url, crawled, "its header is broken: " + e.getMessage());
    }
    String base = type.base().toString();
    if (!base.equals("text/html") && !base.equals("application/xhtml+xml")) {
      return failed(at, url, crawled, base);
    }
    return page(at, url, crawled, type.parameters().getOrDefault("charset", ""), body);
  }

  private RawRecord page(long at, String url, String crawled, String declared, InputStream body)
      throws IOException {
    byte[] bytes;
    try {
      // Some crawlers keep pages as they were sent, some unpacked, under the same header.
      bytes = Gzip.open(body, false).readNBytes(Interpreter.BODY_LIMIT + 1);
    } catch (ZipException e) {
      return failed(at, url, crawled, "its content cannot be unpacked: " + e.getMessage());
    }
    if (bytes.length > Interpreter.BODY_LIMIT) {
      return failed(at, url, crawled, RejectReason.TOO_LARGE, "a page above 5 MB");
    }
    Optional<Encodings.Decoded> html = WebPage.decode(bytes, declared);
    if (html.isEmpty()) {
      return failed(at, url, crawled, RejectReason.UNDECODABLE, null);
    }
    Map<String, String> fields =
        new LateFields(() -> WebPage.fields(html.get().text(), url, crawled));
    return RawRecord.of(input, at, url, html.get().charset(), fields);
  }

  private RawRecord failed(long at, String url, String crawled, String detail) {
    return failed(at, url, crawled, RejectReason.NO_PAGE, detail);
  }

  private RawRecord failed(
      long at, String url, String crawled, RejectReason reason, String detail) {
    Map<String, String> known = Map.of("url", url, "date", crawled);
    return new RawRecord(input, at, RawRecord.clip(url), "", known, reason, detail);
  }
}
