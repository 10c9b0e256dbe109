package org.marsad.article;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.marsad.arabic.ArabicDates;
import org.marsad.arabic.LexiconFiles;
import org.marsad.run.Sessions;

/**
 * Reads files of mutated records in every format, and looks that nothing is lost and nothing thrown.
 * What it did is told by the seed alone: {@code FuzzReaders SEED RECORDS [PARQUET_FILES]}.
 *
 * <p>A file is either well formed with hostile cells, and then gives as many outcomes as it has
 * records, or its bytes are damaged besides, and then it gives as many as its lines where a line is
 * a record, and a bounded number elsewhere. Each file is also read in three shares, which must be
 * the whole. The first file that breaks a rule is written to {@code target/fuzz} and ends the run.
 */
public final class FuzzReaders {
  private static final FileHints HINTS =
      new FileHints("", "", LocalDate.of(2017, 9, 13), DateOrigin.FILE_TIME);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_RECORDS = 40;

  private static final String BODY =
      "التقى وزير الدفاع الروسي سيرغي شويغو أمس الرئيس السوري في دمشق، وبحثا التعاون العسكري بين"
          + " البلدين. وقالت وكالة «سانا» إن اللقاء تناول مكافحة الإرهاب في 37 في المئة من البلاد.";

  /** What is put into a cell: controls, escapes of terminals, formulas, markup, half characters. */
  private static final List<String> HOSTILE =
      List.of(
          "\u001B[2J\u001B[31mأحمر\u001B[0m",
          "\u001B]0;title\u0007",
          "\u009B31m",
          "\u0000",
          "\u0007\b\f",
          "\r",
          "\r\n",
          "\n\n",
          "\u0085",
          "\u2028\u2029",
          "\t",
          "\u202E\u2066\u200F",
          "\uFEFF",
          "\uFFFE\uFFFF",
          "\uD83D\uDE00",
          "\uD800",
          "\uDC00",
          "=HYPERLINK(\"http://x\";\"y\")",
          "@SUM(A1)",
          "-1+1|cmd",
          "\"",
          "\"\"\"",
          "'",
          ",",
          ";",
          "\\",
          "\\u0000",
          "\\N",
          "{\"text\":",
          "[[[[",
          "]}",
          "<script>alert(1)</script>",
          "<!--",
          "<p",
          "&lt;/p&gt;&#0;&#xD800;&#1114112;&nbsp;",
          "]]>",
          "${jndi:ldap://x/a}",
          "%s%n%d",
          "../../../etc/passwd",
          "NaN",
          "null",
          "-0",
          "1e999",
          "٠١٢٣",
          "پچژگڤے",
          "ÇáÓáÇã Úáíßã",
          "Ø§Ù„Ø³Ù„Ø§Ù…",
          "ـ".repeat(50),
          "\u064B".repeat(50),
          " ".repeat(50));

  private static final List<String> DAYS =
      List.of("2017-09-14", "14/9/2017", "31/02/2017", "٣٠ شباط ٢٠١٧", "0000-00-00", "1e99", "");

  private final Random random;
  private final ArticleReader reader =
      new ArticleReader(FieldNames.known(), ArabicDates.bundled());
  private final Map<String, Integer> files = new TreeMap<>();
  private final Map<RejectReason, Integer> reasons = new EnumMap<>(RejectReason.class);
  private long records;
  private long articles;
  private long rejects;

  private FuzzReaders(long seed) {
    this.random = new Random(seed);
  }

  private enum Format {
    TXT,
    JSONL,
    JSON,
    CSV,
    RSS,
    ATOM,
    WARC
  }

  /**
   * A file as it is to be read.
   *
   * @param least outcomes that it must give
   * @param most outcomes that it may give
   * @param readable whether its bytes can be unpacked, so that only a fault of ours is unreadable
   */
  private record Sample(String name, byte[] bytes, long least, long most, boolean readable) {}

