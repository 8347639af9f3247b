package plancheck.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieBuilderImpl;
import org.drools.compiler.kie.builder.impl.MemoryKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;

/** Turns rule files into bytes once, and bytes into a rule base at each start. */
final class CompiledRules {
    private static final String FOLDER = "src/main/resources/provisions/";

    private CompiledRules() {}

    /**
     * @param rules path to text
     * @param digest names the result
     * @throws RuleBookException with each compile error's file and line
     */
    static byte[] compile(Map<String, String> rules, String digest) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release(digest));
        rules.forEach((file, text) -> files.write(FOLDER + file.replace('/', '~'), text));
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        List<RuleBookProblem> problems = new ArrayList<>();
        for (Message message : builder.getResults().getMessages(Message.Level.ERROR)) {
            problems.add(problem(message));
        }
        if (!problems.isEmpty()) {
            throw new RuleBookException(problems);
        }
        return ((InternalKieModule) builder.getKieModule()).getBytes();
    }

    private static RuleBookProblem problem(Message message) {
        String path = String.valueOf(message.getPath());
        String file = path.substring(path.lastIndexOf('/') + 1).replace('~', '/');
        return new RuleBookProblem(
                file,
                Math.max(0, message.getLine()),
                "规则无法编译：" + message.getText().strip(),
                "请对照同类规则改正 when 部分");
    }

    /**
     * Puts the module together by hand, from the bytes and the default descriptor: reading the descriptor's XML would
     * need one more library, which starts slowly and warns on newer JDKs.
     */
    static KieBase load(byte[] compiled, String digest) {
        KieServices services = KieServices.get();
        KieModuleModel descriptor = services.newKieModuleModel();
        KieBuilderImpl.setDefaultsforEmptyKieModule(descriptor);
        MemoryKieModule module =
                new MemoryKieModule(release(digest), descriptor, MemoryFileSystem.readFromJar(compiled));
        services.getRepository().addKieModule(new CanonicalKieModule(module));
        return services.newKieContainer(release(digest)).getKieBase();
    }

    private static ReleaseId release(String digest) {
        return KieServices.get().newReleaseId("plancheck", "rulebook", digest);
    }
}
