/** What deployments tell and ask of services, held against the services as they are built and run. */
@NullMarked
package dev.sagamart.systemtests.deployment;

import org.jspecify.annotations.NullMarked;
