package org.marsad.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One entry of the store's ledger: what one ingest brought.
 *
 * @param batchId hash of what it holds
 * @param files key of each file read (see {@code InputFile.key}), with its name
 * @param days the days of its articles, sorted, ISO 8601
 * @param records input records read
 * @param articles records taken
 * @param rejects records not taken, repeated ones included
 * @param repeated records whose article was there already
 * @param passing records that could not be read for no fault of the file, which is read again
 * @param rejectDays the days of its rejects, where known, sorted; null if it was read before this
 *     was kept
 * @param readAt when it was read, ISO 8601 in UTC; null if it was read before this was kept
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Batch(
    @JsonProperty("batch_id") String batchId,
    @JsonProperty("files") Map<String, String> files,
    @JsonProperty("days") List<String> days,
    @JsonProperty("records") long records,
    @JsonProperty("articles") long articles,
    @JsonProperty("rejects") long rejects,
    @JsonProperty("repeated") long repeated,
    @JsonProperty("passing") long passing,
    @JsonProperty("reject_days") List<String> rejectDays,
    @JsonProperty("read_at") String readAt) {
  /** This batch with further files that hold the same. */
  Batch with(Map<String, String> further) {
    Map<String, String> all = new TreeMap<>(files);
    all.putAll(further);
    return new Batch(
        batchId, all, days, records, articles, rejects, repeated, passing, rejectDays, readAt);
  }
}
