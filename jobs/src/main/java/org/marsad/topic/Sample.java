package org.marsad.topic;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.SparseVector;

/**
 * The stories that topics are learnt from: 65,536, a random sample of more. Those without any known
 * term are left out.
 */
record Sample(List<String> ids, Masses.Story[] stories) implements Serializable {
  /** Blocks of stories. */
  static final int BLOCKS = 8;

  static Sample of(Blocks blocks, Vocabulary vocabulary) {
    List<String> ids = new ArrayList<>();
    List<Masses.Story> stories = new ArrayList<>();
    try (Shared<Vocabulary> shared = blocks.share(vocabulary)) {
      blocks.each(
          BLOCKS,
          block -> of(block, shared.value()),
          (i, part) -> {
            ids.addAll(part.ids());
            stories.addAll(List.of(part.stories()));
          });
    }
    return new Sample(ids, stories.toArray(Masses.Story[]::new));
  }

  private static Sample of(Blocks.Block block, Vocabulary vocabulary) {
    List<String> ids = new ArrayList<>();
    List<Masses.Story> stories = new ArrayList<>();
    for (int i = 0; i < block.size(); i++) {
      SparseVector story = block.vectors().get(i);
      if (story.numNonzeros() > 0) {
        ids.add(block.ids().get(i));
        stories.add(vocabulary.story(story));
      }
    }
    return new Sample(ids, stories.toArray(Masses.Story[]::new));
  }
}
