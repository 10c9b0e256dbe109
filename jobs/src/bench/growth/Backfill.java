import org.marsad.run.Commands;
import org.marsad.run.Sessions;

/**
 * Reads nights into a warehouse, each as a batch of its own as if it had come in its own night,
 * within one process. Arguments: the warehouse, then a file for each night.
 */
public final class Backfill {
  private Backfill() {}

  public static void main(String[] args) {
    try (Sessions.Session session = Sessions.open()) {
      for (int i = 1; i < args.length; i++) {
        int code = Commands.execute("ingest", "--warehouse", args[0], "--input", args[i]);
        if (code != 0) {
          throw new IllegalStateException(args[i] + ": exit code " + code);
        }
      }
    }
  }
}
