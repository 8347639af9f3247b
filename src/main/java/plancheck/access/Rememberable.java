package plancheck.access;

/** Somebody signed in who may have a session. */
interface Rememberable extends SignedIn {
    SignedInStamp stamp();
}
