package dev.sagamart.testsupport.architecture.bad.util;

class Stuff {}
