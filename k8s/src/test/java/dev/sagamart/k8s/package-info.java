/** Reads the manifests as a cluster would, and holds them to the rules of the house. */
@NullMarked
package dev.sagamart.k8s;

import org.jspecify.annotations.NullMarked;
