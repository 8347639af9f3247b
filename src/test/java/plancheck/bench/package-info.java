/** How quick the check is, measured against plain Java that decides the same. */
package plancheck.bench;
