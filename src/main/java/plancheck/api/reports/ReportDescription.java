package plancheck.api.reports;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.stereotype.Component;
import plancheck.facts.Force;
import plancheck.report.Outcome;
import plancheck.report.Progress;
import plancheck.report.Report;
import plancheck.report.Standing;
import plancheck.report.Verdict;
import plancheck.report.writing.PublishedComparison;
import plancheck.report.writing.PublishedDecision;
import plancheck.report.writing.PublishedFinding;
import plancheck.report.writing.PublishedReport;

/** What the API's description says of the report beyond its members and their types: its parts' names, and remarks. */
@Component
class ReportDescription implements ModelConverter {
    private static final Map<Class<?>, Class<?>> REMARKS = Map.ofEntries(
            Map.entry(PublishedReport.class, OfReport.class),
            Map.entry(PublishedReport.NoteText.class, OfNote.class),
            Map.entry(PublishedReport.RulingText.class, OfRuling.class),
            Map.entry(Report.DossierId.class, OfDossier.class),
            Map.entry(Report.RuleBookId.class, OfRuleBook.class),
            Map.entry(PublishedDecision.class, OfDecision.class),
            Map.entry(PublishedDecision.BasisText.class, OfBasisText.class),
            Map.entry(PublishedDecision.Point.class, OfPoint.class),
            Map.entry(PublishedDecision.Addition.class, OfAddition.class),
            Map.entry(PublishedFinding.class, OfFinding.class),
            Map.entry(PublishedFinding.CitationText.class, OfCitation.class),
            Map.entry(PublishedFinding.RelationText.class, OfRelation.class),
            Map.entry(PublishedFinding.MissingText.class, OfMissing.class),
            Map.entry(Progress.class, OfProgress.class),
            Map.entry(PublishedComparison.class, OfWhatIf.class),
            Map.entry(PublishedComparison.VerdictPair.class, OfVerdicts.class),
            Map.entry(PublishedComparison.OutcomeChange.class, OfChange.class));

    private final com.fasterxml.jackson.databind.ObjectMapper types;

    ReportDescription(ObjectMapperProvider mappers) {
        this.types = mappers.jsonMapper();
        REMARKS.forEach(types::addMixIn);
    }

    @Override
    public io.swagger.v3.oas.models.media.@Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        Class<?> remarks = REMARKS.get(types.constructType(type.getType()).getRawClass());
        if (remarks == null) {
            return others.next().resolve(type, context, others);
        }
        Schema said = remarks.getAnnotation(Schema.class);
        var schema = others.next().resolve(type.name(said.name()), context, others);
        var defined = context.getDefinedModels().get(said.name());
        if (defined != null && !said.description().isEmpty()) {
            defined.setDescription(said.description());
        }
        return schema;
    }

    @Schema(name = "Report", description = "The same as `plancheck check -f json` prints.")
    interface OfReport {
        @Schema(format = "date")
        String asOf();

        @Schema(implementation = Verdict.class)
        String verdict();

        @Schema(description = "Findings per outcome")
        Map<String, Integer> counts();

        @Schema(description = "Passes by what they rest on: measured, attached, cited, declared or reviewed")
        Map<String, Integer> passes();

        @Schema(description = "What was not used of the dossier; left out when there is nothing to say")
        List<PublishedReport.NoteText> notes();
    }

    @Schema(name = "ProjectDecision", description = "What an approval can act on of a project's report.")
    interface OfDecision {
        @Schema(implementation = Standing.class)
        String standing();

        @Schema(description = "Works and kinds of works of the plans that it is, and what it claims to rest on")
        List<PublishedDecision.BasisText> basis();

        @Schema(description = "Binding provisions that it does not keep, with what would mend it")
        List<PublishedDecision.Point> fails();

        @Schema(description = "Binding provisions that lack data or a person's answer")
        List<PublishedDecision.Point> open();

        @Schema(description = "Binding provisions kept as the applicant says: conditions of an approval")
        List<PublishedDecision.Point> conditions();

        @Schema(description = "What it adds when it is complete")
        List<PublishedDecision.Addition> adds();
    }

    @Schema(name = "ProjectBasis")
    interface OfBasisText {
        @Schema(implementation = Standing.class)
        String standing();

        @Schema(implementation = Outcome.class)
        String outcome();

        @Schema(
                types = {"string", "null"},
                description = "Left out where nothing is to be decided")
        String question();
    }

    @Schema(name = "DecisionPoint")
    interface OfPoint {
        @Schema(implementation = Outcome.class)
        String outcome();

        @Schema(description = "What is to be done, given, decided or kept")
        String say();
    }

    @Schema(
            name = "ProjectAddition",
            description = "Its part of what a plan counts, or what a figure of its place will be.")
    interface OfAddition {
        @Schema(types = "number")
        Object amount();

        @Schema(
                types = {"number", "null"},
                description = "How much the plan asks for in all")
        Object of();

        @Schema(format = "date")
        String when();
    }

    @Schema(name = "ReportNote")
    interface OfNote {
        @Schema(description = "0 when there is none")
        int line();

        @Schema(description = "JSON pointer")
        String pointer();
    }

    @Schema(name = "ReportRuling")
    interface OfRuling {}

    @Schema(name = "ReportDossier")
    interface OfDossier {
        @Schema(allowableValues = {"self-assessment", "project"})
        String kind();

        @Schema(description = "GB/T 2260 code")
        String place();

        @Schema(description = "SHA-256 of the dossier as handed in")
        String digest();
    }

    @Schema(name = "ReportRuleBook")
    interface OfRuleBook {
        @Schema(description = "SHA-256 over its files")
        String digest();
    }

    @Schema(name = "Finding")
    interface OfFinding {
        @Schema(implementation = Outcome.class)
        String outcome();

        @Schema(description = "A number, true or false, a word, or null") // several types are too many for generators
        Object measured();

        @Schema(description = "Of the same sort as measured")
        Object required();

        @Schema(types = {"string", "null"})
        String op();

        @Schema(
                types = {"number", "null"},
                description = "Negative when short")
        Number margin();

        @Schema(
                types = {"string", "null"},
                format = "date")
        String due();

        @Schema(implementation = Force.class)
        String force();

        @Schema(types = {"string", "null"})
        String basis();

        @Schema(description = "Whether it rests on an assumed figure")
        boolean assumed();

        @Schema(description = "Items of a list that do not meet it")
        List<String> left();

        @Schema(description = "Step by step")
        List<String> because();
    }

    @Schema(name = "Citation")
    interface OfCitation {}

    @Schema(name = "Relation")
    interface OfRelation {
        @Schema(types = {"string", "null"})
        String ruling();
    }

    @Schema(name = "Missing")
    interface OfMissing {}

    @Schema(name = "Progress")
    interface OfProgress {
        @Schema(types = {"number", "null"})
        Number baseline();

        @Schema(types = {"number", "null"})
        Number expected();
    }

    @Schema(name = "WhatIf")
    interface OfWhatIf {}

    @Schema(name = "WhatIfVerdict")
    interface OfVerdicts {}

    @Schema(name = "WhatIfChange")
    interface OfChange {
        @Schema(types = {"string", "null"})
        String before();

        @Schema(types = {"string", "null"})
        String after();
    }
}
