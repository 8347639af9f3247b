package plancheck.facts;

import java.util.Map;

/** A project handed in for approval, judged by what it will be when complete (ruling R33). */
public final class Project extends Subject {
    private final String projectCode;
    private final String sector;

    /**
     * @param projectCode project code of GB/T 40058-2021, empty when it has none yet
     * @param sector a sector named in {@code indicators.yaml}
     * @param place the place its site lies in
     * @param figures design figures and works by indicator id
     */
    public Project(String projectCode, String name, String sector, Place place, Map<String, Figure> figures) {
        super(Label.of(name), place, figures);
        this.projectCode = projectCode;
        this.sector = sector;
    }

    public String getProjectCode() {
        return projectCode;
    }

    public String getSector() {
        return sector;
    }
}
