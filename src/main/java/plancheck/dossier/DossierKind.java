package plancheck.dossier;

/** What is handed in for what. */
public enum DossierKind {
    SELF_ASSESSMENT("self-assessment"),
    PROJECT("project");

    private final String id;

    DossierKind(String id) {
        this.id = id;
    }

    /** As written in a dossier. */
    public String id() {
        return id;
    }
}
