package org.marsad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDiskTest {
  @TempDir Path dir;

  private FileSystem disk(Class<? extends FileSystem> kind) throws IOException {
    Configuration conf = new Configuration();
    conf.setClass("fs.file.impl", kind, FileSystem.class);
    return FileSystem.newInstance(URI.create("file:///"), conf);
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve(name)));
  }

  private org.apache.hadoop.fs.Path path(String name) {
    return new org.apache.hadoop.fs.Path(dir.resolve(name).toUri());
  }

  @Test
  void filesAndDirectoriesGetThePermissionsThatHadoopGivesThem() throws IOException {
    try (FileSystem usual = disk(org.apache.hadoop.fs.LocalFileSystem.class);
        FileSystem ours = disk(LocalDisk.class)) {
      usual.create(path("a")).close();
      ours.create(path("b")).close();
      assertEquals(permissions("a"), permissions("b"));
      usual.mkdirs(path("d"));
      ours.mkdirs(path("e/f"));
      assertEquals(permissions("d"), permissions("e/f"));
      ours.setPermission(path("b"), new FsPermission((short) 0640));
      assertEquals("rw-r-----", permissions("b"));
      ours.setPermission(path("e"), new FsPermission((short) 01777));
      assertEquals(01777, ours.getFileStatus(path("e")).getPermission().toShort());
    }
  }

  /** What is opened first stays for the whole process. */
  @Test
  void whoHasNoSessionGetsItToo() throws IOException {
    try (FileSystem disk = FileSystem.newInstance(URI.create("file:///"), Sessions.hadoop())) {
      assertInstanceOf(LocalDisk.class, disk);
    }
  }
}
