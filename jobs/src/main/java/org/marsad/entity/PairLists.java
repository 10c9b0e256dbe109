package org.marsad.entity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The pairs of a task's blocks, each with its articles in the order of day and id, whatever the
 * order of the blocks. All in primitive arrays: a hash table gives each pair a number, and a pair's
 * records, one an article, lie one behind the other.
 */
final class PairLists {
  /** One article of a block: {@code pairs} from {@code offset} on are its own. */
  record Source(
      String id, int story, int source, LocalDate day, ByteBuffer block, int offset, int pairs) {}

  private final List<Source> articles = new ArrayList<>();
  private final int stories;
  private final int sources;

  /** The hash table: pairs, 0 where none is, and their numbers. */
  private long[] keys = new long[1 << 12];

  private int[] numbers = new int[1 << 12];

  private long[] pairs = new long[1 << 11];
  private int size;

  /** Where each pair's records begin; one more than there are pairs. */
  private final int[] first;

  private final int[] article;
  private final int[] together;

  PairLists(Iterator<byte[]> blocks) {
    Map<String, Integer> storyCodes = new HashMap<>();
    Map<String, Integer> sourceCodes = new HashMap<>();
    int records = 0;
    while (blocks.hasNext()) {
      ByteBuffer block = ByteBuffer.wrap(blocks.next());
      while (block.hasRemaining()) {
        records += read(block, storyCodes, sourceCodes);
      }
    }
    stories = storyCodes.size();
    sources = sourceCodes.size();
    articles.sort(Comparator.comparing(Source::day).thenComparing(Source::id));
    int[] numberOf = number(records);
    first = starts(numberOf);
    article = new int[records];
    together = new int[records];
    place(numberOf);
  }

  private int read(ByteBuffer block, Map<String, Integer> stories, Map<String, Integer> sources) {
    String id = text(block);
    int story = stories.computeIfAbsent(text(block), s -> stories.size());
    int source = sources.computeIfAbsent(text(block), s -> sources.size());
    LocalDate day = LocalDate.ofEpochDay(block.getInt());
    int n = block.getInt();
    articles.add(new Source(id, story, source, day, block, block.position(), n));
    block.position(block.position() + n * PairBlocks.PAIR);
    return n;
  }

  private static String text(ByteBuffer from) {
    byte[] bytes = new byte[from.getInt()];
    from.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Each record's pair. */
  private int[] number(int records) {
    int[] numberOf = new int[records];
    int record = 0;
    for (Source of : articles) {
      for (int i = 0; i < of.pairs(); i++) {
        numberOf[record++] = number(of.block().getLong(of.offset() + i * PairBlocks.PAIR));
      }
    }
    return numberOf;
  }

  private int[] starts(int[] numberOf) {
    int[] starts = new int[size + 1];
    for (int number : numberOf) {
      starts[number + 1]++;
    }
    for (int i = 0; i < size; i++) {
      starts[i + 1] += starts[i];
    }
    return starts;
  }

  private void place(int[] numberOf) {
    int[] at = Arrays.copyOf(first, size);
    int record = 0;
    for (int a = 0; a < articles.size(); a++) {
      Source of = articles.get(a);
      for (int i = 0; i < of.pairs(); i++) {
        int place = at[numberOf[record++]]++;
        article[place] = a;
        together[place] = of.block().getInt(of.offset() + i * PairBlocks.PAIR + Long.BYTES);
      }
    }
  }

  private int number(long pair) {
    int at = probe(pair);
    if (keys[at] == pair) {
      return numbers[at];
    }
    if (size == pairs.length) {
      grow();
      at = probe(pair);
    }
    keys[at] = pair;
    numbers[at] = size;
    pairs[size] = pair;
    return size++;
  }

  private int probe(long pair) {
    int mask = keys.length - 1;
    int at = (int) (PairBlocks.hash(pair) >>> 32) & mask;
    while (keys[at] != 0 && keys[at] != pair) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    pairs = Arrays.copyOf(pairs, size * 2);
    keys = new long[keys.length * 2];
    numbers = new int[keys.length];
    for (int number = 0; number < size; number++) {
      int at = probe(pairs[number]);
      keys[at] = pairs[number];
      numbers[at] = number;
    }
  }

  int size() {
    return size;
  }

  int level(int pair) {
    return (int) (pairs[pair] >>> 60);
  }

  int a(int pair) {
    return (int) (pairs[pair] >>> 30) & ((1 << 30) - 1);
  }

  int b(int pair) {
    return (int) pairs[pair] & ((1 << 30) - 1);
  }

  /** The first of a pair's records, by day and article id. */
  int first(int pair) {
    return first[pair];
  }

  /** The record behind a pair's last. */
  int end(int pair) {
    return first[pair + 1];
  }

  /** Units that name both. */
  long together(int pair) {
    long sum = 0;
    for (int r = first[pair]; r < first[pair + 1]; r++) {
      sum += together[r];
    }
    return sum;
  }

  Source articleOf(int record) {
    return articles.get(article[record]);
  }

  /** Units of the record's article that name both. */
  int togetherIn(int record) {
    return together[record];
  }

  int stories() {
    return stories;
  }

  int sources() {
    return sources;
  }
}
