package org.marsad.article;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unbescape.html.HtmlEscape;

/**
 * Text out of HTML, as feeds and site exports carry it. Text that only holds a stray {@code <} or
 * {@code &} stays as it is.
 */
final class Html {
  private static final String BLOCK =
      "p|br|div|h[1-6]|li|ul|ol|tr|table|blockquote|section|article|figure|figcaption|hr|header"
          + "|footer|aside|center|dl|dt|dd";
  private static final String INLINE =
      "a|abbr|b|big|em|font|i|iframe|img|small|span|strong|sub|sup|td|th|tbody|thead|u|s|video"
          + "|source|noscript|input|form|button|svg|path|object|embed|param|html|body|meta|link";
  private static final String REST = "(?:\\s[^<>]*|/)?>";

  private static final Pattern BLOCK_TAG = tag("</?(?:" + BLOCK + ")" + REST);
  private static final Pattern INLINE_TAG = tag("</?(?:" + INLINE + ")" + REST);
  private static final Pattern ESCAPED_TAG = tag("&lt;(?:/p|/div|br ?/?)&gt;");

  /** What hides the text behind it, and what ends that. */
  private static final Map<Pattern, Pattern> HIDDEN =
      Map.of(
          tag("<!--"), tag("-->"),
          tag("<script(?:\\s[^<>]*)?>"), tag("</script\\s*>"),
          tag("<style(?:\\s[^<>]*)?>"), tag("</style\\s*>"));

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});");

  private Html() {}

  /** The text without markup: a line break for each tag that ends a line. */
  static String withoutTags(String text) {
    String html = ESCAPED_TAG.matcher(text).find() ? unescaped(text) : text;
    if (html.indexOf('<') < 0) {
      return html;
    }
    String shown = html;
    for (Map.Entry<Pattern, Pattern> hidden : HIDDEN.entrySet()) {
      shown = without(shown, hidden.getKey(), hidden.getValue());
    }
    String lines = BLOCK_TAG.matcher(shown).replaceAll("\n");
    return INLINE_TAG.matcher(lines).replaceAll("");
  }

  /** The text with characters in place of entities such as {@code &nbsp;} and {@code &#8220;}. */
  static String unescaped(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return ENTITY
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(HtmlEscape.unescapeHtml(m.group())));
  }

  private static String without(String html, Pattern begin, Pattern end) {
    Matcher from = begin.matcher(html);
    Matcher to = end.matcher(html);
    StringBuilder shown = new StringBuilder(html.length());
    int at = 0;
    while (from.find(at) && to.find(from.end())) {
      shown.append(html, at, from.start()).append(' ');
      at = to.end();
    }
    return shown.append(html, at, html.length()).toString();
  }

  private static Pattern tag(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }
}
