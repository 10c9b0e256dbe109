package org.marsad.run;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The version that was built. */
public final class Version {
  private Version() {}

  public static String text() {
    try (InputStream in = Version.class.getResourceAsStream("/marsad.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A hash of all that was built, classes, rules, model and templates, so that two builds of one
   * version are told apart; empty where it cannot be read.
   */
  static String code() {
    CRC32 sum = new CRC32();
    try {
      Path home =
          Path.of(Version.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(home)) {
        try (Stream<Path> files = Files.walk(home)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            String name = home.relativize(file).toString().replace(File.separatorChar, '/');
            CRC32 content = new CRC32();
            content.update(Files.readAllBytes(file));
            add(sum, name, content.getValue());
          }
        }
      } else {
        try (ZipFile jar = new ZipFile(home.toFile())) {
          jar.stream()
              .filter(entry -> !entry.isDirectory())
              .sorted(Comparator.comparing(ZipEntry::getName))
              .forEach(entry -> add(sum, entry.getName(), entry.getCrc()));
        }
      }
      return Long.toHexString(sum.getValue());
    } catch (IOException | URISyntaxException e) {
      return "";
    }
  }

  private static void add(CRC32 sum, String name, long crc) {
    if (!name.startsWith("META-INF/")) {
      sum.update((name + ' ' + crc + '\n').getBytes(StandardCharsets.UTF_8));
    }
  }
}
