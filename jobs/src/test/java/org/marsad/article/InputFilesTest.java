package org.marsad.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.arabic.ArabicDates;

class InputFilesTest {
  @TempDir Path dir;

  private List<InputFile> list(LocalDate option, String... inputs) {
    return new InputFiles(new Configuration(), ArabicDates.bundled(), option, "مصدر")
        .list(List.of(inputs));
  }

  private void write(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2016-05-04T12:00:00Z")));
  }

  private FileHints hints(LocalDate option) {
    return list(option, dir.toString()).get(0).hints();
  }

  @Test
  void dateComesFromSideCarsThenTheOptionThenThePathThenTheFile() throws IOException {
    write("x/a.txt", "");
    assertEquals(
        new FileHints("مصدر", "", LocalDate.of(2016, 5, 4), DateOrigin.FILE_TIME), hints(null));
    Files.move(dir.resolve("x"), dir.resolve("2017-09-14"));
    assertEquals(DateOrigin.PATH, hints(null).dateOrigin());
    assertEquals(LocalDate.of(2017, 9, 14), hints(null).date());
    LocalDate option = LocalDate.of(2017, 9, 15);
    assertEquals(new FileHints("مصدر", "", option, DateOrigin.OPTION), hints(option));
    write("2017-09-14/_meta.json", "{\"source\": \"الغد\", \"date\": \"16/9/2017\"}");
    assertEquals(
        new FileHints("الغد", "", LocalDate.of(2017, 9, 16), DateOrigin.SIDECAR), hints(option));
    write("2017-09-14/a.txt.meta.json", "{\"category\": \"رياضة\", \"date\": \"١٧ أيلول ٢٠١٧\"}");
    assertEquals(
        new FileHints("الغد", "رياضة", LocalDate.of(2017, 9, 17), DateOrigin.SIDECAR),
        hints(option));
  }

  @Test
  void aFileThatKeepsNoTimeIsOfTheDayItIsRead() throws IOException {
    write("a.txt", "");
    Files.setLastModifiedTime(dir.resolve("a.txt"), FileTime.fromMillis(0));
    LocalDate before = LocalDate.now(ZoneOffset.UTC);
    FileHints hints = hints(null);
    assertEquals(DateOrigin.FILE_TIME, hints.dateOrigin());
    assertTrue(!hints.date().isBefore(before), hints.toString());
  }

  @Test
  void aFilesOwnNameIsNoGlob() throws IOException {
    write("news[1].txt", "");
    write("news1.txt", "");
    String name = dir.resolve("news[1].txt").toString();
    assertEquals(List.of(name), list(null, name).stream().map(InputFile::name).toList());
  }

  @Test
  void directoriesAndGlobsAreListedOnceWithoutHiddenFiles() throws IOException {
    for (String name :
        List.of("b.txt", "a/c d.jsonl", "a/خبر.csv", ".h.txt", "_SUCCESS", "a/_t/x")) {
      write(name, "");
    }
    String root = dir.toString();
    List<String> all =
        list(null, root, root + "/*.txt", root + "/a").stream()
            .map(f -> f.name().substring(root.length() + 1))
            .toList();
    assertEquals(List.of("a/c d.jsonl", "a/خبر.csv", "b.txt"), all);
  }

  @Test
  void emptyDirectoryHasNoFiles() {
    assertEquals(List.of(), list(null, dir.toString()));
  }

  @Test
  void pathsThatCannotBeListedAreNamed() {
    for (String path : List.of(dir + "/nowhere", dir + "/*.txt", "nosuch://host/a", dir + "/[a")) {
      var e = assertThrows(IllegalArgumentException.class, () -> list(null, path));
      assertTrue(e.getMessage().contains(path), e.getMessage());
      assertEquals(1, e.getMessage().lines().count());
    }
  }

  @Test
  void aBrokenSideCarKeepsItsFilesBackAndNoOthers() throws IOException {
    write("x/a.txt", "");
    write("x/b.txt", "");
    write("x/b.txt.meta.json", "[]");
    write("y/c.txt", "");
    write("y/_meta.json", "{\"date\": ");
    List<InputFile> files = list(null, dir.toString());
    assertEquals(3, files.size());
    assertEquals(null, files.get(0).fault());
    for (int i = 1; i < 3; i++) {
      assertEquals(RejectReason.BAD_SIDECAR, files.get(i).fault().reason());
      assertTrue(files.get(i).fault().detail().contains("meta.json is no JSON"), "names it");
    }
    write("y/_meta.json", " ".repeat(2 << 20));
    assertTrue(list(null, dir.toString()).get(2).fault().detail().contains("larger"), "too large");
  }

  @Test
  void aNameMayHoldAColon() throws IOException {
    write("2017-09-14T02:00.txt", "");
    write("2017-09-14T02:00.txt.meta.json", "{\"source\": \"الغد\"}");
    assertEquals("الغد", hints(null).source());
  }

  @Test
  void thousandsOfFilesAreListedQuickly() throws IOException {
    for (int i = 0; i < 3000; i++) {
      Files.createFile(dir.resolve(i + ".txt"));
    }
    assertEquals(3000, list(null, dir.toString()).size());
  }

  @Test
  void namesFromOutsideHoldNothingThatATerminalObeys() throws IOException {
    write("a\u001B[31m.txt", "");
    write("_meta.json", "{\"source\": \"\\u001b[31mالغد\\n\"}");
    InputFile file = list(null, dir.toString()).get(0);
    assertEquals("[31mالغد", file.hints().source());
    assertTrue(file.name().endsWith("a\uFFFD[31m.txt"), file.name());
  }
}
