package org.marsad.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.Selector;

/**
 * The running text of a page, one paragraph a line.
 *
 * <p>A page is cut into the runs of text between its block elements. Running text is what is long
 * or ends as a sentence does, and is not mostly links: that leaves out menus, lists of headlines,
 * bylines and rights. Within the part that the page itself marks as the article, or else the whole
 * of it, one goes down as long as one child holds nearly all of the running text: there the article
 * stands, and what a page says beside it (cookies, other articles' teasers, comments) does not.
 */
final class MainText {
  private static final int LONG = 60;
  private static final double MOST_LINKED = 0.5;
  private static final double NEARLY_ALL = 0.7;
  private static final String SENTENCE_ENDS = ".؟?!…:»\"";

  /** What holds no article, wherever it stands. */
  private static final Evaluator NEVER =
      Selector.evaluatorOf(
          "script, style, noscript, template, svg, iframe, form, button, select, nav, footer,"
              + " aside, figure, [hidden], [aria-hidden=true], [role=navigation]");

  /** Names of classes and ids, at their begin, that sites give to what stands around an article. */
  private static final Pattern AROUND =
      Pattern.compile(
          "(^|\\s)(related|read-?(more|also)|share|sharing|social|comments?|breadcrumbs?|sidebar|menu|tags"
              + "|newsletter|subscribe|most-?(read|viewed)|trending|cookies?|copyright|advert\\w*)([-_]\\S*)?(\\s|$)",
          Pattern.CASE_INSENSITIVE);

  /** The marks of an article; what holds one is not around it. */
  private static final String ARTICLE = "[itemprop=articleBody], article";

  private MainText() {}

  /** A run of text between the borders of blocks. */
  private record Block(Element within, String text) {}

  /**
   * The main text, or an empty string.
   *
   * @param title left out where it stands again as a paragraph
   */
  static String of(Document page, String title) {
    List<Block> blocks = blocks(page.body());
    Map<Element, Integer> lengths = new HashMap<>();
    for (Block block : blocks) {
      for (Element e = block.within(); e != null; e = e.parent()) {
        lengths.merge(e, block.text().length(), Integer::sum);
      }
    }
    Element article = descend(scope(page, lengths), lengths);
    List<String> paragraphs = new ArrayList<>();
    for (Block block : blocks) {
      boolean inside = block.within().equals(article) || block.within().parents().contains(article);
      if (inside && !block.text().equals(title)) {
        paragraphs.add(block.text());
      }
    }
    return String.join("\n", paragraphs);
  }

  /** The longest element marked as article, if it holds half of the text; else the body. */
  private static Element scope(Document page, Map<Element, Integer> lengths) {
    Element longest = page.body();
    int length = lengths.getOrDefault(page.body(), 0) / 2;
    for (Element marked : page.select(ARTICLE)) {
      int own = lengths.getOrDefault(marked, 0);
      if (own > length) {
        longest = marked;
        length = own;
      }
    }
    return longest;
  }

  private static Element descend(Element from, Map<Element, Integer> lengths) {
    Element at = from;
    while (true) {
      Element next = null;
      for (Element child : at.children()) {
        boolean holdsBlocks = child.children().stream().anyMatch(lengths::containsKey);
        if (holdsBlocks && lengths.get(child) >= NEARLY_ALL * lengths.get(at)) {
          next = child;
        }
      }
      if (next == null) {
        return at;
      }
      at = next;
    }
  }

  private static List<Block> blocks(Element body) {
    Runs runs = new Runs();
    NodeTraversor.filter(runs, body);
    return runs.blocks;
  }

  private static boolean around(Element element) {
    return (AROUND.matcher(element.className()).find() || AROUND.matcher(element.id()).find())
        && element.selectFirst(ARTICLE) == null;
  }

  /** Collects the runs of text in the order of the page. */
  private static final class Runs implements NodeFilter {
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private int linked;
    private int links;

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode text) {
        String words = text.getWholeText().replaceAll("\\s+", " ");
        run.append(words);
        linked += links > 0 ? words.length() : 0;
      } else if (node instanceof Element element) {
        if (element.isBlock()) {
          flush(element.parent());
        }
        // The body itself may be called after what a page has.
        if (element.is(NEVER) || (depth > 0 && around(element))) {
          return FilterResult.SKIP_ENTIRELY;
        }
        links += element.normalName().equals("a") ? 1 : 0;
        if (element.normalName().equals("br")) {
          run.append('\n');
        }
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        links -= element.normalName().equals("a") ? 1 : 0;
        if (element.isBlock()) {
          flush(element);
        }
      }
      return FilterResult.CONTINUE;
    }

    private void flush(Element within) {
      String text = run.toString().strip();
      boolean sentence =
          !text.isEmpty() && SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
      if ((text.length() >= LONG || sentence) && linked < MOST_LINKED * text.length()) {
        blocks.add(new Block(within, text));
      }
      run.setLength(0);
      linked = 0;
    }
  }
}
