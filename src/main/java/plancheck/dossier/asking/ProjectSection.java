package plancheck.dossier.asking;

import java.util.List;
import plancheck.facts.Level;

/**
 * What a project is asked of itself.
 *
 * @param sector the sector the questions are meant for
 * @param site the level of the place it is meant to be built in
 * @param head code, sector, site, nature, scale, class where the sector has one, start, completion and investment
 * @param works yes-no questions on what is built
 * @param design its other figures
 */
public record ProjectSection(
        String sector, Level site, List<Question> head, List<Question> works, List<Question> design) {

    public ProjectSection {
        head = List.copyOf(head);
        works = List.copyOf(works);
        design = List.copyOf(design);
    }
}