  public static void main(String[] args) throws IOException {
    long seed = Long.parseLong(args[0]);
    long wanted = Long.parseLong(args[1]);
    long start = System.nanoTime();
    FuzzReaders fuzz = new FuzzReaders(seed);
    while (fuzz.records < wanted) {
      fuzz.one();
    }
    if (args.length > 2) {
      fuzz.parquet(Integer.parseInt(args[2]));
    }
    System.out.printf(
        Locale.ROOT,
        "seed %d: %,d outcomes of %,d files: %,d articles, %,d rejects; nothing lost, nothing"
            + " thrown; %.0f s%n",
        seed,
        fuzz.records,
        fuzz.files.values().stream().mapToInt(Integer::intValue).sum(),
        fuzz.articles,
        fuzz.rejects,
        (System.nanoTime() - start) / 1e9);
    fuzz.files.forEach((kind, n) -> System.out.printf(Locale.ROOT, "  %-24s %,9d files%n", kind, n));
    fuzz.reasons.forEach(
        (reason, n) -> System.out.printf(Locale.ROOT, "  %-24s %,9d rejects%n", reason.code(), n));
  }

  private void one() throws IOException {
    Sample sample = sample();
    try {
      List<Interpreter.Outcome> outcomes = read(sample, 0, 1);
      check(sample, outcomes);
      if (random.nextInt(4) == 0) {
        List<Interpreter.Outcome> parts = new ArrayList<>();
        for (int share = 0; share < 3; share++) {
          parts.addAll(read(sample, share, 3));
        }
        parts.sort(Comparator.comparingLong(Interpreter.Outcome::position));
        must(parts.equals(outcomes), "three shares are another file");
      }
    } catch (RuntimeException | Error e) {
      java.nio.file.Path kept = java.nio.file.Path.of("target/fuzz", sample.name());
      java.nio.file.Files.createDirectories(kept.getParent());
      java.nio.file.Files.write(kept, sample.bytes());
      throw new IllegalStateException(kept + ", after " + records + " records: " + e, e);
    }
  }

  /** Each file thrice: whole, with damaged bytes, and without its end. */
  private void parquet(int n) throws IOException {
    java.nio.file.Path dir = java.nio.file.Files.createTempDirectory("fuzz");
    try (Sessions.Session session = Sessions.open()) {
      SparkSession spark = session.spark();
      Outcomes outcomes = new Outcomes(spark, FieldNames.known(), LexiconFiles.bundled());
      StructType type = StructType.fromDDL("title string, text string, source string, date string");
      for (int i = 0; i < n; i++) {
        List<Row> rows = new ArrayList<>();
        for (int r = 1 + random.nextInt(MOST_RECORDS); r > 0; r--) {
          String title = random.nextInt(20) == 0 ? null : cell("لقاء في دمشق");
          rows.add(RowFactory.create(title, cell(BODY + r), cell("الأفق"), cell("2017-09-14")));
        }
        java.nio.file.Path out = dir.resolve("p" + i);
        spark.createDataFrame(rows, type).coalesce(1).write().parquet(out.toString());
        byte[] whole;
        try (var files = java.nio.file.Files.list(out)) {
          whole =
              java.nio.file.Files.readAllBytes(
                  files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow());
        }
        read(outcomes, dir.resolve("whole" + i + ".parquet"), whole, rows.size(), rows.size());
        read(outcomes, dir.resolve("cut" + i + ".parquet"), Arrays.copyOf(whole, whole.length - 7), 1, 1);
        byte[] damaged = damaged(whole);
        read(outcomes, dir.resolve("damaged" + i + ".parquet"), damaged, 1, 10L * rows.size());
      }
    }
  }

  private void read(
      Outcomes outcomes, java.nio.file.Path file, byte[] bytes, long least, long most)
      throws IOException {
    java.nio.file.Files.write(file, bytes);
    String path = file.toUri().toString();
    InputFile input = new InputFile(path, file.toString(), bytes.length, "", HINTS);
    List<Row> rows =
        outcomes
            .read(List.of(input))
            .selectExpr("article_id IS NULL", "title", "r_reason", "r_detail")
            .collectAsList();
    must(
        rows.size() >= least && rows.size() <= most,
        file + ": " + rows.size() + " outcomes, not " + least + " to " + most);
    for (Row row : rows) {
      records++;
      if (row.getBoolean(0)) {
        rejects++;
        reasons.merge(
            RejectReason.valueOf(row.getString(2).toUpperCase(Locale.ROOT)), 1, Integer::sum);
        must(clean(row.getString(3), "\n\t"), "control in detail");
      } else {
        articles++;
        must(clean(row.getString(1), ""), "control in title");
      }
    }
    files.merge("PARQUET " + file.getFileName().toString().replaceAll("\\d.*", ""), 1, Integer::sum);
  }

