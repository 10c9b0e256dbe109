package org.marsad.entity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Makes the pairs of each article and packs them, so that Spark moves some large blocks and not
 * millions of rows. A pair is {@code level << 60 | a << 30 | b}, with entities' codes. A block
 * holds articles: id, story, source, day, number of pairs, and each pair with the article's units
 * that name both. All blocks that may hold a pair have the same part.
 */
final class PairBlocks implements Iterator<Tuple2<Integer, byte[]>> {
  /** Bytes of a pair with its units. */
  static final int PAIR = Long.BYTES + Integer.BYTES;

  /** Bytes that wait, over all parts; a part's block leaves when its share is full. */
  private static final int WAITING = 1 << 25;

  private static final int LEAST_BLOCK = 1 << 14;

  private final Iterator<NamedArticle> articles;
  private final ByteBuffer[] buffers;
  private final int blockSize;
  private final int[] sizes;
  private final ArrayDeque<Tuple2<Integer, byte[]>> ready = new ArrayDeque<>();
  private long[] pairs = new long[256];
  private int n;

  PairBlocks(Iterator<Row> mentions, EntityUnits entities, int parts) {
    Map<String, Integer> codes = new HashMap<>();
    articles = NamedArticle.iterate(mentions, id -> codes.computeIfAbsent(id, entities::code));
    buffers = new ByteBuffer[parts];
    sizes = new int[parts];
    blockSize = Math.max(LEAST_BLOCK, WAITING / parts);
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && articles.hasNext()) {
      NamedArticle article = articles.next();
      n = 0;
      for (Level level : Level.ALL) {
        collect(article, level);
      }
      pack(article);
      if (!articles.hasNext()) {
        for (int part = 0; part < buffers.length; part++) {
          flush(part);
        }
      }
    }
    return !ready.isEmpty();
  }

  @Override
  public Tuple2<Integer, byte[]> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.poll();
  }

  private void flush(int part) {
    ByteBuffer full = buffers[part];
    if (full != null) {
      ready.add(new Tuple2<>(part, Arrays.copyOf(full.array(), full.position())));
      buffers[part] = null;
    }
  }

  /** A pair's hash, in whose upper bits all of the pair's bits take part. */
  static long hash(long pair) {
    return pair * 0x9E3779B97F4A7C15L;
  }

  /** By the uppermost bits: a hash table within a part goes by others. */
  private static int part(long pair, int parts) {
    return (int) ((hash(pair) >>> 32) * parts >>> 32);
  }

  /** Adds the pairs of one level, sorted, each as often as units name both. */
  private void collect(NamedArticle article, Level level) {
    int from = n;
    long[] keys = article.distinct(level);
    for (int i = 0; i < keys.length; i++) {
      for (int j = i + 1; j < keys.length && keys[i] >> 32 == keys[j] >> 32; j++) {
        if (n == pairs.length) {
          pairs = Arrays.copyOf(pairs, n * 2);
        }
        pairs[n++] = (long) level.ordinal() << 60 | (long) (int) keys[i] << 30 | (int) keys[j];
      }
    }
    if (level != Level.ARTICLE) {
      Arrays.sort(pairs, from, n);
    }
  }

  private void pack(NamedArticle article) {
    Arrays.fill(sizes, 0);
    for (int i = 0; i < n; i++) {
      if (i == 0 || pairs[i] != pairs[i - 1]) {
        sizes[part(pairs[i], sizes.length)]++;
      }
    }
    byte[][] texts = {bytes(article.id), bytes(article.story), bytes(article.source)};
    for (int part = 0; part < sizes.length; part++) {
      if (sizes[part] > 0) {
        open(part, texts, article.day);
      }
    }
    for (int i = 0; i < n; ) {
      int end = i + 1;
      while (end < n && pairs[end] == pairs[i]) {
        end++;
      }
      buffers[part(pairs[i], sizes.length)].putLong(pairs[i]).putInt(end - i);
      i = end;
    }
    for (int part = 0; part < sizes.length; part++) {
      if (buffers[part] != null && buffers[part].position() > blockSize) {
        flush(part);
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Makes room for an article's pairs of a part, and writes what stands before them. */
  private void open(int part, byte[][] texts, int day) {
    int size = 2 * Integer.BYTES + sizes[part] * PAIR;
    for (byte[] text : texts) {
      size += Integer.BYTES + text.length;
    }
    ByteBuffer buffer = buffers[part];
    if (buffer == null) {
      buffer = ByteBuffer.allocate(Math.max(size, LEAST_BLOCK));
    } else if (buffer.remaining() < size) {
      int needed = Math.max(buffer.position() + size, buffer.capacity() * 2);
      buffer = ByteBuffer.allocate(needed).put(buffer.flip());
    }
    for (byte[] text : texts) {
      buffer.putInt(text.length).put(text);
    }
    buffers[part] = buffer.putInt(day).putInt(sizes[part]);
  }
}
