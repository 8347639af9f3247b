package plancheck.dossier;

import java.util.List;
import plancheck.facts.Message;

/**
 * What a dossier says of a place that cannot both be. Nothing in it tells which is wrong, so none of it decides anything.
 *
 * @param indicators whose figures or answers these are
 * @param message both, with their values
 */
public record Contradiction(List<String> indicators, Message message) {}
