package org.marsad.entity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * The pairs of a task's blocks, each with its articles in the order of day and id: a hash table of
 * pairs with linked lists, all in primitive arrays.
 */
final class PairLists {
  /** One article of a block. */
  record Source(String id, int story, int source, int day, ByteBuffer pairs) {}

  private final List<Source> articles = new ArrayList<>();
  private final int stories;
  private final int sources;
  private long[] keys = new long[1 << 12];
  private int[] slots = new int[1 << 12];
  private long[] pairs = new long[1 << 10];
  private int[] heads = new int[1 << 10];
  private int[] tails = new int[1 << 10];
  private int size;
  private final int[] next;
  private final int[] article;
  private final int[] together;

  PairLists(Iterator<Row> blocks) {
    Map<String, Integer> storyCodes = new HashMap<>();
    Map<String, Integer> sourceCodes = new HashMap<>();
    int records = 0;
    while (blocks.hasNext()) {
      ByteBuffer block = ByteBuffer.wrap(blocks.next().getAs(1));
      while (block.hasRemaining()) {
        records += read(block, storyCodes, sourceCodes);
      }
    }
    stories = storyCodes.size();
    sources = sourceCodes.size();
    articles.sort(Comparator.comparingInt(Source::day).thenComparing(Source::id));
    next = new int[records];
    article = new int[records];
    together = new int[records];
    Arrays.fill(slots, -1);
    int record = 0;
    for (int a = 0; a < articles.size(); a++) {
      ByteBuffer of = articles.get(a).pairs();
      while (of.hasRemaining()) {
        add(slot(of.getLong()), record, a, of.getInt());
        record++;
      }
    }
  }

  private int read(ByteBuffer block, Map<String, Integer> stories, Map<String, Integer> sources) {
    String id = text(block);
    int story = stories.computeIfAbsent(text(block), s -> stories.size());
    int source = sources.computeIfAbsent(text(block), s -> sources.size());
    int day = block.getInt();
    int n = block.getInt();
    int length = n * (Long.BYTES + Integer.BYTES);
    articles.add(new Source(id, story, source, day, block.slice(block.position(), length)));
    block.position(block.position() + length);
    return n;
  }

  private static String text(ByteBuffer from) {
    byte[] bytes = new byte[from.getInt()];
    from.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void add(int slot, int record, int of, int n) {
    article[record] = of;
    together[record] = n;
    next[record] = -1;
    if (heads[slot] < 0) {
      heads[slot] = record;
    } else {
      next[tails[slot]] = record;
    }
    tails[slot] = record;
  }

  private int slot(long pair) {
    int at = probe(pair);
    if (slots[at] >= 0) {
      return slots[at];
    }
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, size * 2);
      heads = Arrays.copyOf(heads, size * 2);
      tails = Arrays.copyOf(tails, size * 2);
    }
    keys[at] = pair;
    slots[at] = size;
    pairs[size] = pair;
    heads[size] = -1;
    if (++size * 2 > keys.length) {
      grow();
    }
    return size - 1;
  }

  private int probe(long pair) {
    int mask = keys.length - 1;
    long hash = pair * 0x9E3779B97F4A7C15L;
    int at = (int) (hash >>> 33) & mask;
    while (slots[at] >= 0 && keys[at] != pair) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    keys = new long[keys.length * 2];
    slots = new int[keys.length];
    Arrays.fill(slots, -1);
    for (int slot = 0; slot < size; slot++) {
      int at = probe(pairs[slot]);
      keys[at] = pairs[slot];
      slots[at] = slot;
    }
  }

  int size() {
    return size;
  }

  int level(int slot) {
    return (int) (pairs[slot] >>> 60);
  }

  int a(int slot) {
    return (int) (pairs[slot] >>> 30) & ((1 << 30) - 1);
  }

  int b(int slot) {
    return (int) pairs[slot] & ((1 << 30) - 1);
  }

  /** The first of a pair's records, by day and article id. */
  int first(int slot) {
    return heads[slot];
  }

  int last(int slot) {
    return tails[slot];
  }

  /** The record behind this one, or -1. */
  int next(int record) {
    return next[record];
  }

  Source article(int record) {
    return articles.get(article[record]);
  }

  /** Units of the record's article that name both. */
  int together(int record) {
    return together[record];
  }

  int stories() {
    return stories;
  }

  int sources() {
    return sources;
  }
}
