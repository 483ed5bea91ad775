/** The users of the suite in containers: those of a realm of Keycloak. */
@NullMarked
package dev.sagamart.local.realm;

import org.jspecify.annotations.NullMarked;
