package org.marsad.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StorageStreamTest {
  /** Bytes of which the last do not come. */
  private static InputStream breaking(byte[] bytes) {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      private int left = bytes.length - 10;

      @Override
      public int available() {
        return 0;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
          throw new IOException("connection reset");
        }
        int n = super.read(target, offset, Math.min(length, left));
        left -= n;
        return n;
      }
    };
  }

  @Test
  void whatTheStorageBreaksIsReadAgainAndWhatIsBrokenIsNot() throws IOException {
    String line = Reading.json(Map.of("text", Reading.BODY));
    byte[] bytes = Reading.utf8(line + "\n" + line.replace("text", "body") + "\n");
    List<Interpreter.Outcome> outcomes = Reading.read("a.jsonl", () -> breaking(bytes));
    assertEquals(2, outcomes.size(), () -> outcomes.toString());
    assertEquals(RejectReason.STORAGE, outcomes.get(1).reject().reason());
    var ofOthers = Reading.read("a.jsonl", () -> breaking(bytes), 0, 2);
    assertEquals(
        RejectReason.STORAGE, ofOthers.get(1).reject().reason(), "the break is any reader's");
    var none =
        Reading.read(
            "a.jsonl",
            () -> {
              throw new IOException("permission denied");
            });
    assertEquals(RejectReason.STORAGE, none.get(0).reject().reason());
  }
}
