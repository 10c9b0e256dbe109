package org.marsad.names;

public enum EntityType {
  PERSON,
  ORGANIZATION,
  LOCATION
}
