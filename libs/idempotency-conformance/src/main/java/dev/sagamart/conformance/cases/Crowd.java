package dev.sagamart.conformance.cases;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who send the same request at the same moment, each on a connection of its own. */
final class Crowd implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<Future<List<Answer>>> members = new ArrayList<>();

    /** @param size how many send; each sends once, and then on until together they have sent so many */
    Crowd(Trial trial, Request request, int size, int requests) {
        for (int member = 0; member < size; member++) {
            int share = requests / size + (member < requests % size ? 1 : 0);
            members.add(threads.submit(() -> send(trial, request, share)));
        }
        gate.countDown();
    }

    private List<Answer> send(Trial trial, Request request, int times) throws InterruptedException {
        List<Answer> answers = new ArrayList<>();
        gate.await();
        for (int count = 0; count < times; count++) {
            answers.add(trial.send(request));
        }
        return answers;
    }

    /** Whether all have got their answers. */
    boolean isServed() {
        return members.stream().allMatch(Future::isDone);
    }

    Tally tally() throws InterruptedException {
        List<Answer> answers = new ArrayList<>();
        for (Future<List<Answer>> member : members) {
            try {
                answers.addAll(member.get());
            } catch (ExecutionException failure) {
                throw new IllegalStateException(failure);
            }
        }
        return new Tally(answers);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
