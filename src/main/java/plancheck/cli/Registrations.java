package plancheck.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plancheck.dossier.Problems;
import plancheck.dossier.reading.SourceText;
import plancheck.facts.Label;
import plancheck.facts.Message;
import plancheck.platform.ProjectProposal;
import plancheck.platform.ProjectProposals;
import plancheck.rulebook.RuleBook;

/** Registrations of the approval platform as files, with what they suggest said on standard error. */
final class Registrations {
    private final Setup setup;
    private final RuleBook book;
    private final Terminal terminal;

    Registrations(Setup setup, RuleBook book, Terminal terminal) {
        this.setup = setup;
        this.book = book;
        this.terminal = terminal;
    }

    /** The text of a file where it is a registration rather than a dossier; null where it is none, or no text. */
    static @Nullable String text(byte[] bytes) {
        String text = SourceText.decode(bytes, new Problems());
        return text != null && ProjectProposals.isRegistration(text) ? text : null;
    }

    /**
     * What is registered. What was only read from words is said, for it is to be looked through.
     *
     * @return at least one
     * @throws CliException when there is none in it
     */
    List<ProjectProposal> read(String file, byte[] bytes) {
        Problems problems = new Problems();
        String text = SourceText.decode(bytes, problems);
        setup.say(Label.of(file), problems.inOrder(), terminal);
        ProjectProposals.Read read = new ProjectProposals(book).of(text == null ? "" : text);
        setup.say(Label.of(file), read.problems(), terminal);
        if (read.proposals().isEmpty()) {
            throw new CliException(Exit.DOSSIER_INVALID, Message.of("cli.match-no-project", file));
        }
        read.proposals().forEach(proposal -> say(file, proposal));
        return read.proposals();
    }

    private void say(String file, ProjectProposal proposal) {
        setup.say(Label.of(proposal.name().isEmpty() ? file : proposal.name()), proposal.problems(), terminal);
        proposal.sectors()
                .forEach(guess -> terminal.say(Message.of(
                        "cli.match-sector",
                        proposal.name(),
                        book.sectors().getOrDefault(guess.sector(), Label.of(guess.sector())),
                        guess.sector(),
                        guess.reasons())));
        proposal.amounts()
                .forEach(amount -> terminal.say(Message.of(
                        "cli.match-amount",
                        proposal.name(),
                        amount.amount().of(),
                        amount.amount().value(),
                        amount.amount().unit(),
                        amount.words())));
    }
}
