package plancheck.report.writing;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which automatic run a SARIF log comes from, as its consumer knows it.
 *
 * @param id empty outside a pipeline that has names of its own for its runs
 * @param properties beside the id; empty likewise
 */
public record Automation(String id, Map<String, String> properties) {
    /** No pipeline that says so: each dossier is a series of runs of its own. */
    public static final Automation NONE = new Automation("", Map.of());

    private static final String AZURE = "azuredevops/pipeline/build/";

    /**
     * What Azure DevOps asks of a log that one of its pipelines made: rules GHAzDO1019 and GHAzDO1020 of Microsoft's
     * SARIF validator.
     *
     * @param environment the process's variables; those of Azure Pipelines are looked at
     * @return {@link #NONE} where it is no such pipeline or does not name itself whole
     */
    public static Automation of(Map<String, String> environment) {
        if (!"True".equalsIgnoreCase(environment.get("TF_BUILD"))) {
            return NONE;
        }
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(AZURE + "buildDefinitionId", environment.getOrDefault("SYSTEM_DEFINITIONID", ""));
        properties.put(AZURE + "buildDefinitionName", environment.getOrDefault("BUILD_DEFINITIONNAME", ""));
        properties.put(AZURE + "phaseId", environment.getOrDefault("SYSTEM_PHASEID", ""));
        properties.put(AZURE + "phaseName", environment.getOrDefault("SYSTEM_PHASENAME", ""));
        List<String> path = Stream.of(
                        organisation(environment.getOrDefault("SYSTEM_COLLECTIONURI", "")),
                        environment.get("SYSTEM_TEAMPROJECTID"),
                        environment.get("SYSTEM_DEFINITIONID"),
                        environment.get("SYSTEM_PHASEID"),
                        environment.get("BUILD_SOURCEBRANCH"),
                        environment.get("BUILD_BUILDID"))
                .map(part -> Objects.requireNonNullElse(part, ""))
                .toList();
        return path.contains("") || properties.containsValue("")
                ? NONE
                : new Automation(AZURE + String.join("/", path), properties);
    }

    /** {@code example} of https://dev.azure.com/example/ and of https://example.visualstudio.com/. */
    private static String organisation(String collection) {
        try {
            URI uri = URI.create(collection);
            String host = Objects.requireNonNullElse(uri.getHost(), "");
            String path = Objects.requireNonNullElse(uri.getPath(), "").replace("/", "");
            return path.isEmpty() && host.contains(".") ? host.substring(0, host.indexOf('.')) : path;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
