package org.marsad.names;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Ids of names that no lexicon row lists: the same name has the same id in every run. */
final class UnknownNames {
  static final String PREFIX = "u-";

  /** Words of a name that are told apart without «بن». */
  private static final int LEAST_PLAIN = 3;

  private UnknownNames() {}

  /** {@code u-} and ten hexadecimal digits of the SHA-256 of the type and the folded name. */
  static String id(EntityType type, List<String> words) {
    List<String> plain = plain(EntityLexicon.joined(words));
    String canonical =
        type + "\t" + plain.stream().map(UnknownNames::spelled).collect(Collectors.joining(" "));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
      StringBuilder id = new StringBuilder(PREFIX);
      for (int i = 0; i < 5; i++) {
        id.append(Character.forDigit((hash[i] >> 4) & 15, 16));
        id.append(Character.forDigit(hash[i] & 15, 16));
      }
      return id.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** «بالحاج» and «بلحاج» are one family of the Maghreb. */
  static String spelled(String word) {
    return word.startsWith("بال") && word.length() > 4 ? "بل" + word.substring(3) : word;
  }

  /** «بدر بن عبدالرحمن السمحان» is «بدر عبدالرحمن السمحان»; «محمد بن سلمان» is not «محمد سلمان». */
  private static List<String> plain(List<String> words) {
    List<String> plain = new ArrayList<>(words);
    plain.subList(1, plain.size()).removeIf("بن"::equals);
    return plain.size() < LEAST_PLAIN ? words : plain;
  }
}
