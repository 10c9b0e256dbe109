package org.marsad.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.marsad.article.Reading.BODY;
import static org.marsad.article.Reading.HINTS;
import static org.marsad.article.Reading.TITLE;
import static org.marsad.article.Reading.article;
import static org.marsad.article.Reading.read;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ArticleIdTest {
  private static final String ID = ArticleId.of("src", "http://a.b/c", TITLE, BODY);

  @Provide
  Arbitrary<String> ignored() {
    return Arbitraries.of(
        " ", "\n", "\t", "\u00A0", "،", ".", "\"", "ـ", "َ", "ّ", "ْ", "ٰ", "\u200F", "\u200C",
        "-");
  }

  @Property(tries = 200)
  void spacePunctuationTatweelAndDiacriticsDoNotChangeTheId(
      @ForAll("ignored") String sign, @ForAll int at) {
    int i = Math.floorMod(at, BODY.length());
    String changed = BODY.substring(0, i) + sign + BODY.substring(i);
    assertEquals(ID, ArticleId.of("src", "http://a.b/c", TITLE + sign, changed));
    assertEquals(ArticleId.textKey(BODY), ArticleId.textKey(changed));
  }

  @Property(tries = 100)
  void anyOtherLetterChangesTheId(@ForAll int at) {
    int i = Math.floorMod(at, BODY.length());
    String changed = BODY.substring(0, i) + "ض" + BODY.substring(i);
    assertNotEquals(ID, ArticleId.of("src", "http://a.b/c", TITLE, changed));
  }

  @Test
  void sameAddressWithAnotherSchemeOrASlashIsTheSame() {
    for (String url : List.of("https://a.b/c", "http://www.a.b/c/", " http://a.b/c# ")) {
      assertEquals(ID, ArticleId.of("src", url, TITLE, BODY));
    }
  }

  @Test
  void aPageIsTheSameWhateverCampaignsHangOnItsAddress() {
    for (String url :
        List.of(
            "http://a.b/c?id=1",
            "HTTPS://www.A.b/c?utm_source=x&id=1",
            "http://a.b/c?id=1&fbclid=Z#utm_medium=y")) {
      assertEquals("a.b/c?id=1", ArticleId.page(url));
    }
    assertEquals("a.b/c#top", ArticleId.page("http://a.b/c?utm_source=x#top"));
    assertEquals("a.b?p=7", ArticleId.page("http://a.b?p=7"));
    for (String none : Arrays.asList("http://a.b/?utm_source=x", "a.b", "", null)) {
      assertNull(ArticleId.page(none));
    }
  }

  @Test
  void otherSourceAddressHeadlineOrTextIsAnotherArticle() {
    HashSet<String> ids = new HashSet<>();
    ids.add(ID);
    ids.add(ArticleId.of("other", "http://a.b/c", TITLE, BODY));
    ids.add(ArticleId.of("src", "http://a.b/d", TITLE, BODY));
    ids.add(ArticleId.of("src", "http://a.b/c", TITLE + " غدا", BODY));
    ids.add(ArticleId.of("src", "http://a.b/c", TITLE, BODY + " غدا"));
    assertEquals(5, ids.size());
  }

  @Test
  void fileFormatMarkupAndDirectoryDoNotChangeTheId() {
    String id = article(Map.of("title", TITLE, "text", BODY)).articleId();
    assertEquals(id, article("a.txt", TITLE + "\n" + TITLE + "\n\n" + BODY).articleId());
    assertEquals(id, article("b.csv", "text;title\n" + BODY + ";" + TITLE).articleId());
    assertEquals(id, article(Map.of("title", TITLE, "body", "<p>" + BODY + "</p>")).articleId());
    FileHints hints = new FileHints("", "x", LocalDate.of(2001, 1, 1), DateOrigin.SIDECAR);
    byte[] text = Reading.utf8(TITLE + "\n" + BODY);
    assertEquals(id, article(read("c.txt", text, FieldNames.known(), hints)).articleId());
    byte[] other = (TITLE + "\r\n" + BODY).getBytes(Encodings.WINDOWS_1256);
    assertEquals(id, article(read("d.txt", other, FieldNames.known(), HINTS)).articleId());
  }

  @Test
  void thePaperToldBesideAFileIsTheSourceOfWhatNamesNoneAndNoAddress() {
    FileHints hints = new FileHints("الغد", "", HINTS.date(), DateOrigin.FILE_TIME);
    byte[] text = Reading.utf8(TITLE + "\n" + BODY);
    assertEquals(
        ArticleId.of("الغد", "", TITLE, BODY),
        article(read("a.txt", text, FieldNames.known(), hints)).articleId());
    byte[] own = Reading.utf8("text,title,source\n" + BODY + "," + TITLE + ",src\n");
    assertEquals(
        ArticleId.of("src", "", TITLE, BODY),
        article(read("b.csv", own, FieldNames.known(), hints)).articleId());
    byte[] page = Reading.utf8("text,title,url\n" + BODY + "," + TITLE + ",http://a.b/c\n");
    assertEquals(
        ArticleId.of("", "http://a.b/c", TITLE, BODY),
        article(read("c.csv", page, FieldNames.known(), hints)).articleId());
  }
}