  private List<Interpreter.Outcome> read(Sample sample, int share, int shares) {
    InputFile file =
        new InputFile(
            "/in/" + sample.name(), "/in/" + sample.name(), sample.bytes().length, "", HINTS);
    List<Interpreter.Outcome> outcomes = new ArrayList<>();
    reader
        .read(file, () -> new ByteArrayInputStream(sample.bytes()), share, shares)
        .forEachRemaining(outcomes::add);
    return outcomes;
  }

  private void check(Sample sample, List<Interpreter.Outcome> outcomes) {
    long n = outcomes.size();
    must(
        n >= sample.least() && n <= sample.most(),
        n + " outcomes, not " + sample.least() + " to " + sample.most());
    long before = 0;
    for (Interpreter.Outcome o : outcomes) {
      must(o.position() > before, "position " + o.position() + " behind " + before);
      before = o.position();
      must((o.article() == null) != (o.reject() == null), "both or neither");
      if (o.article() != null) {
        articles++;
        check(o.article());
      } else {
        rejects++;
        must(
            !sample.readable() || o.reject().reason() != RejectReason.UNREADABLE,
            "unreadable: " + o.reject().detail());
        reasons.merge(o.reject().reason(), 1, Integer::sum);
        must(clean(o.reject().raw(), "\n\t"), "control in raw");
        must(clean(o.reject().detail(), "\n\t"), "control in detail");
        must(clean(o.reject().source(), ""), "control in a reject's source");
      }
      // Spark must be able to hold it.
      Outcomes.row("/in/" + sample.name(), o);
    }
    records += n;
  }

  private static void check(Article a) {
    must(!a.body().isBlank() && clean(a.body(), "\n\t"), "body");
    for (String cell : List.of(a.title(), a.author(), a.category(), a.source(), a.url())) {
      must(clean(cell, ""), "control or line end in <" + cell + ">");
    }
    must(!a.source().isEmpty() && a.publishedOn() != null && a.words() > 0, "empty: " + a);
    must(a.articleId().matches("[0-9a-f]+"), "id " + a.articleId());
  }

  private static boolean clean(String text, String allowed) {
    return text.chars().noneMatch(c -> Character.isISOControl(c) && allowed.indexOf(c) < 0);
  }

