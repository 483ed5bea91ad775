/** What people and robots are told about the repository, held against the repository. */
@NullMarked
package dev.sagamart.local.documents;

import org.jspecify.annotations.NullMarked;
