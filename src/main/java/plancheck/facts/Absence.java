package plancheck.facts;

import java.util.List;

/**
 * That a place has none of something, so that nothing is asked of it there (ruling R37).
 *
 * @param feature id of what it has none of
 * @param by who determined it; empty when the dossier does not say
 * @param reason on what grounds; may be empty
 * @param evidence documents named for it
 * @param line of the dossier
 */
public record Absence(String feature, String by, String reason, List<String> evidence, int line) {}
