package plancheck.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import plancheck.dossier.Dossier;

/**
 * Checks all dossiers in three ways; {@link SpeedTable} runs it. Warming up goes by passes, not by seconds, so that it is
 * as thorough on a busy machine as on an idle one.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(SpeedBenchmark.DOSSIERS)
public class SpeedBenchmark {
    static final Path DIRECTORY = Path.of("target", "bench");
    static final int DOSSIERS = 4000;

    private Sample sample;

    @Setup
    public void generate() throws IOException {
        sample = Sample.in(DIRECTORY, DOSSIERS);
    }

    @Benchmark
    public void plainJava(Blackhole hole) {
        for (List<Dossier> batch : sample.batches()) {
            batch.forEach(dossier -> hole.consume(sample.plain().check(dossier)));
        }
    }

    @Benchmark
    public void sessionPerDossier(Blackhole hole) {
        for (List<Dossier> batch : sample.batches()) {
            batch.forEach(dossier -> hole.consume(sample.check().check(dossier)));
        }
    }

    @Benchmark
    public void fiftyPerSession(Blackhole hole) {
        for (List<Dossier> batch : sample.batches()) {
            hole.consume(sample.check().check(batch));
        }
    }
}
