package org.marsad.article;

import java.util.Locale;

/** Why a record was not taken: the closed list. */
public enum RejectReason {
  /** No text in the body. */
  EMPTY_BODY("the record has no text"),
  /** Less than a third of its letters are Arabic, or the language is another in Arabic script. */
  NOT_ARABIC("the text is not Arabic"),
  /** A line or file that is no JSON object. */
  BROKEN_JSON("the line is no JSON object"),
  /** A CSV file that its parser gives up on. */
  BROKEN_CSV("the rest of the file is no CSV"),
  /** A feed that breaks off, or another kind of XML. */
  BROKEN_FEED("the file is no whole RSS or Atom feed"),
  /** A record of a web archive that holds no page: another type of content, another status. */
  NO_PAGE("the record holds no web page"),
  /** The file has no column that holds the text. */
  MISSING_COLUMN("no column holds the text"),
  /** The bytes fit no encoding of Arabic. */
  UNDECODABLE("the bytes are no text in a known encoding"),
  /** Text decoded wrongly before it came here, beyond certain repair. */
  MOJIBAKE("the text was decoded wrongly before and cannot be repaired"),
  /** A body above five million bytes, or a line that could only hold one. */
  TOO_LARGE("the body is larger than 5 MB"),
  /** A compressed file that ends too early: what stands before the end was taken. */
  TRUNCATED("the compressed file ends too early"),
  /** A file that cannot be opened or is damaged. */
  UNREADABLE("the file cannot be read"),
  /** The storage gave an error, not the file: it is read again next time. */
  STORAGE("the storage failed, or bars the way; the next run reads it again"),
  /** What should say source and day cannot be read: the file is, once that can. */
  BAD_SIDECAR("the file beside it that describes it is no JSON object, or above 1 MB"),
  /** No day is known but one more than a year ahead. */
  FUTURE_DATE("the day is more than a year ahead"),
  /** The same article was already taken: same source, address and words. */
  REPEATED("the same article was already taken");

  private final String meaning;

  RejectReason(String meaning) {
    this.meaning = meaning;
  }

  /** Whether the fault is not the file's own, so that the next run shall read the file again. */
  public boolean passing() {
    return this == STORAGE || this == BAD_SIDECAR;
  }

  /** As written into tables: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it means, for people. */
  public String meaning() {
    return meaning;
  }
}
