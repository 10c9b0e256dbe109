package org.marsad.names;

public record Entity(
    String id, EntityType type, String kind, String country, String name, String nameEn) {}
