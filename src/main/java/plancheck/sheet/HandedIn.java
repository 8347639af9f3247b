package plancheck.sheet;

import java.util.List;
import java.util.Map;
import plancheck.dossier.DossierReading;
import plancheck.facts.Label;

/**
 * A dossier as it was handed in, be it text or a workbook.
 *
 * @param dossier in YAML or JSON; of a workbook the same in YAML, with values as the format has them
 * @param reading of that dossier; the problems of a workbook name sheet and cell
 * @param cells of a workbook, by line of that dossier: sheet and cell in words; else empty
 * @param remarks of a workbook, what is wrong in which cell; else empty
 */
public record HandedIn(byte[] dossier, DossierReading reading, Map<Integer, Label> cells, List<Remark> remarks) {}
