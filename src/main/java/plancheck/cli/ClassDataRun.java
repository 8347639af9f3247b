package plancheck.cli;

/** Run once by the build with the JVM told to archive the classes a check uses, so that later starts are quick. */
final class ClassDataRun {
    private ClassDataRun() {}

    public static void main(String[] args) {
        System.exit(Main.run(new String[] {"check", "test-cases/dossiers/jingchuan-2023.yaml"}, Terminal.open(null)) >= Exit.USAGE ? 1 : 0);
    }
}
