package org.marsad.names;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.marsad.arabic.LexiconException;
import org.marsad.arabic.LexiconFiles;

/**
 * A trained linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) over {@link
 * Tags}: weights of features in bytes, found by a feature's hash. Immutable.
 */
final class NameModel {
  static final String FILE = "names.model";

  private static final int MAGIC = 0x4D4E4D32;
  private static final int L = Tags.COUNT;
  private static final long EMPTY = -1;
  private static final int BIAS = 128;
  private static final int LANES = 4;

  /** So many weights at most add up in 16 bits. */
  private static final int MOST_KNOWN = 0xFFFF / (2 * BIAS);

  private final WordFacts facts;
  private final float[] transitions;
  private final float scale;
  private final int[] keys;
  private final byte[] weights;

  /** Open addressing: a feature's key in the upper half, its number below; or {@link #EMPTY}. */
  private final long[] slots;

  /** One bit in so many for the keys: most features asked for are none of the model's. */
  private final long[] filter;

  private final int filterShift;

  /**
   * The weights again, four longs a feature, each of four tags in 16 bits, with {@link #BIAS} so
   * that none is negative: one addition adds four.
   */
  private final long[] lanes;

  /** Scores at the edge of a sentence, by place. */
  private final float[] edges;

  private NameModel(WordFacts facts, float[] transitions, float scale, int[] keys, byte[] weights) {
    this.facts = facts;
    this.transitions = transitions;
    this.scale = scale;
    this.keys = keys;
    this.weights = weights;
    slots = new long[Integer.highestOneBit(Math.max(8, keys.length)) * 4];
    Arrays.fill(slots, EMPTY);
    int filterBits = Integer.highestOneBit(Math.max(8, keys.length)) * 16;
    filterShift = Integer.numberOfLeadingZeros(filterBits) + 1;
    filter = new long[filterBits / Long.SIZE];
    lanes = new long[keys.length * LANES];
    for (int i = 0; i < keys.length; i++) {
      int slot = keys[i] & (slots.length - 1);
      while (slots[slot] != EMPTY) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = (long) keys[i] << 32 | i;
      int bit = bit(keys[i]);
      filter[bit >>> 6] |= 1L << bit;
      for (int y = 0; y < L; y++) {
        lanes[i * LANES + y / 4] |= (long) (weights[i * L + y] + BIAS) << (y % 4 * 16);
      }
    }
    edges = new float[WordFeatures.PLACES * L];
    Features features = new Features();
    for (int place = 0; place < WordFeatures.PLACES; place++) {
      features.clear();
      features.add(WordFeatures.edge(place));
      addTo(edges, place * L, features);
    }
  }

  private int bit(int key) {
    return (key * 0x9E3779B9) >>> filterShift;
  }

  /** A model that knows no feature: to see words as the trainer does. */
  static NameModel untrained(WordFacts facts) {
    return new NameModel(facts, new float[L * L], 1, new int[0], new byte[0]);
  }

  /**
   * A model out of trained weights.
   *
   * @param rows weights by feature hash, {@code Tags.COUNT} each; of two features whose hashes
   *     share their upper 32 bits the first stays
   */
  static NameModel of(WordFacts facts, float[] transitions, TreeMap<Long, float[]> rows) {
    float max = 1e-6f;
    TreeMap<Integer, float[]> kept = new TreeMap<>();
    for (var e : rows.entrySet()) {
      kept.putIfAbsent((int) (e.getKey() >>> 32), e.getValue());
      for (float w : e.getValue()) {
        max = Math.max(max, Math.abs(w));
      }
    }
    float scale = Math.min(max, 5f) / 127;
    int[] keys = new int[kept.size()];
    byte[] weights = new byte[keys.length * L];
    int i = 0;
    for (var e : kept.entrySet()) {
      keys[i] = e.getKey();
      for (int y = 0; y < L; y++) {
        int q = Math.round(e.getValue()[y] / scale);
        weights[i * L + y] = (byte) Math.max(-127, Math.min(127, q));
      }
      i++;
    }
    return new NameModel(facts, transitions, scale, keys, weights);
  }

  WordFacts facts() {
    return facts;
  }

  int features() {
    return keys.length;
  }

