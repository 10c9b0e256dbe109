package org.marsad.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;

/**
 * A few threads that put one Spark session to several works at once: while one is planned or waits
 * for its last task, the cores are another's. Closing waits for what has begun.
 */
public final class Workers implements AutoCloseable {
  /** So many at once: their shuffles and sorts share one heap. */
  private static final int MOST = 4;

  private final ThreadPoolExecutor pool;
  private final CompletableFuture<Void> failure = new CompletableFuture<>();
  private final List<CompletableFuture<?>> all = new ArrayList<>();

  /** As many threads as Spark has cores, at most four. */
  public Workers(SparkSession spark) {
    this(Math.max(1, Math.min(MOST, spark.sparkContext().defaultParallelism())));
  }

  Workers(int threads) {
    this.pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "marsad-worker");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Does a work when others are done, at once if there are none; not at all if one fails. */
  public <T> CompletableFuture<T> after(Collection<CompletableFuture<?>> others, Callable<T> work) {
    CompletableFuture<T> done =
        CompletableFuture.allOf(others.toArray(CompletableFuture[]::new))
            .thenApplyAsync(
                nothing -> {
                  try {
                    return work.call();
                  } catch (Exception e) {
                    throw new CompletionException(e);
                  }
                },
                pool);
    done.whenComplete(
        (value, error) -> {
          if (error != null) {
            failure.completeExceptionally(error);
          }
        });
    all.add(done);
    return done;
  }

  /** Does a work. */
  public <T> CompletableFuture<T> start(Callable<T> work) {
    return after(List.of(), work);
  }

  /**
   * Waits until all is done.
   *
   * @throws Exception what the first that failed threw, at once
   */
  public void await() throws Exception {
    CompletableFuture<Void> done = CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    try {
      CompletableFuture.anyOf(done, failure).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    pool.getQueue().clear();
    pool.shutdown();
    boolean ended = false;
    while (!ended) {
      try {
        ended = pool.awaitTermination(1, TimeUnit.HOURS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
