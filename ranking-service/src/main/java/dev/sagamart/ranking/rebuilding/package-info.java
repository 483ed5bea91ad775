/** Makes the sums anew from the topic, when an operator asks for it. */
@NullMarked
package dev.sagamart.ranking.rebuilding;

import org.jspecify.annotations.NullMarked;
