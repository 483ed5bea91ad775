package dev.sagamart.faultagent;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.utility.JavaModule;
import org.jspecify.annotations.Nullable;

/** How hooks get into classes: while these are loaded, by type; a class that cannot be woven ends the process. */
final class Weaving {
    private Weaving() {}

    static AgentBuilder of(List<Hook> hooks) {
        AgentBuilder agent = new AgentBuilder.Default()
                .disableClassFormatChanges()
                .ignore(ElementMatchers.nameStartsWith("dev.sagamart.faultagent."))
                .with(new EndOnFailure());
        Map<String, List<Hook>> byType = hooks.stream()
                .collect(Collectors.groupingBy(hook -> hook.place().type()));
        for (var entry : byType.entrySet()) {
            agent = agent.type(ElementMatchers.named(entry.getKey()))
                    .transform((builder, type, loader, module, domain) -> weave(builder, entry.getValue()));
        }
        return agent;
    }

    private static DynamicType.Builder<?> weave(DynamicType.Builder<?> builder, List<Hook> hooks) {
        return builder.visit(
                new AsmVisitorWrapper.Compound(hooks.stream().map(Hook::woven).toList()));
    }

    private static final class EndOnFailure extends AgentBuilder.Listener.Adapter {
        @Override
        public void onError(
                String type,
                @Nullable ClassLoader loader,
                @Nullable JavaModule module,
                boolean loaded,
                Throwable failure) {
            FaultAgent.refuse("cannot weave " + type + ": " + failure);
        }

        @Override
        public void onTransformation(
                TypeDescription type,
                @Nullable ClassLoader loader,
                @Nullable JavaModule module,
                boolean loaded,
                DynamicType dynamicType) {}
    }
}
