import java.lang.reflect.Field;
import org.rapaio.jupyter.kernel.MainApp;
import org.rapaio.jupyter.kernel.channels.Channels;
import org.rapaio.jupyter.kernel.channels.LoopThread;

/**
 * The Java kernel, mended where it is born deaf.
 *
 * <p>In version 3.0.1 each of its three listening threads looks at a flag that its starter sets
 * only after the start, and in a table of handlers that is filled later still. About one start in
 * five loses a race in some thread and then answers nothing for ever. By the time the loss is seen
 * flag and table are set, so the same loop runs in a new thread.
 */
public final class Kernel {
  public static void main(String[] args) throws Exception {
    new Thread(Kernel::mend, "mender").start();
    MainApp.main(args);
  }

  private static void mend() {
    try {
      while (MainApp.kernel.channels() == null) {
        Thread.sleep(50);
      }
      for (String channel : new String[] {"shell", "control", "heartbeat"}) {
        Object listener = value(Channels.class, channel, MainApp.kernel.channels());
        LoopThread loop;
        while ((loop = (LoopThread) value(listener.getClass(), "loopThread", listener)) == null) {
          Thread.sleep(50);
        }
        Thread.sleep(100);
        if (!loop.isAlive()) {
          new Thread(loop, channel + "-mended").start();
        }
      }
    } catch (InterruptedException | ReflectiveOperationException e) {
      throw new IllegalStateException("another version of the kernel? it may not need mending", e);
    }
  }

  private static Object value(Class<?> owner, String name, Object of)
      throws ReflectiveOperationException {
    Field field = owner.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(of);
  }

  private Kernel() {}
}
