package org.marsad.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.marsad.article.Reading.BODY;
import static org.marsad.article.Reading.article;
import static org.marsad.article.Reading.articles;
import static org.marsad.article.Reading.gzip;
import static org.marsad.article.Reading.joined;
import static org.marsad.article.Reading.positions;
import static org.marsad.article.Reading.read;
import static org.marsad.article.Reading.reasons;
import static org.marsad.article.Reading.utf8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds, and web archives with the pages in them. */
class WebFormatsTest {
  private static final String ITEM =
      "<item><title>خبر</title><description>" + BODY + "</description></item>";
  private static final String URL = "https://www.almina.example/news/";

  private static byte[] file(String name) {
    try (InputStream in = WebFormatsTest.class.getResourceAsStream("/web/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String name) {
    return new String(file(name), StandardCharsets.UTF_8);
  }

  private static String rss(String items) {
    return "<rss><channel><title>صحيفة الميناء</title>" + items + "</channel></rss>";
  }

  // Feeds

  @Test
  void itemsOfRssAreArticles() {
    List<Interpreter.Outcome> outcomes = read("news.rss", file("news.rss"));
    assertEquals(List.of(1L, 2L, 3L), positions(outcomes));
    assertEquals(List.of(RejectReason.EMPTY_BODY), reasons(outcomes));
    Article first = articles(outcomes).get(0);
    assertEquals("المجلس البلدي يقر توسعة الميناء القديم", first.title());
    assertEquals(
        "أقر المجلس البلدي أمس مشروع توسعة الميناء القديم بكلفة تبلغ أربعين مليون دينار\u00A0على"
            + " ثلاث مراحل.\n"
            + "وقال رئيس المجلس إن العمل يبدأ مطلع العام المقبل & ينتهي خلال عامين.",
        first.body());
    assertEquals("almina.example", first.source());
    assertEquals(URL + "4711?from=rss&page=1", first.url());
    assertEquals("هالة الصباغ", first.author());
    assertEquals("محليات", first.category());
    assertEquals(LocalDate.of(2017, 9, 14), first.publishedOn());
    assertEquals("record", first.dateOrigin());
    Article second = articles(outcomes).get(1);
    assertEquals(
        "افتتح وزير الثقافة معرض الكتاب بمشاركة مئتي دار نشر من اثنتي عشرة دولة عربية.",
        second.body());
    assertEquals(LocalDate.of(2017, 9, 15), second.publishedOn());
  }

  @Test
  void entriesOfAtomAreArticles() {
    List<Article> found = articles(read("news.atom", file("news.atom")));
    assertEquals(2, found.size());
    assertEquals("https://sahel.example/economy/31", found.get(0).url());
    assertEquals("سامر العلي", found.get(0).author());
    assertEquals(LocalDate.of(2017, 9, 14), found.get(0).publishedOn());
    assertEquals(
        "ثبت البنك المركزي سعر الفائدة للمرة الثالثة على التوالي، مخالفاً توقعات المحللين.\n"
            + "ورأى المحافظ أن التضخم في طريقه إلى الانحسار.",
        found.get(0).body());
    assertEquals("وكالة الساحل للأنباء", found.get(1).source());
    assertEquals(LocalDate.of(2017, 9, 13), found.get(1).publishedOn());
  }

  @Test
  void feedIsKnownByItsBeginAndReadPackedAndInTheEncodingsOfArabic() {
    byte[] bytes = file("news.rss");
    List<Article> expected = articles(read("news.rss", bytes));
    assertEquals(expected, articles(read("download", bytes)));
    assertEquals(expected, articles(read("news.xml.gz", gzip(bytes))));
    byte[] narrow = rss(ITEM).getBytes(Encodings.WINDOWS_1256);
    assertEquals(BODY, article("a.xml", narrow).body());
    byte[] wide = ("\uFEFF" + rss(ITEM)).getBytes(StandardCharsets.UTF_16LE);
    assertEquals(BODY, article("a.xml", wide).body());
  }

  @Test
  void mapNamesElementsOfAFeed() {
    FieldNames names = FieldNames.mapping(Map.of("body", "description", "source", "feed"));
    Article first = articles(read("news.rss", file("news.rss"), names, Reading.HINTS)).get(0);
    assertEquals("أقر المجلس البلدي أمس مشروع توسعة الميناء…", first.body());
    assertEquals("صحيفة الميناء - محليات", first.source());
  }

  @Test
  void declaredEntitiesExpandToNothing(@TempDir Path dir) throws IOException {
    Path secret = Files.writeString(dir.resolve("secret"), "كلمة السر التي لا تقرأ");
    StringBuilder laughs = new StringBuilder("<!ENTITY l0 \"ها\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    String doctype =
        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"%s\">%s<!ENTITY %% p SYSTEM"
            + " \"http://127.0.0.1:9/x\"> %%p;]>";
    String feed = doctype.formatted(secret.toUri(), laughs) + rss(ITEM.replace("خبر", "&x;&l29;"));
    Article a = article("a.rss", feed);
    assertEquals("&x;&l29;", a.title());
    assertEquals(BODY, a.body());
  }

  @Test
  void cutFeedKeepsWhatStandsBeforeTheCut() {
    String feed = rss(ITEM + ITEM.replace("خبر", "ثان"));
    for (String cut :
        List.of("</item></channel></rss>", "</description></item></channel></rss>", "</rss>")) {
      List<Interpreter.Outcome> outcomes = read("a.rss", feed.substring(0, feed.indexOf(cut)));
      assertEquals(List.of(RejectReason.BROKEN_FEED), reasons(outcomes));
      assertEquals(cut.equals("</rss>") ? 2 : 1, articles(outcomes).size());
    }
    byte[] packed = gzip(utf8(rss(ITEM.repeat(3) + "<!-- " + "x".repeat(100_000))));
    List<Interpreter.Outcome> outcomes =
        read("a.rss.gz", Arrays.copyOf(packed, packed.length - 12));
    assertEquals(List.of(RejectReason.TRUNCATED), reasons(outcomes));
    assertEquals(3, articles(outcomes).size());
  }

  @Test
  void otherXmlIsOneRejectAndAnEmptyFeedNone() {
    List<Interpreter.Outcome> sitemap = read("a.xml", "<?xml version='1.0'?><urlset></urlset>");
    assertEquals(List.of(RejectReason.BROKEN_FEED), reasons(sitemap));
    assertTrue(sitemap.get(0).reject().detail().contains("<urlset>"));
    assertEquals(List.of(RejectReason.BROKEN_FEED), reasons(read("a.xml", "")));
    assertEquals(List.of(), read("a.rss", rss("")));
  }

  @Test
  void itemThatNeverEndsIsNotHeld() {
    String feed = rss(ITEM + "<item><description>" + "x".repeat(5_100_000));
    List<Interpreter.Outcome> outcomes = read("a.rss", feed);
    assertEquals(1, articles(outcomes).size());
    assertEquals(List.of(RejectReason.TOO_LARGE), reasons(outcomes));
  }

  @Test
  void whatStandsBetweenItemsIsNotHeldWithoutEnd() {
    String between = "<x>" + "y".repeat(2_000_000) + "</x>";
    List<Interpreter.Outcome> outcomes =
        read("a.rss", rss(ITEM + between + ITEM + between + ITEM + between + ITEM));
    assertTrue(articles(outcomes).size() < 4, outcomes.size() + " outcomes");
    assertEquals(List.of(RejectReason.TOO_LARGE), reasons(outcomes));
  }

  // Web archives

  private static byte[] record(String type, String headers, byte[] content) {
    String head =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + "\r\nWARC-Record-ID: <urn:uuid:92283950-ef2f-4d72-b224-f54c6ec90bb0>\r\n"
            + "WARC-Date: 2017-09-20T01:02:03Z\r\n"
            + headers
            + "Content-Length: "
            + content.length
            + "\r\n\r\n";
    return joined(utf8(head), content, utf8("\r\n\r\n"));
  }

  static byte[] response(String path, String httpHead, byte[] page) {
    return record(
        "response",
        "WARC-Target-URI: "
            + URL
            + path
            + "\r\nContent-Type: application/http;msgtype=response\r\n",
        joined(utf8(httpHead + "\r\n\r\n"), page));
  }

  private static byte[] html(String path, byte[] page) {
    return response(path, "HTTP/1.1 200 OK\r\nContent-Type: text/html", page);
  }

  private static byte[] info() {
    return record("warcinfo", "Content-Type: application/warc-fields\r\n", utf8("robots: no\r\n"));
  }

  @Test
  void mainTextOfAPageIsAnArticle() {
    byte[] request =
        record(
            "request",
            "WARC-Target-URI: " + URL + "\r\nContent-Type: application/http;msgtype=request\r\n",
            utf8("GET /news/1 HTTP/1.1\r\nHost: www.almina.example\r\n\r\n"));
    byte[] archive = joined(gzip(info()), gzip(request), gzip(html("1", file("page.html"))));
    List<Interpreter.Outcome> outcomes = read("crawl.warc.gz", archive);
    assertEquals(List.of(3L), positions(outcomes));
    Article a = article(outcomes);
    assertEquals("توقيع اتفاق المياه بين البلدين", a.title());
    assertEquals(
        """
        وقع وزيرا الري في البلدين أمس اتفاقاً لتقاسم مياه النهر ينهي خلافاً دام عشر سنوات.
        وينص الاتفاق على حصة ثابتة لكل بلد في مواسم الجفاف، وعلى لجنة مشتركة تجتمع كل شهر.
        وأبدى المزارعون ارتياحهم.
        وقال نقيب المزارعين: «ننتظر التنفيذ».
        وأضاف أن الموسم المقبل سيكون الاختبار الأول.""",
        a.body());
    assertEquals("almina.example", a.source());
    assertEquals(URL + "1", a.url());
    assertEquals("نادر الخطيب", a.author());
    assertEquals("عربي ودولي", a.category());
    assertEquals(LocalDate.of(2017, 9, 14), a.publishedOn());
  }

  @Test
  void articleMarkedAsOneIsPreferred() {
    String marked =
        text("page.html")
            .replace("<div class=\"story-text\">", "<p>" + BODY + "</p><article><div>")
            .replace("<div class=\"related", "</article><div class=\"related");
    Article a = article("a.warc", html("1", utf8(marked)));
    assertFalse(a.body().contains(BODY), a.body());
    assertTrue(a.body().startsWith("وقع وزيرا الري"), a.body());
  }

  @Test
  void pageOfTheOldKindIsReadInItsEncoding() {
    byte[] page = text("old.html").getBytes(Charset.forName("windows-1256"));
    for (String type : List.of("text/html", "text/html; charset=ISO-8859-1")) {
      Article a =
          article("a.warc", response("1", "HTTP/1.0 200 OK\r\nContent-Type: " + type, page));
      assertEquals("windows-1256", a.charset());
      assertEquals("انقطاع الكهرباء عن ثلاثة أحياء", a.title());
      assertTrue(a.body().endsWith("وإن التيار عاد إلى جميع المشتركين."), a.body());
      assertFalse(a.body().contains("رياضة"), a.body());
      assertEquals(LocalDate.of(2017, 9, 20), a.publishedOn());
    }
  }

  @Test
  void pageThatAScriptFillsIsReadFromWhatItDeclares() {
    Article a = article("a.warc", html("1", file("declared.html")));
    assertEquals("حملة لتنظيف الشواطئ قبل الصيف", a.title());
    assertTrue(a.body().startsWith("أطلقت جمعية حماية البحر"), a.body());
    assertEquals("ليلى مراد", a.author());
    assertEquals(LocalDate.of(2017, 5, 2), a.publishedOn());
  }

  @Test
  void dayOfTheAddressGoesBeforeThatOfTheCrawl() {
    byte[] page = utf8(text("page.html").replaceAll("<meta property=\"article:pub.*", ""));
    Article a = article("a.warc", html("2017/09/12/1.html", page));
    assertEquals(LocalDate.of(2017, 9, 12), a.publishedOn());
    assertEquals("url", a.dateOrigin());
  }

  @Test
  void packedAndChunkedPagesAreRead() {
    byte[] page = file("page.html");
    byte[] packed = gzip(page);
    String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip";
    byte[] chunked =
        joined(utf8(Integer.toHexString(page.length) + "\r\n"), page, utf8("\r\n0\r\n\r\n"));
    byte[] archive =
        joined(
            response("1", head, packed),
            response("2", head, page),
            response(
                "3",
                head.replace("Content-Encoding: gzip", "Transfer-Encoding: chunked"),
                chunked));
    List<Article> found = articles(read("a.warc", archive));
    assertEquals(3, found.size());
    assertEquals(1, found.stream().map(Article::body).distinct().count());
  }

  @Test
  void whatIsNoArticleIsARejectWithItsReason() {
    byte[] archive =
        joined(
            response("1", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html", file("page.html")),
            response("2.jpg", "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg", new byte[900]),
            response("3", "no status", file("page.html")),
            response("3b", "HTTP/1.1 200 OK\r\nContent-Type: \"", file("page.html")),
            html("4", file("front.html")),
            html("5", utf8("<p>" + "The council approved the port's extension. ".repeat(9))),
            html("6", file("page.html")));
    List<Interpreter.Outcome> outcomes = read("a.warc", archive);
    assertEquals(
        List.of(
            RejectReason.NO_PAGE,
            RejectReason.NO_PAGE,
            RejectReason.NO_PAGE,
            RejectReason.NO_PAGE,
            RejectReason.EMPTY_BODY,
            RejectReason.NOT_ARABIC),
        reasons(outcomes));
    assertEquals("HTTP status 404", outcomes.get(0).reject().detail());
    assertEquals("image/jpeg", outcomes.get(1).reject().detail());
    assertEquals("almina.example", outcomes.get(1).reject().source());
    assertEquals(1, articles(outcomes).size());
  }

  @Test
  void cutArchiveGivesThePagesBeforeTheCut() {
    byte[] archive = joined(info(), html("1", file("page.html")), html("2", file("page.html")));
    List<Interpreter.Outcome> plain = read("a.warc", Arrays.copyOf(archive, archive.length - 200));
    assertEquals(1, articles(plain).size());
    assertEquals(List.of(RejectReason.UNREADABLE), reasons(plain));
    assertEquals(List.of(2L, 3L), positions(plain));
    byte[] packed = joined(gzip(info()), gzip(html("1", file("page.html"))));
    byte[] more = joined(packed, gzip(html("2", file("page.html"))));
    List<Interpreter.Outcome> cut = read("a.warc.gz", Arrays.copyOf(more, more.length - 99));
    assertEquals(1, articles(cut).size());
    assertEquals(List.of(RejectReason.TRUNCATED), reasons(cut));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "WARC/1.0\r\n", "WARC/1.0\r\nContent-Length: x\r\n\r\n", "no archive"})
  void fileThatIsNoArchiveIsOneReject(String text) {
    List<Interpreter.Outcome> outcomes = read("a.warc", text);
    assertEquals(0, articles(outcomes).size());
    assertEquals(text.isEmpty() ? 0 : 1, outcomes.size(), outcomes.toString());
  }

  @Test
  void sharesOfAnArchiveAreTheWhole() {
    byte[] archive =
        joined(
            gzip(info()), gzip(html("1", file("page.html"))), gzip(html("2", file("front.html"))));
    List<Interpreter.Outcome> parts = new ArrayList<>(read("a.warc.gz", archive, 0, 2));
    parts.addAll(read("a.warc.gz", archive, 1, 2));
    parts.sort(Comparator.comparingLong(Interpreter.Outcome::position));
    assertEquals(read("a.warc.gz", archive), parts);
  }
}
