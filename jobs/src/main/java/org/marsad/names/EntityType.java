package org.marsad.names;

/** What a name names. */
public enum EntityType {
  PERSON,
  ORGANIZATION,
  LOCATION
}
