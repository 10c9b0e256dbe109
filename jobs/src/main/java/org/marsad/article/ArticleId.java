package org.marsad.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Identity of articles: the same article has the same id however often, from wherever and with
 * whatever white space, punctuation or diacritics it is read.
 */
final class ArticleId {
  private static final int ID_BYTES = 10;
  private static final int KEY_BYTES = 16;
  private static final Pattern TRACKING =
      Pattern.compile("(?<=[?&#])(?:utm_\\w+|fbclid|gclid)=[^&#]*&?");

  private ArticleId() {}

  /**
   * The id of an article: a hash of its source and address and of the letters and digits of its
   * title and body.
   *
   * @param source the paper that the record names, or, if it names neither that nor an address, the
   *     one told beside its file
   */
  static String of(String source, String url, String title, String body) {
    String identity =
        letters(source) + '\n' + address(url) + '\n' + letters(title) + '\n' + letters(body);
    return hash(identity, ID_BYTES);
  }

  /** The same for bodies with the same letters and digits in the same order. */
  static String textKey(String body) {
    return hash(letters(body), KEY_BYTES);
  }

  /** Letters and digits alone, without case, diacritics, tatweel and signs. */
  static String letters(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'ء' && c <= 'ي' && c != '\u0640') {
        kept.append(c); // nearly all
      } else if (c != '\u0640' && (Character.isLetterOrDigit(c) || Character.isSurrogate(c))) {
        kept.append(Character.toLowerCase(c));
      }
    }
    return kept.toString();
  }

  /**
   * The address of a page of a site, without what campaigns hang on it; null for the site's own,
   * and for what is no address.
   */
  static String page(String url) {
    if (url == null) {
      return null;
    }
    String plain = TRACKING.matcher(url.strip().toLowerCase(Locale.ROOT)).replaceAll("");
    String address = address(plain.replaceAll("[?&]+(?=#|$)", "").replaceFirst("#+$", ""));
    return address.indexOf('/') > 0 || address.indexOf('?') > 0 ? address : null;
  }

  private static String address(String url) {
    String plain = url.strip().replaceFirst("^https?://(www\\.)?", "").replaceFirst("[/#?]+$", "");
    return plain.toLowerCase(Locale.ROOT);
  }

  private static String hash(String text, int bytes) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
