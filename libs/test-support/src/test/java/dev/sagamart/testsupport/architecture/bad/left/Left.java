package dev.sagamart.testsupport.architecture.bad.left;

public class Left {
    dev.sagamart.testsupport.architecture.bad.right.Right right;
}
