package plancheck.access;

/** What Spring Security knows of whoever is signed in. */
public interface SignedIn {
    Actor actor();
}
