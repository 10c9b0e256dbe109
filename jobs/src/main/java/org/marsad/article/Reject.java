package org.marsad.article;

import java.time.LocalDate;

/** One record not taken; source and date as far as they are known, else empty and null. */
record Reject(
    String input,
    long position,
    RejectReason reason,
    String detail,
    String raw,
    String source,
    LocalDate publishedOn) {}
