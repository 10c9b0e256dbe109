package org.marsad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What the job's jar holds, once it is built. */
class JarContentsIT {
  private static final Path JAR = Warehouses.home().resolve("jobs/target/marsad.jar");

  @Test
  void theJarHoldsNothingThatSparkBrings() throws IOException {
    List<String> foreign =
        names().stream()
            .filter(n -> n.endsWith(".class"))
            .filter(n -> n.matches("(org/apache|scala|com/fasterxml|com/ibm|org/slf4j)/.*"))
            .toList();
    assertEquals(List.of(), foreign);
  }

  @Test
  void theJarIsSmallAndCarriesTheLexiconAndTheLicences() throws IOException {
    assertTrue(Files.size(JAR) < 20_000_000, "bytes: " + Files.size(JAR));
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (String name :
          List.of(
              "lexicon/entities.tsv", "lexicon/forms.tsv", "META-INF/LICENSE", "META-INF/NOTICE")) {
        assertNotNull(jar.getEntry(name), name);
      }
    }
  }

  private static List<String> names() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      return jar.stream().map(java.util.zip.ZipEntry::getName).toList();
    }
  }
}
