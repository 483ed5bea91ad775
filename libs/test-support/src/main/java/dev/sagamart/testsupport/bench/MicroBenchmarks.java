package dev.sagamart.testsupport.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks of one class: average time per operation in microseconds, and bytes allocated. The figures go to
 * {@code target/<class>.json}; {@code -Dsagamart.bench.seconds=N} makes each of the five measurements longer.
 */
public final class MicroBenchmarks {
    private static final int FORKS = 2;
    private static final int ITERATIONS = 5;

    private MicroBenchmarks() {}

    public static void run(Class<?> benchmarks) {
        var length = TimeValue.seconds(Integer.getInteger("sagamart.bench.seconds", 1));
        var options = new OptionsBuilder()
                .include("^" + benchmarks.getName().replace(".", "\\.") + "\\.")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .forks(FORKS)
                .warmupIterations(ITERATIONS)
                .warmupTime(length)
                .measurementIterations(ITERATIONS)
                .measurementTime(length)
                .jvmArgs("-Xmx256m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result("target/" + benchmarks.getSimpleName() + ".json")
                .build();
        try {
            new Runner(options).run();
        } catch (RunnerException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
