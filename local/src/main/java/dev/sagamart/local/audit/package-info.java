/** The audit across services: what one database says must follow from what the others say. */
@NullMarked
package dev.sagamart.local.audit;

import org.jspecify.annotations.NullMarked;
