package org.marsad.topic;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.SparseVector;

/**
 * The stories that topics are learnt from, as points in the latent space; those without any known
 * term are left out.
 */
record Sample(List<String> ids, float[][] points) implements Serializable {

  static Sample of(Blocks blocks, LatentSpace space) {
    List<String> ids = new ArrayList<>();
    List<float[]> points = new ArrayList<>();
    try (Shared<LatentSpace> shared = blocks.share(space)) {
      blocks.each(
          LatentSpace.BLOCKS,
          block -> of(block, shared.value()),
          (i, part) -> {
            ids.addAll(part.ids());
            points.addAll(List.of(part.points()));
          });
    }
    return new Sample(ids, points.toArray(float[][]::new));
  }

  private static Sample of(Blocks.Block block, LatentSpace space) {
    List<String> ids = new ArrayList<>();
    List<float[]> points = new ArrayList<>();
    for (int i = 0; i < block.size(); i++) {
      SparseVector story = block.vectors().get(i);
      if (story.numNonzeros() > 0) {
        ids.add(block.ids().get(i));
        points.add(space.point(story));
      }
    }
    return new Sample(ids, points.toArray(float[][]::new));
  }
}
