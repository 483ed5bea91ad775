package dev.sagamart.gateway.redis;

import io.netty.channel.socket.SocketChannel;
import java.time.Duration;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;
import org.redisson.config.TransportMode;
import reactor.netty.resources.LoopResources;

/** Makes a Redis client that gives up quickly, and that lets the gateway start while Redis is away. */
final class RedisConnection {

    /** All are opened at once, so that none has to be opened while requests wait. */
    private static final int CONNECTIONS = 8;

    private RedisConnection() {}

    /** A client whose connections are served by these threads: then an answer has no other thread to wake. */
    static RedissonClient to(RedisProperties redis, LoopResources threads) {
        var loops = threads.onServer(LoopResources.hasNativeSupport());
        return Redisson.create(settings(redis)
                .setEventLoopGroup(loops)
                .setTransportMode(transport(threads.onChannelClass(SocketChannel.class, loops))));
    }

    /** The client wants to be told what the loops are made for. */
    private static TransportMode transport(Class<?> channel) {
        return switch (channel.getSimpleName()) {
            case "EpollSocketChannel" -> TransportMode.EPOLL;
            case "KQueueSocketChannel" -> TransportMode.KQUEUE;
            case "IoUringSocketChannel" -> TransportMode.IO_URING;
            default -> TransportMode.NIO;
        };
    }

    private static Config settings(RedisProperties redis) {
        int patience = (int) redis.patience().toMillis();
        var config = new Config();
        config.setCodec(StringCodec.INSTANCE)
                .setLazyInitialization(true)
                .setUseScriptCache(true)
                .setThreads(2);
        config.useSingleServer()
                .setAddress(redis.url())
                .setTimeout(patience)
                .setConnectTimeout(patience)
                .setRetryAttempts(1)
                .setRetryDelay(new ConstantDelay(untilRetry(redis.patience())))
                .setConnectionMinimumIdleSize(CONNECTIONS)
                .setConnectionPoolSize(CONNECTIONS)
                .setSubscriptionConnectionMinimumIdleSize(0);
        return config;
    }

    /** The client also gives up on a command that has waited so long, twice, for a connection: not before our patience. */
    private static Duration untilRetry(Duration patience) {
        return patience.multipliedBy(2).dividedBy(3);
    }
}
