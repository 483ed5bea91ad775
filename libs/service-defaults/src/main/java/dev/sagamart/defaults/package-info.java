/** What every service starts from: one set of defaults and one auto-configuration. */
@NullMarked
package dev.sagamart.defaults;

import org.jspecify.annotations.NullMarked;
