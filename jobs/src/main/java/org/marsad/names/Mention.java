package org.marsad.names;

public record Mention(
    boolean inTitle,
    int paragraph,
    int sentence,
    int start,
    int end,
    String surface,
    String entityId,
    EntityType type,
    String origin,
    String rule,
    double score) {}
