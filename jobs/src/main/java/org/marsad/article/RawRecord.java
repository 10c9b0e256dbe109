package org.marsad.article;

import java.util.Map;

/**
 * One record as a reader found it: fields, or the reason why there are none.
 *
 * @param input the file's path
 * @param position the record's place in the file, from 1: line, row, item or 1 for a whole file
 * @param raw the beginning of the record as read, for whoever looks into a reject
 * @param charset the encoding it was decoded from
 * @param fields cells by the name the file gives them; empty for a record that failed
 * @param reason why it failed, or null
 * @param detail what exactly failed, or null
 */
record RawRecord(
    String input,
    long position,
    String raw,
    String charset,
    Map<String, String> fields,
    RejectReason reason,
    String detail) {

  static final int RAW_LIMIT = 300;

  static RawRecord of(
      String input, long position, String raw, String charset, Map<String, String> fields) {
    return new RawRecord(input, position, clip(raw), charset, fields, null, null);
  }

  static RawRecord failed(
      String input, long position, String raw, RejectReason reason, String detail) {
    return new RawRecord(input, position, clip(raw), "", Map.of(), reason, detail);
  }

  static String clip(String raw) {
    if (raw.length() <= RAW_LIMIT) {
      return raw;
    }
    int end = Character.isHighSurrogate(raw.charAt(RAW_LIMIT - 1)) ? RAW_LIMIT - 1 : RAW_LIMIT;
    return raw.substring(0, end);
  }
}
