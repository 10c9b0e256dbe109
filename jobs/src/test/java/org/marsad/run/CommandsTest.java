package org.marsad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandsTest {
  @Test
  void aDiskThatTakesNothingIsNoBug() {
    assertTrue(fault("No space left on device").startsWith("the disk is full"));
    assertTrue(fault("Mkdirs failed to create file:/w/runs").startsWith("the disk fails"));
    assertTrue(fault("/w/.lock (Read-only file system)").startsWith("the disk fails"));
    assertEquals(Optional.empty(), Commands.diskFault(new IOException("another")));
  }

  private static String fault(String said) {
    return Commands.diskFault(new IllegalStateException(new IOException(said + "\n\tat x"))).get();
  }
}
