package plancheck.api.dossiers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plancheck.archive.CollectionReturn;
import plancheck.collect.Conflict;
import plancheck.facts.Language;
import plancheck.workflow.CollectionDesk;
import plancheck.workflow.PartState;

/** A dossier asked of the bureaus: how far each is, and what differs. */
@Schema(name = "Collection", description = "A dossier asked of the bureaus: how far each is, and what differs.")
record CollectionBody(
        UUID id,
        LocalDate due,
        String openedBy,
        Instant openedAt,
        List<PartBody> parts,

        @Schema(description = "What differs between the parts and the draft, decided or not")
        List<DifferenceBody> differences) {

    static CollectionBody of(CollectionDesk.CollectionState state, Language language) {
        return new CollectionBody(
                state.collection().id(),
                state.collection().due(),
                state.collection().openedBy(),
                state.collection().openedAt(),
                state.parts().stream().map(part -> PartBody.of(part, language)).toList(),
                state.merged().conflicts().stream()
                        .map(conflict -> DifferenceBody.of(conflict, state, language))
                        .toList());
    }

    /** What one bureau is asked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CollectionPart")
    record PartBody(
            @Schema(example = "statistics") String bureau,
            String name,

            @Schema(implementation = PartState.Stage.class) String state,

            int asked,
            int answered,
            int returns,

            @Schema(nullable = true) @Nullable Instant changedAt,

            @Schema(description = "Until when its link holds", nullable = true) @Nullable
            Instant linkUntil) {
        static PartBody of(PartState state, Language language) {
            return new PartBody(
                    state.part().bureau(),
                    language.of(state.bureau().name()),
                    state.stage().id(),
                    state.asked(),
                    state.answered(),
                    state.returns().size(),
                    state.changedAt(),
                    state.part().linkUntil());
        }
    }

    /** Something to which different answers are given. */
    @Schema(name = "CollectionDifference")
    record DifferenceBody(
            String pointer,
            String what,
            List<VersionBody> versions,

            @Schema(description = "The answer that stands; empty while it is not decided")
            String taken) {
        static DifferenceBody of(Conflict conflict, CollectionDesk.CollectionState state, Language language) {
            return new DifferenceBody(
                    conflict.pointer(),
                    language.of(conflict.what()),
                    conflict.versions().stream()
                            .map(version -> new VersionBody(
                                    version.answer(),
                                    version.from().stream()
                                            .map(from -> language.of(state.giver(from)))
                                            .toList()))
                            .toList(),
                    conflict.taken());
        }
    }

    /** One of the answers, with all who give it. */
    @Schema(name = "CollectionVersion")
    record VersionBody(String answer, List<String> from) {}

    /** A part that was handed back. */
    @Schema(name = "CollectionReturn")
    record ReturnBody(int number, String returnedBy, Instant returnedAt) {
        static ReturnBody of(CollectionReturn made) {
            return new ReturnBody(made.number(), made.returnedBy(), made.returnedAt());
        }
    }

    /** Who is asked, until when. */
    @Schema(name = "CollectionRequest")
    record OpenRequest(
            @Schema(
                    description = "Ids of bureaus",
                    example = "[\"statistics\"]",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            List<String> bureaus,

            @Schema(format = "date", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String due) {}

    /** Whose answers stand. */
    @Schema(name = "CollectionDecisions")
    record DecideRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<DecisionRequest> decisions) {}

    /** Of one difference. */
    @Schema(name = "CollectionDecision")
    record DecisionRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String pointer,

            @Schema(description = "One of those who gave the answer; empty to leave it open") @Nullable
            String from,

            @Schema(description = "As the difference has it") @Nullable
            String answer) {
        CollectionDesk.Choice choice() {
            return new CollectionDesk.Choice(
                    pointer == null ? "" : pointer, from == null ? "" : from, answer == null ? "" : answer);
        }
    }
}
