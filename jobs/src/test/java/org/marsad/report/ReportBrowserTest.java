package org.marsad.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.Warehouses;

/** The report of the sample run in a real browser. Pictures of it stay in {@code target/report}. */
@ExtendWith(NeedsChromium.class)
class ReportBrowserTest {
  private static final String HOSTILE =
      "</script><script>alert(1)</script><img src=x onerror=alert(2)>";

  /** What axe finds; a list of its rules, or nothing for all of them. */
  private static final String SERIOUS =
      "async rules => (await axe.run(document, rules ? {runOnly: rules} : {})).violations"
          + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
          + ".map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join(' | '))";

  private static Chromium chromium;
  private static Path report;
  private Chromium.Opened opened;

  @BeforeAll
  static void start() {
    report = Warehouses.sample().resolve("current/report.html");
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void nothingIsComplainedOf() {
    assertEquals(List.of(), opened.complaints());
    opened.page().context().close();
  }

  private Page open(int width) {
    opened = chromium.open(report, width, ColorScheme.LIGHT);
    return opened.page();
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void thePageReadsFromTheRightAndFitsTheScreen(int width) throws IOException {
    Page page = open(width);
    assertEquals("rtl", page.evaluate("getComputedStyle(document.body).direction"));
    assertEquals(
        width, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    assertThat(page.locator("h1")).containsText("مرصد");
    picture(page, "report-" + width);
  }

  @Test
  void arabicLettersAreJoinedByAFontThatHasThem() {
    Page page = open(1280);
    // Joined, the letters of a word are narrower than one by one; a missing glyph joins nothing.
    String width =
        "text => { const c = document.createElement('canvas').getContext('2d');"
            + " c.font = '40px ' + getComputedStyle(document.body).fontFamily;"
            + " return c.measureText(text).width; }";
    double joined = ((Number) page.evaluate(width, "مستشفى")).doubleValue();
    double apart =
        "مستشفى"
            .chars()
            .mapToDouble(
                c -> ((Number) page.evaluate(width, String.valueOf((char) c))).doubleValue())
            .sum();
    assertTrue(joined < 0.9 * apart, joined + " against " + apart);
  }

  @Test
  void theButtonTurnsThePageToEnglishAndBack() {
    Page page = open(1280);
    page.locator("#language").click();
    assertEquals("ltr", page.evaluate("document.documentElement.dir"));
    assertThat(page.locator("#new-title .en")).isVisible();
    assertThat(page.locator("#new-title .ar")).isHidden();
    page.locator("#language").click();
    assertEquals("rtl", page.evaluate("document.documentElement.dir"));
    assertThat(page.locator("#new-title .ar")).isVisible();
  }

  @Test
  void choosingADayAndASourceChangesTheWords() {
    Page page = open(1280);
    Locator words = page.locator("#words tbody");
    String before = words.innerText();
    page.locator("#days button").nth(3).click();
    String otherDay = words.innerText();
    assertNotEquals(before, otherDay);
    String source = choose(page, "source");
    assertNotEquals(otherDay, words.innerText());
    assertThat(page.locator("#who-facet")).containsText(source);
  }

  @Test
  void sourceSectionAndPeriodLeaveOnlyWhatFits() throws IOException {
    Page page = open(1280);
    Locator cited = page.locator("#said cite:visible, #about cite:visible");
    int all = cited.count();
    String section = choose(page, "category");
    assertEquals(0, misfits(page, section, "", "9999"));
    int ofSection = cited.count();
    assertTrue(ofSection < all, "nothing was left out");

    page.locator("#from").selectOption("3");
    page.locator("#to").selectOption("6");
    assertEquals(0, misfits(page, section, day(page, 3), day(page, 6)));
    assertThat(page.locator("#days button")).hasCount(5);
    assertThat(page.locator("#days [aria-pressed=true]")).hasAttribute("data-day", "6");
    assertThat(page.locator("#shown")).not().isEmpty();
    picture(page, "report-filtered");

    // The end before the begin moves the begin.
    page.locator("#to").selectOption("1");
    assertThat(page.locator("#from")).hasValue("1");
    page.locator("#all").click();
    assertThat(page.locator("#all")).isHidden();
    assertEquals(all, cited.count());
    assertEquals(13, page.locator("#days button").count());
  }

  @Test
  void aSourceAndASectionAreChosenTogether() {
    Page page = open(1280);
    String source = choose(page, "source");
    String ofSource = page.locator("#words tbody").innerText();
    int names = page.locator("ol.names > li:visible").count();
    String section = choose(page, "category");
    assertNotEquals(ofSource, page.locator("#words tbody").innerText());
    assertTrue(page.locator("ol.names > li:visible").count() <= names);
    assertThat(page.locator("#words-caption")).containsText(section);
    assertThat(page.locator("#who-facet")).hasText("من " + source + "، " + section);
    assertEquals(0, misfits(page, section, "", "9999"));
    page.locator("#all").click();
    assertThat(page.locator("#source")).hasValue("");
    assertThat(page.locator("#category")).hasValue("");
  }

  /** Chooses the first source or category and returns its name. */
  private static String choose(Page page, String kind) {
    String first = "kind => document.querySelector('#' + kind + ' option:not([value=\"\"])').value";
    String name = (String) page.evaluate(first, kind);
    page.locator("#" + kind).selectOption(name);
    return name;
  }

  private static String day(Page page, int place) {
    String days = "i => JSON.parse(document.getElementById('data').textContent).days[i]";
    return (String) page.evaluate(days, place);
  }

  /**
   * Cited articles that stand in the page and are of another section or day; -1 for none at all.
   */
  private static Object misfits(Page page, String section, String from, String to) {
    return page.evaluate(
        "([section, from, to]) => {"
            + " const all = JSON.parse(document.getElementById('data').textContent).articles;"
            + " const shown = [...document.querySelectorAll('cite[data-article]')]"
            + ".filter(c => !c.closest('[hidden]')).map(c => all[c.dataset.article]);"
            + " return shown.length === 0 ? -1 : shown.filter("
            + "a => a.category !== section || a.date < from || a.date > to).length; }",
        List.of(section, from, to));
  }

  @Test
  void aPairOpensItsPassagesWithBothNamesMarked() {
    Page page = open(1280);
    for (String level : List.of("article", "paragraph", "sentence")) {
      page.locator("#level").selectOption(level);
      page.locator("#pairs tbody button").nth(1).click();
      assertThat(page.locator("#evidence h4"))
          .hasText(page.locator("#pairs tbody button").nth(1).innerText());
      for (Locator passage : page.locator("#evidence blockquote").all()) {
        assertThat(passage.locator("mark")).hasCount(2);
      }
      assertThat(page.locator("#evidence cite").first()).isVisible();
      assertThat(page.locator("#evidence")).isFocused();
    }
  }

  @Test
  void whateverIsNewShowsWhereItStands() {
    Page page = open(1280);
    page.evaluate("document.querySelectorAll('#new details').forEach(d => { d.open = true; })");
    for (String list : List.of(".rising details", ".breaking details")) {
      assertTrue(page.locator("#new " + list).count() > 0, list);
      for (Locator one : page.locator("#new " + list).all()) {
        assertTrue(one.locator("cite").count() > 0, one.innerText());
      }
    }
    assertTrue(page.locator("#new .rising mark").count() > 10);
    assertTrue(page.locator("#new .reprints li").count() > 0);
  }

  @Test
  void aWordOpensASentenceOfItsDayThatHasIt() {
    Page page = open(1280);
    String section = "";
    for (String facet : List.of("", "source", "category")) {
      if (!facet.isEmpty()) {
        page.locator("#all").dispatchEvent("click");
        section = choose(page, facet);
      }
      Locator words = page.locator("#words tbody th button");
      assertEquals(page.locator("#words tbody th").count(), words.count(), facet);
      int all = words.count();
      assertTrue(all > 5, facet);
      for (Locator word : words.all()) {
        Locator where = page.locator("#" + word.getAttribute("aria-controls"));
        assertThat(where).isHidden();
        word.click();
        assertThat(where.locator("cite time")).hasAttribute("datetime", day(page, 11));
      }
      // A word that stands behind clitics alone is not always found again.
      int marked = page.locator("#words mark").count();
      assertTrue(10 * marked >= 9 * all, marked + " of " + all + " in " + facet);
    }
    assertEquals(0, misfits(page, section, "", "9999"));
  }

  @Test
  void theFileIsSmallEnoughForAMail() throws IOException {
    open(1280);
    assertTrue(Files.size(report) < 3_000_000, "bytes " + Files.size(report));
  }

  @Test
  void leavingOutATypeTakesItsLinksAway() {
    Page page = open(1280);
    String places =
        "() => { const names = JSON.parse(document.getElementById('data').textContent).entities;"
            + " return [...document.querySelectorAll('#pairs tbody tr')].filter(row =>"
            + " row.dataset.pair.split(' ').some(id => names[id].type === 'LOCATION')).length; }";
    assertTrue(((Number) page.evaluate(places)).intValue() > 0);
    page.locator("input[name=type][value=LOCATION]").uncheck();
    assertEquals(0, ((Number) page.evaluate(places)).intValue());
    assertTrue(page.locator("#pairs tbody tr").count() > 0);
  }

  @Test
  void theKeyboardReachesContentAndDetails() {
    Page page = open(1280);
    page.keyboard().press("Tab");
    assertEquals("skip", page.evaluate("document.activeElement.className"));
    Locator first = page.locator("#new details").first();
    first.locator("summary").focus();
    page.keyboard().press("Enter");
    assertNotNull(first.getAttribute("open"));
  }

  @Test
  void hostileTitlesSourcesAndAddressesStayText() throws IOException {
    opened = chromium.open(hostileReport(), 1280, ColorScheme.LIGHT);
    Page page = opened.page();
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    page.locator("#days button").first().click();
    assertThat(page.locator("body")).containsText("<script>alert(1)</script>");
    assertEquals(0, page.locator("img").count());
    assertEquals(0, page.locator("a[href^='javascript']").count());
    assertEquals(3, ((Number) page.evaluate("document.scripts.length")).intValue());
  }

  @Test
  void thePageOverAllRunsKeepsHostileLabelsAsText() throws IOException {
    String manifest =
        """
        {"run_id": "%s", "window": {"from": "2017-09-0%s", "to": "2017-09-14"}, "top_topics":
         ["%s", "النفط"], "tables": {"articles": {"rows": 1140}, "stories": {"rows": 912}}}\
        """;
    ObjectMapper json = new ObjectMapper();
    String html =
        RunIndex.render(
            List.of(
                json.readTree(manifest.formatted("20170914T020000", 1, HOSTILE)),
                json.readTree(manifest.formatted(HOSTILE + "\\\" onclick=alert(3)", 3, "x"))),
            "20170914T020000",
            "0");
    Path directory = Files.createTempDirectory(report.getParent().getParent(), "index");
    for (int width : new int[] {1280, 390}) {
      if (opened != null) {
        opened.page().context().close();
      }
      opened =
          chromium.open(
              Files.writeString(directory.resolve("index.html"), html), width, ColorScheme.LIGHT);
      Page page = opened.page();
      assertEquals(
          width, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
      picture(page, "index-" + width);
    }
    Page page = opened.page();
    assertThat(page.locator("#all-runs tbody tr")).hasCount(2);
    assertThat(page.locator("#all-runs tbody tr").first()).containsText("14 سبتمبر 2017");
    assertThat(page.locator("#all-runs tbody")).containsText("<script>alert(1)</script>");
    assertThat(page.locator("#all-runs .badge")).hasCount(1);
    assertEquals(0, page.locator("img, [onclick]").count());
    assertEquals(1, ((Number) page.evaluate("document.scripts.length")).intValue());
    assertEquals("rtl", page.evaluate("document.documentElement.dir"));
    page.locator("#language").click();
    assertEquals("ltr", page.evaluate("document.documentElement.dir"));
    assertThat(page.locator("#all-runs tbody tr").first()).containsText("14 September 2017");
    page.evaluate(axe());
    assertEquals(List.of(), page.evaluate(SERIOUS));
  }

  /** The report of a night whose titles, sources, sections and addresses are all attacks. */
  private static Path hostileReport() throws IOException {
    Path directory = Files.createTempDirectory(report.getParent().getParent(), "hostile");
    StringBuilder lines = new StringBuilder();
    String[] cities = {"دمشق", "موسكو", "أنقرة", "طهران"};
    for (int i = 0; i < 8; i++) {
      lines.append(
          "{\"title\":\"%s قمة %s\",\"source\":\"s%s\",\"cat\":\"c%s\",\"url\":\"javascript:alert(3)//%d\",\"date\":\"2017-09-%02d\",\"body\":\"%s وصل وفد من %s إلى %s لبحث ملف اللاجئين رقم %d.\"}\n"
              .formatted(
                  HOSTILE,
                  cities[i % 4],
                  HOSTILE,
                  HOSTILE,
                  i,
                  13 + i % 2,
                  HOSTILE,
                  cities[i % 4],
                  cities[(i + 1) % 4],
                  i));
    }
    Path input = Files.writeString(directory.resolve("hostile.jsonl"), lines);
    Path warehouse = directory.resolve("warehouse");
    Warehouses.Said said =
        Warehouses.marsad("run", "--input", input.toString(), "--warehouse", warehouse.toString());
    assertEquals(0, said.code(), said.out() + said.err());
    return warehouse.resolve("current/report.html");
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void aScreenReaderFindsNothingSerious(ColorScheme scheme) throws IOException {
    opened = chromium.open(report, 1280, scheme);
    Page page = opened.page();
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    // Each list is written by one template: a few items tell of all, in a third of the time.
    page.evaluate(
        "document.querySelectorAll('ul, ol, dl, tbody, details')"
            + ".forEach(list => [...list.children].slice(4).forEach(item => item.remove()))");
    page.evaluate(axe());
    // The other colours change nothing but colours.
    List<String> rules = scheme == ColorScheme.DARK ? List.of("color-contrast") : null;
    assertEquals(List.of(), page.evaluate(SERIOUS, rules));
    page.setViewportSize(390, 900);
    page.locator("#language").click();
    assertEquals(List.of(), page.evaluate(SERIOUS, rules));
    if (scheme == ColorScheme.DARK) {
      picture(page, "report-dark");
    }
  }

  @Test
  void onPaperOnlyContentIsPrinted() {
    Page page = open(1280);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("#language")).isHidden();
    assertThat(page.locator("#source")).isHidden();
    assertThat(page.locator("#new-title")).isVisible();
  }

  private static String axe() throws IOException {
    try (InputStream in = ReportBrowserTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void picture(Page page, String name) throws IOException {
    Path directory = Files.createDirectories(Warehouses.home().resolve("jobs/target/report"));
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(directory.resolve(name + ".png")));
  }
}
