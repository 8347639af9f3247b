package plancheck.access;

/** What Spring Security keeps of whoever is signed in. */
public interface SignedIn {
    Actor actor();
}
