package org.marsad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marsad.SparkFixture;
import org.marsad.arabic.LexiconFiles;
import org.marsad.article.ArticleTable;
import org.marsad.article.Versions;
import org.marsad.table.Parameters;

/** What a run says of itself says nothing that it should not. */
class ManifestTest {
  @Test
  void theSecretsOfTheSessionAreNotInTheManifest() {
    String secret = "wJalrXUtnFEMI";
    var spark = SparkFixture.spark();
    spark.conf().set("spark.hadoop.fs.s3a.secret.key", secret);
    spark.sparkContext().hadoopConfiguration().set("fs.s3a.secret.key", secret);
    try {
      Settings settings =
          new Settings(
              List.of("s3a://news/"),
              "s3a://marsad/",
              null,
              null,
              0,
              null,
              Map.of(),
              null,
              "",
              false,
              1,
              0,
              null,
              List.of(),
              Parameters.defaults());
      Manifest manifest =
          new Manifest(
              spark,
              settings,
              LexiconFiles.bundled(),
              "v",
              "r",
              new Store.Window(null, null),
              Optional.empty(),
              List.of(),
              List.of(),
              List.of(),
              Versions.of(
                  spark.createDataFrame(List.of(), ArticleTable.STORED.schema()), List.of()),
              Map.of(),
              List.of(),
              settings.parameters());
      assertFalse(manifest.json(Map.of()).contains(secret));
    } finally {
      spark.conf().unset("spark.hadoop.fs.s3a.secret.key");
      spark.sparkContext().hadoopConfiguration().unset("fs.s3a.secret.key");
    }
  }

  @Test
  void whatIsPrintedHoldsNothingThatATerminalObeys() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Console(new PrintStream(out, true, StandardCharsets.UTF_8)).print("a\u001B[31m\nb\u009B");
    assertEquals("a [31m b " + System.lineSeparator(), out.toString(StandardCharsets.UTF_8));
  }
}