  /** The number of a feature, or -1 if the model knows none such. */
  private int find(int key) {
    int bit = bit(key);
    if ((filter[bit >>> 6] >>> bit & 1) == 0) {
      return -1;
    }
    int slot = key & (slots.length - 1);
    for (long found = slots[slot]; found != EMPTY; found = slots[slot]) {
      if ((int) (found >>> 32) == key) {
        return (int) found;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  private void addTo(float[] sums, int at, Features features) {
    long sum0 = 0;
    long sum1 = 0;
    long sum2 = 0;
    long sum3 = 0;
    int known = 0;
    for (int k = 0; k < features.size; k++) {
      int feature = find((int) (features.hashes[k] >>> 32));
      if (feature >= 0) {
        int row = feature * LANES;
        sum0 += lanes[row];
        sum1 += lanes[row + 1];
        sum2 += lanes[row + 2];
        sum3 += lanes[row + 3];
        if (++known == MOST_KNOWN) {
          spread(sums, at, known, sum0, sum1, sum2, sum3);
          sum0 = 0;
          sum1 = 0;
          sum2 = 0;
          sum3 = 0;
          known = 0;
        }
      }
    }
    spread(sums, at, known, sum0, sum1, sum2, sum3);
  }

  private void spread(float[] sums, int at, int known, long sum0, long sum1, long sum2, long sum3) {
    for (int y = 0; y < L; y++) {
      long four = y < 4 ? sum0 : y < 8 ? sum1 : y < 12 ? sum2 : sum3;
      sums[at + y] += scale * ((int) (four >>> (y % 4 * 16) & 0xFFFF) - BIAS * known);
    }
  }

  /** The sums of a word's weights as seen from each place. */
  float[] scores(WordFeatures.Word word) {
    float[] sums = new float[WordFeatures.PLACES * L];
    Features features = new Features();
    for (int place = 0; place < WordFeatures.PLACES; place++) {
      features.clear();
      WordFeatures.fill(word, place, features);
      addTo(sums, place * L, features);
    }
    return sums;
  }

  /** Where the word of each place stands. */
  static final int[] OFFSETS = {0, -1, 1, -2, 2};

  /** Emission scores of a field's tokens, {@code Tags.COUNT} each. */
  float[] emissions(Field field, List<Match> matches, List<Match> resolved) {
    ContextFeatures context = new ContextFeatures(field, matches, resolved);
    Features features = new Features();
    float[] e = new float[field.size() * L];
    for (int i = 0; i < field.size(); i++) {
      for (int place = 0; place < WordFeatures.PLACES; place++) {
        int j = i + OFFSETS[place];
        if (j < 0
            || j >= field.size()
            || field.tokens.get(j).sentence() != field.tokens.get(i).sentence()) {
          add(edges, place * L, e, i * L);
        } else {
          add(field.words[j].scores, place * L, e, i * L);
        }
      }
      features.clear();
      context.context(i, features);
      context.lexicon(i, features);
      addTo(e, i * L, features);
    }
    return e;
  }

  private static void add(float[] from, int at, float[] to, int there) {
    for (int y = 0; y < L; y++) {
      to[there + y] += from[at + y];
    }
  }

  float[] transitions() {
    return transitions;
  }

  byte[] toBytes() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.write(
          new byte[] {MAGIC >>> 24, (byte) (MAGIC >> 16), (byte) (MAGIC >> 8), (byte) MAGIC});
      try (DataOutputStream out =
          new DataOutputStream(
              new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION)))) {
        facts.write(out);
        for (float t : transitions) {
          out.writeFloat(t);
        }
        out.writeFloat(scale);
        out.writeInt(keys.length);
        for (int key : keys) {
          out.writeInt(key);
        }
        for (int y = 0; y < L; y++) {
          for (int i = 0; i < keys.length; i++) {
            out.writeByte(weights[i * L + y]);
          }
        }
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The model among the lexicon files, or null if it is left out; an empty file leaves it out.
   *
   * @throws LexiconException if the file is no model of this version
   */
  static NameModel read(LexiconFiles files) {
    if (!files.has(FILE)) {
      return null;
    }
    try (InputStream in = files.open(FILE)) {
      byte[] bytes = in.readAllBytes();
      return bytes.length == 0 ? null : read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new LexiconException(
          files.where(FILE), "is no model of this version: train it anew or leave it out");
    }
  }

  static NameModel read(InputStream file) throws IOException {
    if (new DataInputStream(file).readInt() != MAGIC) {
      throw new IOException("no model");
    }
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new InflaterInputStream(file), 1 << 16));
    WordFacts facts = WordFacts.read(in);
    float[] transitions = new float[L * L];
    for (int k = 0; k < transitions.length; k++) {
      transitions[k] = in.readFloat();
    }
    float scale = in.readFloat();
    int n = in.readInt();
    int[] keys = new int[n];
    for (int i = 0; i < n; i++) {
      keys[i] = in.readInt();
    }
    byte[] byTag = new byte[n * L];
    in.readFully(byTag);
    byte[] weights = new byte[n * L];
    for (int y = 0; y < L; y++) {
      for (int i = 0; i < n; i++) {
        weights[i * L + y] = byTag[y * n + i];
      }
    }
    return new NameModel(facts, transitions, scale, keys, weights);
  }
}
