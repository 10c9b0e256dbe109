/**
 * What Arabic news says of people: their titles, their words, and how many were killed, wounded or
 * arrested. Pure Java, over the tokens and names of one article.
 */
package org.marsad.facts;
