package org.marsad.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A batch whose files are damaged, out of the ledger.
 *
 * @param batch its entry as the ledger had it; without files if the entry itself was damaged
 * @param file the damaged file, or the directory of which files are gone
 * @param reason what is wrong with it
 */
record SetAside(
    @JsonProperty("batch") Batch batch,
    @JsonProperty("file") String file,
    @JsonProperty("reason") String reason) {

  /** One line for people: what, where, what to do. */
  String line() {
    if (batch.files().isEmpty()) {
      return String.format(
          java.util.Locale.ROOT,
          "set aside: %s is damaged (%s): batch %s is left out; give all inputs again, then delete"
              + " store/set-aside/%s.json",
          file,
          reason,
          batch.batchId(),
          batch.batchId());
    }
    return String.format(
        java.util.Locale.ROOT,
        "set aside: %s is damaged (%s): batch %s, %,d articles, is left out until %s given again",
        file,
        reason,
        batch.batchId(),
        batch.articles(),
        batch.files().size() == 1
            ? batch.files().values().iterator().next() + " is"
            : "its " + batch.files().size() + " input files are");
  }
}
