/** What is chosen when, and what becomes of it. */
@NullMarked
package dev.sagamart.chaos.faults;

import org.jspecify.annotations.NullMarked;
