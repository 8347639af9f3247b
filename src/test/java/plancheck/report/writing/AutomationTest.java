package plancheck.report.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AutomationTest {
    private static final Map<String, String> PIPELINE = Map.of(
            "TF_BUILD", "True",
            "SYSTEM_COLLECTIONURI", "https://dev.azure.com/example/",
            "SYSTEM_TEAMPROJECTID", "project",
            "SYSTEM_DEFINITIONID", "12",
            "BUILD_DEFINITIONNAME", "nightly",
            "SYSTEM_PHASEID", "phase",
            "SYSTEM_PHASENAME", "Check",
            "BUILD_SOURCEBRANCH", "refs/heads/main",
            "BUILD_BUILDID", "345");

    private static Automation with(String variable, String value) {
        Map<String, String> environment = new HashMap<>(PIPELINE);
        environment.put(variable, value);
        return Automation.of(environment);
    }

    @Test
    void a_pipeline_of_azure_is_named_as_azure_names_it() {
        Automation automation = Automation.of(PIPELINE);
        assertEquals("azuredevops/pipeline/build/example/project/12/phase/refs/heads/main/345", automation.id());
        assertEquals("nightly", automation.properties().get("azuredevops/pipeline/build/buildDefinitionName"));
        assertEquals(4, automation.properties().size());
    }

    @Test
    void an_organisation_is_named_by_its_host_where_it_has_one_of_its_own() {
        assertEquals(
                Automation.of(PIPELINE).id(),
                with("SYSTEM_COLLECTIONURI", "https://example.visualstudio.com/")
                        .id());
    }

    @Test
    void elsewhere_and_where_something_is_lacking_it_is_none() {
        assertSame(Automation.NONE, Automation.of(Map.of()));
        assertSame(Automation.NONE, with("TF_BUILD", "False"));
        assertSame(Automation.NONE, with("BUILD_BUILDID", ""));
        assertSame(Automation.NONE, with("SYSTEM_COLLECTIONURI", "not an address"));
        assertSame(Automation.NONE, with("SYSTEM_PHASENAME", ""));
    }
}
