package plancheck.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import plancheck.dossier.Dossier;
import plancheck.dossier.DossierKind;
import plancheck.facts.Caveat;
import plancheck.facts.Figure;
import plancheck.facts.Label;
import plancheck.facts.Level;
import plancheck.facts.Place;
import plancheck.facts.Source;
import plancheck.facts.Statement;

/** Made-up self-assessments, most of them of counties; the same seed gives the same dossiers. */
final class SampleDossiers {
    private static final List<LocalDate> AS_OF = List.of(
            LocalDate.of(2023, 12, 31),
            LocalDate.of(2024, 12, 31),
            LocalDate.of(2025, 6, 30),
            LocalDate.of(2025, 12, 31),
            LocalDate.of(2030, 12, 31));

    private final SamplePlan plan;
    private final Random random;

    SampleDossiers(SamplePlan plan, long seed) {
        this.plan = plan;
        this.random = new Random(seed);
    }

    List<Dossier> take(int count) {
        List<Dossier> dossiers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            dossiers.add(dossier(i));
        }
        return dossiers;
    }

    private Dossier dossier(int i) {
        LocalDate asOf = any(AS_OF);
        List<Place> places = places(asOf);
        return new Dossier(
                DossierKind.SELF_ASSESSMENT,
                "sample-" + i,
                "样例自评" + i,
                String.valueOf(places.get(0).getCode()),
                asOf,
                places,
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Set.of(),
                "digest-" + i,
                List.of());
    }

    private List<Place> places(LocalDate asOf) {
        int draw = random.nextInt(100);
        if (draw < 2) {
            return List.of(place(SamplePlan.PROVINCE, Level.PROVINCE, asOf));
        }
        if (draw < 10) {
            return pair(SamplePlan.CITY, Level.CITY, Level.CENTRAL_URBAN_AREA, asOf);
        }
        return draw < 20
                ? pair(any(SamplePlan.DISTRICTS), Level.COUNTY, Level.CENTRAL_URBAN_AREA, asOf)
                : pair(any(SamplePlan.COUNTIES), Level.COUNTY, Level.COUNTY_SEAT, asOf);
    }

    private List<Place> pair(String code, Level level, Level town, LocalDate asOf) {
        return List.of(place(code, level, asOf), place(code, town, asOf));
    }

    private Place place(String code, Level level, LocalDate asOf) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (Target.Measure measure : plan.measures()) {
            // One figure in twenty is missing, as in dossiers that come in.
            if (random.nextInt(20) > 0) {
                figures.put(measure.id(), figure(measure, asOf));
            }
        }
        return new Place(code, level, Label.of(SamplePlan.name(code) + level.label()), figures);
    }

    private Figure figure(Target.Measure measure, LocalDate asOf) {
        BigDecimal value = measure.usual().add(BigDecimal.valueOf(random.nextInt(1600) - 800, 2));
        int year = asOf.getYear() - (random.nextInt(10) == 0 ? 1 : 0);
        return new Figure(
                measure.id(),
                value,
                year,
                any(List.of(Source.values())),
                List.of(),
                Collections.emptySortedMap(),
                Map.of(),
                Caveat.NONE,
                Statement.NONE,
                1 + random.nextInt(90));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
