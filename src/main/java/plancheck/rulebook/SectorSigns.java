package plancheck.rulebook;

import java.util.List;

/**
 * By what a project's sector is known before anybody has said it.
 *
 * @param industries codes of GB/T 4754—2017, or how they begin: such a project is mostly of that sector
 * @param words that its name or content has
 */
public record SectorSigns(List<String> industries, List<String> words) {}
