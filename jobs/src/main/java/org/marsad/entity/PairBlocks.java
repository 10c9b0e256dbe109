package org.marsad.entity;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Makes the pairs of each article and packs them, so that Spark moves some large blocks and not
 * millions of rows. A pair is {@code level << 60 | a << 30 | b}, with entities' codes. A block
 * holds articles: id, story, source, day, number of pairs, and each pair with the article's units
 * that name both. All blocks that may hold a pair have the same part.
 */
final class PairBlocks implements Iterator<Row> {
  static final StructType BLOCK =
      new StructType().add("part", DataTypes.IntegerType).add("block", DataTypes.BinaryType);

  private static final int BLOCK_SIZE = 1 << 22;

  private final Iterator<NamedArticle> articles;
  private final ByteArrayOutputStream[] buffers;
  private final ArrayDeque<Row> ready = new ArrayDeque<>();

  PairBlocks(Iterator<Row> mentions, EntityUnits entities, int parts) {
    articles = NamedArticle.iterate(mentions, entities::code);
    buffers = new ByteArrayOutputStream[parts];
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && articles.hasNext()) {
      pack(articles.next());
      if (!articles.hasNext()) {
        for (int part = 0; part < buffers.length; part++) {
          flush(part);
        }
      }
    }
    return !ready.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.poll();
  }

  private void flush(int part) {
    if (buffers[part] != null) {
      ready.add(RowFactory.create(part, buffers[part].toByteArray()));
      buffers[part] = null;
    }
  }

  private static int part(long pair, int parts) {
    long hash = pair * 0x9E3779B97F4A7C15L;
    return (int) Math.floorMod(hash ^ (hash >>> 32), (long) parts);
  }

  private void pack(NamedArticle article) {
    long[] pairs = new long[256];
    int n = 0;
    for (Level level : Level.ALL) {
      long[] keys = article.distinct(level);
      for (int i = 0; i < keys.length; i++) {
        for (int j = i + 1; j < keys.length && keys[i] >> 32 == keys[j] >> 32; j++) {
          if (n == pairs.length) {
            pairs = Arrays.copyOf(pairs, n * 2);
          }
          pairs[n++] = (long) level.ordinal() << 60 | (long) (int) keys[i] << 30 | (int) keys[j];
        }
      }
    }
    Arrays.sort(pairs, 0, n);
    pack(article, pairs, n);
  }

  private void pack(NamedArticle article, long[] pairs, int n) {
    int[] sizes = new int[buffers.length];
    for (int i = 0; i < n; i++) {
      if (i == 0 || pairs[i] != pairs[i - 1]) {
        sizes[part(pairs[i], buffers.length)]++;
      }
    }
    try {
      DataOutputStream[] out = new DataOutputStream[buffers.length];
      for (int part = 0; part < out.length; part++) {
        if (sizes[part] > 0) {
          out[part] = open(part);
          header(out[part], article, sizes[part]);
        }
      }
      for (int i = 0; i < n; ) {
        int end = i + 1;
        while (end < n && pairs[end] == pairs[i]) {
          end++;
        }
        DataOutputStream to = out[part(pairs[i], buffers.length)];
        to.writeLong(pairs[i]);
        to.writeInt(end - i);
        i = end;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int part = 0; part < buffers.length; part++) {
      if (buffers[part] != null && buffers[part].size() > BLOCK_SIZE) {
        flush(part);
      }
    }
  }

  private DataOutputStream open(int part) {
    if (buffers[part] == null) {
      buffers[part] = new ByteArrayOutputStream(1 << 16);
    }
    return new DataOutputStream(buffers[part]);
  }

  private static void header(DataOutputStream out, NamedArticle article, int pairs)
      throws IOException {
    for (String text : new String[] {article.id, article.story, article.source}) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
    out.writeInt(article.day);
    out.writeInt(pairs);
  }
}
