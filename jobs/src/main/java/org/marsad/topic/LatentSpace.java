package org.marsad.topic;

import dev.ludovic.netlib.lapack.JavaLAPACK;
import dev.ludovic.netlib.lapack.LAPACK;
import java.io.Serializable;
import java.util.Random;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.netlib.util.intW;

/**
 * The directions in which stories differ most: the right singular vectors of the matrix of stories
 * and terms, by a randomised SVD (N. Halko, P.-G. Martinsson, J. Tropp, "Finding structure with
 * randomness", SIAM Review 53, 2011, algorithm 5.3). MLlib's {@code computeSVD} finds the same
 * directions one after the other, in as many passes over the stories as they number; this needs
 * four.
 */
final class LatentSpace implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Blocks that the directions are learnt from: 65,536 stories, a random sample of more. */
  static final int BLOCKS = 8;

  private static final int LARGEST = 100;
  private static final int SPARE = 10;
  private static final int POWERS = 2;

  /** One row of {@link #width} numbers a term. */
  private final float[] directions;

  private final int width;

  private LatentSpace(float[] directions, int width) {
    this.directions = directions;
    this.width = width;
  }

  int width() {
    return width;
  }

  /** Learns the directions of the stories in some blocks. */
  static LatentSpace of(Blocks blocks, int terms, long stories, long seed) {
    int wide = (int) Math.min(LARGEST + SPARE, Math.min(terms, stories));
    Random random = new Random(seed);
    float[] start = new float[terms * wide];
    for (int i = 0; i < start.length; i++) {
      start[i] = (float) random.nextGaussian();
    }
    LatentSpace space = new LatentSpace(start, wide);
    for (int i = 0; i <= POWERS; i++) {
      space = orthonormal(space.power(blocks, terms), space.width);
    }
    return space.principal(blocks, Math.min(LARGEST, space.width));
  }

  /** A'AQ, A the stories, Q the directions. */
  private float[] power(Blocks blocks, int terms) {
    float[] sum = new float[terms * width];
    try (Shared<LatentSpace> shared = blocks.share(this)) {
      blocks.each(
          BLOCKS,
          block -> shared.value().power(block, terms),
          (i, part) -> {
            for (int j = 0; j < sum.length; j++) {
              sum[j] += part[j];
            }
          });
    }
    return sum;
  }

  private float[] power(Blocks.Block block, int terms) {
    float[] sum = new float[terms * width];
    float[] point = new float[width];
    for (SparseVector story : block.vectors()) {
      project(story, point);
      int[] places = story.indices();
      double[] values = story.values();
      for (int i = 0; i < places.length; i++) {
        float value = (float) values[i];
        int row = places[i] * width;
        for (int j = 0; j < width; j++) {
          sum[row + j] += value * point[j];
        }
      }
    }
    return sum;
  }

  /** The directions turned so that each in turn holds the most of the stories. */
  private LatentSpace principal(Blocks blocks, int kept) {
    double[] gram = new double[width * width];
    try (Shared<LatentSpace> shared = blocks.share(this)) {
      blocks.each(
          BLOCKS,
          block -> shared.value().gram(block),
          (i, part) -> {
            for (int j = 0; j < gram.length; j++) {
              gram[j] += part[j];
            }
          });
    }
    return turn(directions, eigen(gram, width), kept, false);
  }

  private double[] gram(Blocks.Block block) {
    double[] gram = new double[width * width];
    float[] point = new float[width];
    for (SparseVector story : block.vectors()) {
      project(story, point);
      addProducts(point, 0, width, gram);
    }
    return gram;
  }

  /** An orthonormal basis of what the columns span; what they hardly span is left out. */
  private static LatentSpace orthonormal(float[] columns, int wide) {
    double[] gram = new double[wide * wide];
    for (int row = 0; row < columns.length; row += wide) {
      addProducts(columns, row, wide, gram);
    }
    return turn(columns, eigen(gram, wide), wide, true);
  }

  private static void addProducts(float[] values, int from, int wide, double[] gram) {
    for (int i = 0; i < wide; i++) {
      double value = values[from + i];
      for (int j = 0; j <= i; j++) {
        gram[i * wide + j] += value * values[from + j];
      }
    }
  }

  /** Eigenvalues and, one after the other, their vectors; both ascending. */
  private record Eigen(double[] values, double[] vectors) {}

  /** Of a symmetric matrix given by its lower half; plain Java gives the same bits anywhere. */
  private static Eigen eigen(double[] lower, int n) {
    LAPACK lapack = JavaLAPACK.getInstance();
    double[] values = new double[n];
    double[] work = new double[Math.max(1, 40 * n)];
    intW info = new intW(0);
    // Rows of the lower half are columns of the upper.
    lapack.dsyev("V", "U", n, lower, n, values, work, work.length, info);
    if (info.val != 0) {
      throw new IllegalStateException("no eigenvalues of the stories' matrix: " + info.val);
    }
    return new Eigen(values, lower);
  }

  private static LatentSpace turn(float[] columns, Eigen eigen, int most, boolean normalise) {
    int wide = eigen.values().length;
    double largest = Math.max(eigen.values()[wide - 1], 1e-30);
    int kept = 0;
    while (kept < most && eigen.values()[wide - 1 - kept] > 1e-10 * largest) {
      kept++;
    }
    float[] by = new float[wide * kept];
    for (int k = 0; k < kept; k++) {
      int column = wide - 1 - k;
      double scale = normalise ? 1 / Math.sqrt(eigen.values()[column]) : 1;
      for (int i = 0; i < wide; i++) {
        by[i * kept + k] = (float) (eigen.vectors()[column * wide + i] * scale);
      }
    }
    int rows = columns.length / wide;
    float[] turned = new float[rows * kept];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < wide; i++) {
        float value = columns[row * wide + i];
        for (int k = 0; k < kept; k++) {
          turned[row * kept + k] += value * by[i * kept + k];
        }
      }
    }
    return new LatentSpace(turned, kept);
  }

  private void project(SparseVector story, float[] point) {
    java.util.Arrays.fill(point, 0);
    int[] places = story.indices();
    double[] values = story.values();
    for (int i = 0; i < places.length; i++) {
      float value = (float) values[i];
      int row = places[i] * width;
      for (int j = 0; j < width; j++) {
        point[j] += value * directions[row + j];
      }
    }
  }

  /** A story's place among the directions, of length one; all zero if it has none. */
  float[] point(Vector story) {
    float[] point = new float[width];
    project(story.toSparse(), point);
    return SphericalKMeans.unit(point);
  }
}
