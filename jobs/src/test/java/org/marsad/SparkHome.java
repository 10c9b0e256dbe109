package org.marsad;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A Spark distribution laid out from the build's own jars, and what its scripts do. */
final class SparkHome {
  private final Path home;

  private SparkHome(Path home) {
    this.home = home;
  }

  /** Links the jars that the job runs on into {@code home/jars}. */
  static SparkHome layOut(Path home) throws IOException {
    Path jars = Files.createDirectories(home.resolve("jars"));
    Path list = Path.of(System.getProperty("marsad.target"), "spark.classpath");
    for (String jar : Files.readString(list).strip().split(File.pathSeparator, -1)) {
      Path link = jars.resolve(Path.of(jar).getFileName());
      if (!Files.isSymbolicLink(link)) {
        Files.createSymbolicLink(link, Path.of(jar));
      }
    }
    return new SparkHome(home);
  }

  /** What a process printed, and its exit code. */
  record Ended(int code, String out, String err) {}

  /** {@code spark-submit} with these arguments. */
  Ended submit(List<String> arguments) throws Exception {
    return submit(arguments, out -> {});
  }

  /** The same, while somebody is shown what it has printed so far, again and again. */
  Ended submit(List<String> arguments, Consumer<String> watcher) throws Exception {
    List<String> ask = new ArrayList<>(List.of("org.apache.spark.launcher.Main"));
    ask.add("org.apache.spark.deploy.SparkSubmit");
    ask.addAll(arguments);
    // The launcher answers with the command to run, as bin/spark-class reads it.
    String answer = run(java(List.of("-Xmx128m"), ask), 60, out -> {}).out();
    List<String> command =
        Arrays.stream(answer.split("\0", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
    return run(command, 600, watcher);
  }

  /** A master and workers of one core and one gigabyte each, on loopback. */
  Cluster cluster(int workers, Path logs) throws Exception {
    Files.createDirectories(logs);
    int port = freePort();
    String url = "spark://127.0.0.1:" + port;
    Cluster cluster = new Cluster(url, new ArrayList<>());
    try {
      cluster.start(this, logs, "master", "org.apache.spark.deploy.master.Master", port);
      awaitOpen(port);
      for (int i = 1; i <= workers; i++) {
        cluster.start(
            this, logs, "worker" + i, "org.apache.spark.deploy.worker.Worker", freePort(), url);
      }
      return cluster;
    } catch (Exception e) {
      cluster.close();
      throw e;
    }
  }

  /** Processes that end with the test. */
  record Cluster(String url, List<Process> processes) implements AutoCloseable {
    void start(SparkHome spark, Path logs, String name, String type, int port, String... more)
        throws IOException {
      List<String> line = new ArrayList<>(List.of(type, "--host", "127.0.0.1", "--port"));
      line.addAll(List.of(String.valueOf(port), "--webui-port", String.valueOf(freePort())));
      if (more.length > 0) {
        line.addAll(List.of("--cores", "1", "--memory", "1g", "--work-dir"));
        line.add(logs.resolve(name).toString());
        line.addAll(List.of(more));
      }
      ProcessBuilder builder = spark.builder(spark.java(List.of("-Xmx256m"), line));
      File log = logs.resolve(name + ".log").toFile();
      processes.add(builder.redirectErrorStream(true).redirectOutput(log).start());
    }

    /** Kills a worker, the first being 1; its executor ends with it. */
    void killWorker(int number) {
      processes.get(number).destroyForcibly();
    }

    /** Kills whatever runs on a worker; true if anything did. */
    boolean killExecutor(int number) {
      return processes.get(number).descendants().filter(ProcessHandle::destroyForcibly).count() > 0;
    }

    @Override
    public void close() {
      for (Process process : processes) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
  }

  private List<String> java(List<String> options, List<String> rest) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", home.resolve("jars") + "/*"));
    command.addAll(rest);
    return command;
  }

  private Ended run(List<String> command, int seconds, Consumer<String> watcher) throws Exception {
    Path out = Files.createTempFile(home, "out", ".txt");
    Path err = Files.createTempFile(home, "err", ".txt");
    Process process =
        builder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      boolean ended = false;
      for (int i = 0; i < seconds * 5 && !ended; i++) {
        ended = process.waitFor(200, TimeUnit.MILLISECONDS);
        watcher.accept(read(out));
      }
      return new Ended(ended ? process.exitValue() : -1, read(out), read(err));
    } finally {
      process.destroyForcibly();
    }
  }

  private ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(home.toFile());
    builder.environment().keySet().removeIf(k -> k.startsWith("SPARK_"));
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME", home.toString(),
                "SPARK_LOCAL_IP", "127.0.0.1",
                "SPARK_SCALA_VERSION", "2.13"));
    return builder;
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitOpen(int port) throws Exception {
    for (int i = 0; i < 300; i++) {
      try (Socket socket = new Socket("127.0.0.1", port)) {
        return;
      } catch (IOException e) {
        Thread.sleep(200);
      }
    }
    throw new IllegalStateException("the master does not answer on port " + port);
  }
}
