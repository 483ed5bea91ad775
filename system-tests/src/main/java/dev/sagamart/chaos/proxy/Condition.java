package dev.sagamart.chaos.proxy;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The present troubles of a link; those who are held up by one wait here for its end. */
final class Condition {
    private final Map<Direction, Trouble> troubles = new EnumMap<>(Direction.class);
    private boolean down;
    private boolean closed;

    synchronized void begin(Direction direction, Trouble trouble) {
        troubles.put(direction, trouble);
        notifyAll();
    }

    synchronized void down(boolean isDown) {
        down = isDown;
        notifyAll();
    }

    synchronized void heal() {
        troubles.clear();
        down = false;
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isDown() {
        return down;
    }

    synchronized @Nullable Trouble of(Direction direction) {
        return troubles.get(direction);
    }

    /** Returns when nothing holds the direction back any more. */
    synchronized void awaitPassage(Direction direction) throws InterruptedException {
        while (!closed && troubles.get(direction) instanceof Trouble.BlackHole) {
            wait();
        }
    }
}
