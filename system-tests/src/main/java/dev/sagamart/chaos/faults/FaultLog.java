package dev.sagamart.chaos.faults;

/** Hears of every fault twice; called from several threads. */
public interface FaultLog {

    void began(Struck fault);

    void ended(Struck fault);
}
