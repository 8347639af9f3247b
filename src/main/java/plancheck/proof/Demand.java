package plancheck.proof;

import com.microsoft.z3.BoolExpr;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import plancheck.rulebook.Provision;

/**
 * A provision put to the solver, for one setting at one date.
 *
 * @param binds when it binds somebody in the dossier
 * @param kept when it is found to pass for all it binds
 * @param missed when it is found not to be kept, where it is due
 * @param sides what goes with the list it is about: how many there are
 * @param about what of a dossier decides it
 */
record Demand(
        Provision provision,
        LocalDate asOf,
        BoolExpr binds,
        BoolExpr kept,
        BoolExpr missed,
        List<BoolExpr> sides,
        Set<Unknown> about) {}
