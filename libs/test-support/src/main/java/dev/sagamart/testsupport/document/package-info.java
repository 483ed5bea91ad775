/** Documents that are checked in and must say what the code does. */
@NullMarked
package dev.sagamart.testsupport.document;

import org.jspecify.annotations.NullMarked;
