/** Tests of the chaos runner's report. */
@NullMarked
package dev.sagamart.chaos.report;

import org.jspecify.annotations.NullMarked;
