/** What a run was, what it says, and how sure one may be of it. */
@NullMarked
package dev.sagamart.chaos.report;

import org.jspecify.annotations.NullMarked;
