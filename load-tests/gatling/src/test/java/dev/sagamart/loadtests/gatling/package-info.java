/** Load on a shop with charts for people; the scenarios are those of the comparison, and a story. */
@NullMarked
package dev.sagamart.loadtests.gatling;

import org.jspecify.annotations.NullMarked;
