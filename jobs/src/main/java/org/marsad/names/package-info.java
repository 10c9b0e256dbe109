/**
 * Names in Arabic news: which words of an article name a person, an organisation or a place, and
 * which one. Pure Java.
 */
package org.marsad.names;
