import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/**
 * HDFS in one process: a name node and three data nodes, each block on two of them. Arguments: the
 * name node's port and a directory. A line {@code stop N} on standard input stops a data node for
 * good; the end of the input stops all.
 */
public final class MiniHdfs {
  private MiniHdfs() {}

  public static void main(String[] args) throws Exception {
    Configuration conf = new Configuration();
    conf.set("hdfs.minidfs.basedir", args[1]);
    conf.setInt("dfs.replication", 2);
    MiniDFSCluster cluster =
        new MiniDFSCluster.Builder(conf)
            .nameNodePort(Integer.parseInt(args[0]))
            .numDataNodes(3)
            .build();
    cluster.waitActive();
    System.out.println("ready");
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      cluster.stopDataNode(Integer.parseInt(line.replace("stop ", "")));
      System.out.println("stopped data node " + line.replace("stop ", ""));
    }
    cluster.shutdown(true);
    System.exit(0);
  }
}
