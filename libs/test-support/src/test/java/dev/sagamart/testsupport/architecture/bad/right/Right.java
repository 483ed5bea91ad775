package dev.sagamart.testsupport.architecture.bad.right;

public class Right {
    dev.sagamart.testsupport.architecture.bad.left.Left left;

    void nap() throws InterruptedException {
        Thread.sleep(1);
    }
}
