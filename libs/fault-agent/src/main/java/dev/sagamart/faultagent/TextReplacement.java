package dev.sagamart.faultagent;

import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;

/** Replaces a part of the constant texts of a method. */
final class TextReplacement implements AsmVisitorWrapper.ForDeclaredMethods.MethodVisitorWrapper {
    private final String old;
    private final String replacement;

    TextReplacement(String old, String replacement) {
        this.old = old;
        this.replacement = replacement;
    }

    @Override
    public MethodVisitor wrap(
            TypeDescription type,
            MethodDescription method,
            MethodVisitor visitor,
            Implementation.Context context,
            TypePool types,
            int writerFlags,
            int readerFlags) {
        return new MethodVisitor(OpenedClassReader.ASM_API, visitor) {
            private boolean found;

            @Override
            public void visitLdcInsn(Object value) {
                boolean here = value instanceof String text && text.contains(old);
                found |= here;
                super.visitLdcInsn(here ? ((String) value).replace(old, replacement) : value);
            }

            @Override
            public void visitEnd() {
                if (!found) {
                    throw new IllegalStateException("there is no text \"" + old + "\" in " + method);
                }
                super.visitEnd();
            }
        };
    }
}
