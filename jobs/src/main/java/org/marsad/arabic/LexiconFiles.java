package org.marsad.arabic;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.stream.Stream;

/**
 * Where rule files come from: the ones packed into the jar under {@code lexicon/}, with a user's
 * own files of the same name in their place.
 *
 * <p>The user's files are read when the object is made, so that it can travel to other machines.
 */
public final class LexiconFiles implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final LexiconFiles BUNDLED = new LexiconFiles("", new HashMap<>());

  private final String origin;
  private final HashMap<String, byte[]> overrides;

  private LexiconFiles(String origin, HashMap<String, byte[]> overrides) {
    this.origin = origin;
    this.overrides = overrides;
  }

  /** The files packed into the jar, as they are. */
  public static LexiconFiles bundled() {
    return BUNDLED;
  }

  /**
   * The bundled files, replaced by those of the same name in {@code directory}.
   *
   * @throws LexiconException if {@code directory} is no readable directory
   */
  public static LexiconFiles with(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new LexiconException(directory.toString(), "is not a directory of lexicon files");
    }
    HashMap<String, byte[]> found = new HashMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new LexiconException(directory.toString(), "cannot be read: " + e.getMessage());
    }
    return new LexiconFiles(directory.toString(), found);
  }

  /** These files with one of them replaced: for tests and for tools that try a rule out. */
  public LexiconFiles replace(String name, byte[] content) {
    HashMap<String, byte[]> changed = new HashMap<>(overrides);
    changed.put(name, content);
    return new LexiconFiles(origin, changed);
  }

  /** Where {@code name} is read from, as an error message should call it. */
  public String where(String name) {
    return origin.isEmpty() || !overrides.containsKey(name)
        ? "lexicon/" + name
        : Path.of(origin, name).toString();
  }

  /** Whether a file of that name exists. */
  public boolean has(String name) {
    return overrides.containsKey(name) || resource(name) != null;
  }

  /**
   * The bytes of a file.
   *
   * @throws LexiconException if there is none of that name
   */
  public InputStream open(String name) {
    byte[] own = overrides.get(name);
    if (own != null) {
      return new ByteArrayInputStream(own);
    }
    InputStream packed = resource(name);
    if (packed == null) {
      throw new LexiconException(where(name), "no such lexicon file");
    }
    return packed;
  }

  private static InputStream resource(String name) {
    return LexiconFiles.class.getResourceAsStream("/lexicon/" + name);
  }
}
