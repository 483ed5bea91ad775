/** How commands in another terminal reach the suite that runs. */
@NullMarked
package dev.sagamart.local.control;

import org.jspecify.annotations.NullMarked;
