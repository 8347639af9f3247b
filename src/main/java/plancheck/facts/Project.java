package plancheck.facts;

import java.util.LinkedHashMap;
import java.util.Map;

/** A project handed in for approval, judged by what it will be when complete (ruling R33). */
public final class Project extends Subject {
    private final String projectCode;
    private final String sector;
    private final ProjectContent content;
    private final boolean elsewhere;

    /**
     * @param projectCode project code of GB/T 40058-2021, empty when it has none yet
     * @param sector a sector named in {@code indicators.yaml}
     * @param place the place its site lies in
     * @param figures design figures and works by indicator id
     */
    public Project(
            String projectCode,
            String name,
            String sector,
            Place place,
            Map<String, Figure> figures,
            ProjectContent content) {
        this(projectCode, name, sector, place, figures, content, false);
    }

    private Project(
            String projectCode,
            String name,
            String sector,
            Place place,
            Map<String, Figure> figures,
            ProjectContent content,
            boolean elsewhere) {
        super(Label.of(name), place, figures);
        this.projectCode = projectCode;
        this.sector = sector;
        this.content = content;
        this.elsewhere = elsewhere;
    }

    /** The same project in another county that it lies in: it may be bound by what does not bind it at its own place. */
    public Project in(Place other) {
        Map<String, Figure> given = new LinkedHashMap<>();
        figures().forEach(figure -> given.put(figure.indicator(), figure));
        return new Project(projectCode, getName(), sector, other, given, content, true);
    }

    /** Whether it is what {@link #in} gives: one more place of a project that is there already. */
    public boolean isElsewhere() {
        return elsewhere;
    }

    /** One that says nothing of what it builds, and of what it rests on. */
    public Project(String projectCode, String name, String sector, Place place, Map<String, Figure> figures) {
        this(projectCode, name, sector, place, figures, ProjectContent.UNSAID);
    }

    /** What it builds, and what it says it rests on. */
    public ProjectContent content() {
        return content;
    }

    public String getProjectCode() {
        return projectCode;
    }

    public String getSector() {
        return sector;
    }
}
