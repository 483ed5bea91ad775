package dev.sagamart.local.infrastructure;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.lang3.SystemUtils;
import redis.embedded.RedisExecProvider;

/** Unpacks the server programs once per user and version, from the jars that carry them. */
final class Binaries {
    private static final String POSTGRES = "postgres-18.6";
    private static final String REDIS = "redis-" + RedisExecProvider.redisVersion;

    private Binaries() {}

    /** The folder that has {@code bin/postgres}. */
    static synchronized Path postgres() {
        return unpackedOnce(POSTGRES, Binaries::unpackPostgres);
    }

    static synchronized Path redis() {
        return unpackedOnce(REDIS, Binaries::copyRedis).resolve("redis-server");
    }

    /** A half unpacked folder is never seen: it gets its name when it is complete. */
    private static Path unpackedOnce(String name, Unpacking unpacking) {
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "sagamart");
        Path target = cache.resolve(name);
        try {
            if (!Files.isDirectory(target)) {
                Files.createDirectories(cache);
                Path part = Files.createTempDirectory(cache, name + "-part");
                unpacking.into(part);
                rename(part, target);
            }
            return target;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot unpack " + name + " into " + cache, failure);
        }
    }

    private static void rename(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            if (!Files.isDirectory(target)) { // else another process was quicker, and its copy is as good
                throw failure;
            }
        }
    }

    private static void unpackPostgres(Path folder) throws IOException {
        try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), architecture());
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, folder);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path file = folder.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(file.getParent());
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(content, file);
            if ((entry.getMode() & 0b1_000_000) != 0) {
                makeExecutable(file);
            }
        }
    }

    private static void copyRedis(Path folder) throws IOException {
        Path program = RedisExecProvider.defaultProvider().get().toPath();
        makeExecutable(Files.copy(program, folder.resolve("redis-server")));
    }

    private static void makeExecutable(Path file) throws IOException {
        if (!SystemUtils.IS_OS_WINDOWS) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String architecture() {
        return "amd64".equals(SystemUtils.OS_ARCH) ? "x86_64" : SystemUtils.OS_ARCH;
    }

    private static String system() {
        if (SystemUtils.IS_OS_WINDOWS) {
            return "Windows";
        }
        return SystemUtils.IS_OS_MAC ? "Darwin" : "Linux";
    }

    private interface Unpacking {
        void into(Path folder) throws IOException;
    }
}
