package dev.sagamart.ranking.rebuilding;

import dev.sagamart.ranking.rebuilding.Rebuild.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Works on an open rebuild, on one instance: the one whose connection has the lock. With the instance the lock goes, so
 * one that has begun and is not locked was given up, which is said and not tried again.
 */
@Component
class RebuildJob {
    private static final Logger log = LoggerFactory.getLogger(RebuildJob.class);
    static final long LOCK = 7_255_364_112_080_021_001L;

    private final Rebuilds rebuilds;
    private final RebuildSales rebuildSales;
    private final DataSource connections;

    RebuildJob(Rebuilds rebuilds, RebuildSales rebuildSales, DataSource connections) {
        this.rebuilds = rebuilds;
        this.rebuildSales = rebuildSales;
        this.connections = connections;
    }

    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
    void work() {
        try {
            if (rebuilds.open().isPresent()) {
                workAlone();
            }
        } catch (DataAccessException | TransactionException | SQLException away) {
            log.debug("No look at rebuilds without the database", away);
        }
    }

    private void workAlone() throws SQLException {
        try (Connection connection = connections.getConnection()) {
            var own = new SingleConnectionDataSource(connection, true);
            var jdbc = JdbcClient.create(own);
            if (!jdbc.sql("select pg_try_advisory_lock(?)")
                    .param(LOCK)
                    .query(Boolean.class)
                    .single()) {
                return;
            }
            try {
                rebuilds.open().ifPresent(open -> work(open, own));
            } finally {
                jdbc.sql("select pg_advisory_unlock(?)")
                        .param(LOCK)
                        .query(Boolean.class)
                        .single();
            }
        }
    }

    private void work(Rebuild open, DataSource own) {
        if (open.status() == Status.RUNNING) {
            rebuilds.fail(open.rebuildId(), "The instance that worked on it ended before it was done; ask again.");
            return;
        }
        rebuilds.start(open.rebuildId());
        try {
            rebuildSales.rebuild(open.rebuildId(), own);
        } catch (KafkaException away) {
            log.warn("A rebuild failed: {}", away.toString());
            rebuilds.fail(open.rebuildId(), "The broker did not answer in time; ask again.");
        } catch (RuntimeException failure) {
            log.error("A rebuild failed", failure);
            rebuilds.fail(open.rebuildId(), "It failed; the log of the service says why.");
        }
    }
}