  private static void must(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException(what);
    }
  }

  private Sample sample() throws IOException {
    Format format = Format.values()[random.nextInt(Format.values().length)];
    int n = format == Format.TXT ? 1 : 1 + random.nextInt(MOST_RECORDS);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      rows.add(record(format));
    }
    Charset charset = charset(format);
    byte[] bytes = format == Format.WARC ? archive(rows) : encode(write(format, rows), charset);
    String name = "a." + format.name().toLowerCase(Locale.ROOT);
    String kind = format.name() + " " + (charset == null ? "UTF-8 marked" : charset.name());
    long least = n;
    long most = n;
    if (random.nextInt(3) == 0) {
      bytes = damaged(bytes);
      kind = format + " damaged";
      least = format == Format.TXT ? 1 : 0;
      most = format == Format.TXT ? 1 : 2L * bytes.length + 2;
      if (format == Format.JSONL && StandardCharsets.UTF_8.equals(charset) && ascii(bytes)) {
        least = lines(bytes);
        most = least;
      }
    }
    // What an archive ends within is its framing, which is no record's own.
    boolean readable = format != Format.WARC || !kind.endsWith("damaged");
    if (random.nextInt(3) == 0) {
      bytes = gzip(bytes);
      name += ".gz";
      kind += " gzip";
      if (random.nextInt(3) == 0) {
        bytes = damaged(bytes);
        kind = format + " damaged gzip";
        // What was cut within its header before may be whole for gzip, and empty.
        least = Math.min(least, 1);
        most = 100_000_000;
        readable = false;
      }
    }
    files.merge(kind, 1, Integer::sum);
    return new Sample(name, bytes, least, most, readable);
  }

  /** Whether the file is surely taken for UTF-8: marks and zeros would make it something else. */
  private static boolean ascii(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0 || b == (byte) 0xFF || b == (byte) 0xFE || b == 0x1F) {
        return false;
      }
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("{\"") && text.indexOf('\uFFFD') < 0;
  }

  private static long lines(byte[] bytes) {
    return Arrays.stream(new String(bytes, StandardCharsets.ISO_8859_1).split("\n"))
        .filter(l -> !l.replaceAll("[ \r\t]", "").isEmpty())
        .count();
  }

  private Map<String, Object> record(Format format) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("title", cell("لقاء في دمشق " + random.nextInt(1000)));
    record.put(random.nextBoolean() ? "text" : "body", cell(BODY + " " + random.nextInt(1000)));
    record.put("source", cell("الأفق"));
    record.put("url", cell("http://www.example.com/" + random.nextInt(1000)));
    record.put("date", cell(DAYS.get(random.nextInt(DAYS.size()))));
    record.put("author", cell("كاتب"));
    record.put("category", cell("سياسة"));
    boolean json = format == Format.JSON || format == Format.JSONL;
    if ((json || format == Format.TXT) && random.nextInt(20) == 0) {
      record.put(cell("title"), Arrays.asList(1, null, Map.of("a", List.of(true))));
      record.remove(random.nextBoolean() ? "text" : "body");
    }
    return record;
  }

  /** A cell, in one of six cases with something hostile in it, or in its place. */
  private String cell(String text) {
    StringBuilder cell = new StringBuilder(text);
    while (random.nextInt(6) == 0) {
      String hostile = HOSTILE.get(random.nextInt(HOSTILE.size()));
      switch (random.nextInt(4)) {
        case 0 -> cell.setLength(0);
        case 1 -> cell.insert(0, hostile);
        case 2 -> cell.append(hostile);
        default -> cell.insert(random.nextInt(cell.length() + 1), hostile);
      }
    }
    return cell.toString();
  }

  private String write(Format format, List<Map<String, Object>> rows) throws IOException {
    StringBuilder text = new StringBuilder();
    switch (format) {
      case TXT -> rows.get(0).values().forEach(v -> text.append(v).append('\n'));
      case JSONL -> {
        for (Map<String, Object> row : rows) {
          text.append(JSON.writeValueAsString(row)).append(random.nextInt(9) == 0 ? "\n\n" : "\n");
        }
      }
      case JSON -> {
        boolean array = random.nextBoolean();
        List<String> objects = new ArrayList<>();
        for (Map<String, Object> row : rows) {
          objects.add(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(row));
        }
        text.append(array ? "[" : "")
            .append(String.join(array ? ",\n" : "\n", objects))
            .append(array ? "]" : "");
      }
      case CSV -> {
        text.append("title,text,source,url,date,author,category\n");
        for (Map<String, Object> row : rows) {
          List<String> cells = new ArrayList<>();
          row.values()
              .forEach(v -> cells.add('"' + v.toString().replace("\"", "\"\"") + '"'));
          text.append(String.join(",", cells)).append('\n');
        }
      }
      case RSS -> {
        text.append("<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>")
            .append(xml(cell("الأفق")))
            .append("</title>\n");
        for (Map<String, Object> row : rows) {
          text.append("<item>");
          element(text, "title", row.get("title"));
          element(text, "link", row.get("url"));
          element(text, "pubDate", row.get("date"));
          element(text, "dc:creator", row.get("author"));
          element(text, "category", row.get("category"));
          element(text, "description", row.getOrDefault("text", row.get("body")));
          text.append("</item>\n");
        }
        text.append("</channel></rss>\n");
      }
      case ATOM -> {
        text.append("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>")
            .append(xml(cell("الأفق")))
            .append("</title>\n");
        for (Map<String, Object> row : rows) {
          text.append("<entry><link href=\"").append(xml(row.get("url"))).append("\"/>");
          element(text, "title", row.get("title"));
          element(text, "published", row.get("date"));
          element(text, "content", row.getOrDefault("text", row.get("body")));
          text.append("<author>");
          element(text, "name", row.get("author"));
          text.append("</author></entry>\n");
        }
        text.append("</feed>\n");
      }
      case WARC -> throw new IllegalArgumentException("bytes, no text");
    }
    return text.toString();
  }

  private void element(StringBuilder text, String name, Object cell) {
    String content =
        random.nextInt(3) == 0
            ? "<![CDATA[" + cell.toString().replace("]]>", "]]]]><![CDATA[>") + "]]>"
            : xml(cell);
    text.append('<').append(name).append('>').append(content);
    text.append("</").append(name).append('>');
  }

  private static String xml(Object cell) {
    return cell.toString().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  /**
   * A web archive: what tells of the crawl, then a page for each row, whose hostile cells stand in
   * its HTML as they are. Only what would end a header's line is taken out of the headers.
   */
  private byte[] archive(List<Map<String, Object>> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    record(out, "warcinfo", "", "application/warc-fields", utf8("software: fuzz\r\n"));
    for (Map<String, Object> row : rows) {
      String url = header(row.get("url")).replaceAll("[^\\x21-\\x7E]", "%20");
      String html =
          "<html><head><title>"
              + row.get("title")
              + "</title><meta property=\"article:published_time\" content=\""
              + xml(row.get("date"))
              + "\"></head><body><article><h1>"
              + row.get("title")
              + "</h1><p>"
              + row.getOrDefault("text", row.get("body"))
              + "</p></article></body></html>";
      byte[] page = utf8(html);
      String declared =
          switch (random.nextInt(8)) {
            case 0 -> "application/pdf";
            case 1 -> "text/html; charset=windows-1256";
            case 2 -> "text/html; charset=" + header(cell("utf-8"));
            case 3 -> "text/html";
            default -> "text/html; charset=utf-8";
          };
      int status = random.nextInt(10) == 0 ? 404 : 200;
      String http = "HTTP/1.1 " + status + " OK\r\nContent-Type: " + declared + "\r\n";
      http += "Content-Length: " + page.length + "\r\n\r\n";
      byte[] content = joined(utf8(http), page);
      record(out, "response", url, "application/http; msgtype=response", content);
    }
    return out.toByteArray();
  }

  private static String header(Object cell) {
    return cell.toString().replaceAll("[\\x00-\\x1F\\x7F]", "");
  }

  private static void record(
      ByteArrayOutputStream out, String type, String url, String contentType, byte[] content) {
    String head =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + "\r\nWARC-Record-ID: <urn:uuid:"
            + new java.util.UUID(7, out.size())
            + ">\r\nWARC-Date: 2017-09-14T02:00:00Z\r\n"
            + (url.isEmpty() ? "" : "WARC-Target-URI: " + url + "\r\n")
            + "Content-Type: "
            + contentType
            + "\r\nContent-Length: "
            + content.length
            + "\r\n\r\n";
    out.writeBytes(utf8(head));
    out.writeBytes(content);
    out.writeBytes(utf8("\r\n\r\n"));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Null is UTF-8 behind its mark. */
  private Charset charset(Format format) {
    if (format == Format.WARC) {
      return StandardCharsets.UTF_8;
    }
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1 -> StandardCharsets.UTF_16LE;
      case 2 -> StandardCharsets.UTF_16BE;
      case 3 -> format == Format.TXT ? Encodings.WINDOWS_1256 : StandardCharsets.UTF_8;
      default -> StandardCharsets.UTF_8;
    };
  }

  private static byte[] encode(String text, Charset charset) {
    boolean marked = charset == null || charset.name().startsWith("UTF-16");
    return ((marked ? "\uFEFF" : "") + text)
        .getBytes(charset == null ? StandardCharsets.UTF_8 : charset);
  }

  /** Bytes flipped, cut out, put in, said twice; or the end missing. */
  private byte[] damaged(byte[] bytes) {
    byte[] now = bytes;
    for (int i = 1 + random.nextInt(4); i > 0 && now.length > 1; i--) {
      int from = random.nextInt(now.length);
      int to = from + random.nextInt(Math.min(200, now.length - from) + 1);
      switch (random.nextInt(5)) {
        case 0 -> {
          now = now.clone();
          now[from] ^= (byte) (1 << random.nextInt(8));
        }
        case 1 -> now = joined(Arrays.copyOf(now, from), Arrays.copyOfRange(now, to, now.length));
        case 2 -> {
          byte[] noise = new byte[random.nextInt(20)];
          random.nextBytes(noise);
          now = joined(Arrays.copyOf(now, from), noise, Arrays.copyOfRange(now, from, now.length));
        }
        case 3 -> now = joined(Arrays.copyOf(now, to), Arrays.copyOfRange(now, from, now.length));
        default -> now = random.nextInt(3) == 0 ? Arrays.copyOf(now, from) : now;
      }
    }
    return now;
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
