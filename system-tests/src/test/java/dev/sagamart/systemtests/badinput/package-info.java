/** What clients get wrong, by mistake or on purpose: refused as documented, without effect and without a trace of alarm. */
@NullMarked
package dev.sagamart.systemtests.badinput;

import org.jspecify.annotations.NullMarked;
