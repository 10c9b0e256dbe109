package org.marsad.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts data, template, style and scripts into one page. */
final class Page {
  private Page() {}

  /**
   * What a page says.
   *
   * @param values what the template prints
   * @param data what the script draws
   */
  record Content(Map<String, Object> values, Map<String, Object> data) {}

  /** The whole report. */
  static String of(Content content) throws IOException {
    String charts = resource("echarts/echarts.min.js");
    String script = resource("language.js") + resource("report.js");
    Map<String, Object> all = new LinkedHashMap<>(content.values());
    all.put("data", ScriptJson.of(content.data()));
    all.put("charts", charts);
    all.put("script", script);
    return render("report.peb", all, charts, script);
  }

  /** The whole page over all runs. */
  static String index(Map<String, Object> values) throws IOException {
    String script = resource("language.js");
    Map<String, Object> all = new LinkedHashMap<>(values);
    all.put("script", script);
    return render("index.peb", all, script);
  }

  private static String render(String template, Map<String, Object> values, String... scripts)
      throws IOException {
    values.put("css", resource("report.css"));
    values.put("hashes", Arrays.stream(scripts).map(Page::hash).collect(Collectors.joining(" ")));
    ClasspathLoader loader = new ClasspathLoader(Page.class.getClassLoader());
    loader.setPrefix("report");
    PebbleEngine engine =
        new PebbleEngine.Builder()
            .loader(loader)
            .autoEscaping(true)
            .strictVariables(true)
            .defaultLocale(Locale.ROOT)
            .extension(new PageFunctions())
            .build();
    StringWriter page = new StringWriter();
    engine.getTemplate(template).evaluate(page, values);
    return page.toString();
  }

  /** What the page's own policy lets run: these scripts and no other. */
  private static String hash(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Page.class.getResourceAsStream("/report/" + name)) {
      if (in == null) {
        throw new IOException("the jar lacks report/" + name + ": build it anew");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
