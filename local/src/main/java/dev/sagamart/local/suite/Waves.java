package dev.sagamart.local.suite;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Does one thing to several components, some at a time, and waits for all of them. */
final class Waves {
    private Waves() {}

    /** The first failure ends the others, as far as they can be ended, and is thrown. */
    static void forEach(List<Component> components, int atATime, Consumer<Component> action) {
        var executor = Executors.newFixedThreadPool(atATime);
        var finished = new ExecutorCompletionService<Component>(executor);
        components.forEach(component -> finished.submit(() -> action.accept(component), component));
        try {
            for (int ended = 0; ended < components.size(); ended++) {
                finished.take().get();
            }
        } catch (ExecutionException failure) {
            throw asUnchecked(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SuiteFailed("interrupted");
        } finally {
            executor.shutdownNow();
            executor.close();
        }
    }

    private static RuntimeException asUnchecked(ExecutionException failure) {
        return failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
    }
}
