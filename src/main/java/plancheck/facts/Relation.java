package plancheck.facts;

/**
 * How another provision bears on this one.
 *
 * @param other the other provision's id; {@code otherTitle} its title
 * @param note what settles a tension, in our own words; empty for other kinds
 * @param ruling the ruling that settles it
 */
public record Relation(RelationKind kind, String other, Label otherTitle, Label note, String ruling) {}
