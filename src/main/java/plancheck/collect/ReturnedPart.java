package plancheck.collect;

import java.util.List;
import java.util.Map;

/**
 * What one office has handed back.
 *
 * @param from who, or the name of the file
 * @param fields by the names of a form's fields, with values as the format has them
 */
public record ReturnedPart(String from, Map<String, List<String>> fields) {}
