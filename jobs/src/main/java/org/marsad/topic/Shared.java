package org.marsad.topic;

import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;

/** Something that all tasks read, released when done with. */
final class Shared<T> implements AutoCloseable, Serializable {
  private static final long serialVersionUID = 1L;
  private final Broadcast<T> broadcast;

  Shared(Broadcast<T> broadcast) {
    this.broadcast = broadcast;
  }

  T value() {
    return broadcast.value();
  }

  @Override
  public void close() {
    broadcast.destroy();
  }
}
