# The image of one service, from its jar: mvn -DskipTests package && docker build --build-arg SERVICE=order-service .
# No RUN needs a shell, so JRE may be any image that has a Java 25 on its path, one without a shell included.
ARG JDK=eclipse-temurin:25-jdk
ARG JRE=eclipse-temurin:25-jre

FROM ${JDK} AS parts
ARG SERVICE
WORKDIR /build
COPY local/compose/image/Probe.java ./
RUN ["javac", "-d", "probe", "Probe.java"]
COPY ${SERVICE}/target/${SERVICE}.jar application.jar
RUN ["java", "-Djarmode=tools", "-jar", "application.jar", "extract", "--layers", "--destination", "layers"]

# What changes seldom comes first.
FROM ${JRE} AS application
WORKDIR /application
COPY --from=parts /build/probe/ probe/
COPY local/compose/image/jvm.options ./
COPY --from=parts /build/layers/dependencies/ ./
COPY --from=parts /build/layers/snapshot-dependencies/ ./
COPY --from=parts /build/layers/application/ ./

# Starts the application as far as its beans, without its servers, and keeps what the JVM learned (JEP 514). In a stage of
# its own, so that nothing else that it writes gets into the image. The heap has a limit, because 70 % of a large machine is
# more than 32 GB, where references are not compressed, and no smaller JVM could use the cache.
FROM application AS trained
RUN ["java", "@jvm.options", "-XX:AOTCacheOutput=application.aot", "-Xmx256m", "-Dspring.context.exit=onRefresh", \
     "-Dspring.flyway.enabled=false", "-jar", "application.jar"]

FROM application
ARG SERVICE
ARG VERSION=1.0.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="sagamart ${SERVICE}" \
      org.opencontainers.image.description="A service of Sagamart, an event-driven commerce suite" \
      org.opencontainers.image.vendor="Sagamart" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
COPY --from=trained /application/application.aot ./
ENV SERVER_ADDRESS=0.0.0.0 \
    SERVER_PORT=8080 \
    MANAGEMENT_SERVER_ADDRESS=0.0.0.0 \
    MANAGEMENT_SERVER_PORT=8081
EXPOSE 8080 8081
USER 10001:10001
HEALTHCHECK --interval=15s --timeout=5s --start-period=180s --retries=3 \
    CMD ["java", "-Xmx8m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp", "probe", "Probe"]
ENTRYPOINT ["java", "@jvm.options", "-XX:AOTCache=application.aot"]
CMD ["-jar", "application.jar"]
