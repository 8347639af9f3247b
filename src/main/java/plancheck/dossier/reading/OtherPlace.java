package plancheck.dossier.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Node;
import plancheck.dossier.Problem;
import plancheck.facts.Message;
import plancheck.facts.NormalForm;
import plancheck.rulebook.PlaceName;
import plancheck.rulebook.RuleBook;

/** Notices a dossier whose title or id is that of another place: mostly a copy in which not all was changed. */
final class OtherPlace {
    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    private final RuleBook book;
    private final PlaceName place;
    private final boolean isProject;

    /** @param isProject a project may bear the name of what it leads to, and the number of an authority above */
    OtherPlace(RuleBook book, PlaceName place, boolean isProject) {
        this.book = book;
        this.place = place;
        this.isProject = isProject;
    }

    /** One note, however many of them are another place's. */
    Optional<Problem> in(Node root) {
        Node title = root.at("title");
        Node id = root.at("id");
        PlaceName titled = title == null ? null : titled(NormalForm.of(title.textOrEmpty()));
        PlaceName numbered = id == null ? null : numbered(NormalForm.of(id.textOrEmpty()));
        if (titled == null && numbered == null) {
            return Optional.empty();
        }
        List<Message> wrong = new ArrayList<>();
        if (titled != null) {
            wrong.add(Message.of("dossier.title-of-another-place", titled.inWords()));
        }
        if (numbered != null) {
            wrong.add(Message.of("dossier.id-of-another-place", numbered.code(), numbered.inWords()));
        }
        Node where = titled != null && title != null ? title : id == null ? root : id;
        return Optional.of(Problem.warning(
                where.line(),
                where.pointer(),
                Message.of("dossier.another-place", place.inWords(), place.code(), wrong),
                Message.of("dossier.check-whether-it-is-another-places")));
    }

    /** The other place that the title names without naming the own one. */
    private @Nullable PlaceName titled(String title) {
        if (title.contains(place.shortName()) || title.contains(place.inWords().en())) {
            return null;
        }
        PlaceName other = null;
        for (Map.Entry<String, PlaceName> written : book.placesAsWritten().entrySet()) {
            String name = written.getKey();
            boolean named = title.contains(isProject ? written.getValue().name() : name);
            boolean isCode =
                    name.equals(written.getValue().code()) || CODE.matcher(name).matches();
            if (named && !isCode && isForeign(written.getValue())) {
                // The county rather than the city that stands before it.
                other = other == null || other.code().equals(written.getValue().parent()) ? written.getValue() : other;
            }
        }
        return other;
    }

    /** The other place whose code, of now or of before, the id has. */
    private @Nullable PlaceName numbered(String id) {
        PlaceName other = null;
        for (Matcher code = CODE.matcher(id); code.find(); ) {
            PlaceName of = book.placesAsWritten().get(code.group());
            if (of != null && of.code().equals(place.code())) {
                return null;
            }
            other = of != null && isForeign(of) && other == null ? of : other;
        }
        return other;
    }

    private boolean isForeign(PlaceName other) {
        if (other.code().equals(place.code())) {
            return false;
        }
        return !isProject || !isAbove(other, place) && !isAbove(place, other);
    }

    private boolean isAbove(PlaceName above, PlaceName below) {
        for (PlaceName at = below; at != null; at = book.places().get(at.parent())) {
            if (at.parent().equals(above.code())) {
                return true;
            }
        }
        return false;
    }
}
