package org.marsad.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkersTest {

  @Test
  void worksThatNeedNothingOfEachOtherRunAtOnce() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    try (Workers workers = new Workers(2)) {
      workers.start(() -> both.await(10, TimeUnit.SECONDS));
      workers.start(() -> both.await(10, TimeUnit.SECONDS));
      workers.await();
    }
  }

  @Test
  void aWorkBeginsWhenThoseBeforeItAreDone() throws Exception {
    StringBuffer order = new StringBuffer();
    try (Workers workers = new Workers(3)) {
      CountDownLatch go = new CountDownLatch(1);
      var first =
          workers.start(
              () -> {
                go.await();
                return order.append("a");
              });
      workers.after(List.of(first), () -> order.append("b"));
      go.countDown();
      workers.await();
    }
    assertEquals("ab", order.toString());
  }

  @Test
  void aFailureIsToldAsItWasAndNothingBeginsBehindIt() {
    AtomicBoolean ended = new AtomicBoolean();
    AtomicBoolean begun = new AtomicBoolean();
    CountDownLatch failed = new CountDownLatch(1);
    Exception told =
        assertThrows(
            Exception.class,
            () -> {
              try (Workers workers = new Workers(2)) {
                workers.start(
                    () -> {
                      failed.await();
                      Thread.sleep(100);
                      ended.set(true);
                      return null;
                    });
                var broken =
                    workers.start(
                        () -> {
                          throw new IOException("disk");
                        });
                workers.after(
                    List.of(broken),
                    () -> {
                      begun.set(true);
                      return null;
                    });
                try {
                  workers.await();
                } finally {
                  failed.countDown();
                }
              }
            });
    assertEquals(IOException.class, told.getClass());
    assertEquals("disk", told.getMessage());
    assertTrue(ended.get(), "what had begun was waited for");
    assertFalse(begun.get());
  }
}
