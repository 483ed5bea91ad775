/** The desk for dead letters over HTTP, for admins, in every service that listens to something. */
@NullMarked
package dev.sagamart.defaults.deadletters;

import org.jspecify.annotations.NullMarked;
