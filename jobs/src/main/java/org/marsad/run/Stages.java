package org.marsad.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Times the stages of a run, some of which run beside others, and tells of them. */
final class Stages {
  private final Console console;
  private final Map<String, Double> seconds = Collections.synchronizedMap(new LinkedHashMap<>());

  Stages(Console console) {
    this.console = console;
  }

  <T> T timed(String stage, Callable<T> work) throws Exception {
    seconds.putIfAbsent(stage, 0.0);
    long start = System.nanoTime();
    T result = console.during(stage, work);
    double took = (System.nanoTime() - start) / 1e9;
    seconds.merge(stage, took, Double::sum);
    console.say("%-20s %6.1f s", stage, took);
    return result;
  }

  /** Seconds by stage, in the order in which they began. */
  Map<String, Double> seconds() {
    return seconds;
  }
}
