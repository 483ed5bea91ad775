package dev.sagamart.defaults.deadletters;

import dev.sagamart.defaults.problem.CommonProblems;
import dev.sagamart.defaults.problem.Problem;
import dev.sagamart.defaults.requests.Answer;
import dev.sagamart.defaults.web.Page;
import dev.sagamart.defaults.web.PageQuery;
import dev.sagamart.messaging.deadletters.DiscardLetters;
import dev.sagamart.messaging.deadletters.LetterId;
import dev.sagamart.messaging.deadletters.ListLetters;
import dev.sagamart.messaging.deadletters.ListedLetter;
import dev.sagamart.messaging.deadletters.NoSuchLetter;
import dev.sagamart.messaging.deadletters.OpenLetter;
import dev.sagamart.messaging.deadletters.ReplayLetters;
import dev.sagamart.messaging.deadletters.TooMuchAtOnce;
import dev.sagamart.messaging.deadletters.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** What the desk answers: its outcomes and refusals in the words of the API. */
final class Desk {
    private final ListLetters listing;
    private final OpenLetter opening;
    private final ReplayLetters replaying;
    private final DiscardLetters discarding;

    Desk(ListLetters listing, OpenLetter opening, ReplayLetters replaying, DiscardLetters discarding) {
        this.listing = listing;
        this.opening = opening;
        this.replaying = replaying;
        this.discarding = discarding;
    }

    Page<LetterDocument> list(String topic, PageQuery page) {
        List<ListedLetter> rows = page.after(place -> listing.list(topic, place, page.rows()))
                .orElseGet(() -> listing.list(topic, null, page.rows()));
        return Page.of(rows, page, ListedLetter::place)
                .map(listed -> LetterDocument.of(listed.letter(), listed.state()));
    }

    OpenedLetterDocument open(String topic, String id) {
        try {
            return OpenedLetterDocument.of(opening.open(topic, parse("id", id)));
        } catch (NoSuchLetter nowhere) {
            throw notFound(nowhere).asException();
        }
    }

    Answer replay(String topic, ReplayRequest request, String operator) {
        Set<LetterId> ids = ids(request.ids());
        if (request.dryRun()) {
            return decided(
                    () -> replaying.attempt(topic, ids),
                    verdicts -> Answer.of(HttpStatus.OK, OutcomeDocument.of(true, verdicts)));
        }
        return decided(() -> replaying.replay(topic, ids, operator, request.reason()), Desk::done);
    }

    Answer discard(String topic, DiscardRequest request, String operator) {
        return decided(() -> discarding.discard(topic, ids(request.ids()), operator, request.reason()), Desk::done);
    }

    private static Answer decided(Supplier<List<Verdict>> deciding, Function<List<Verdict>, Answer> answering) {
        try {
            return answering.apply(deciding.get());
        } catch (NoSuchLetter nowhere) {
            return Answer.refused(notFound(nowhere));
        } catch (TooMuchAtOnce large) {
            throw CommonProblems.invalid("ids", "name letters that are too large to be replayed together")
                    .asException();
        }
    }

    private static Answer done(List<Verdict> verdicts) {
        return verdicts.stream().allMatch(Verdict::isYes)
                ? Answer.of(HttpStatus.OK, OutcomeDocument.of(false, verdicts))
                : Answer.refused(refused(verdicts));
    }

    private static Problem refused(List<Verdict> verdicts) {
        List<Verdict> refused =
                verdicts.stream().filter(verdict -> !verdict.isYes()).toList();
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "DEAD_LETTER_REFUSED",
                        "Nothing was done, because something stands against some of these dead letters.")
                .with("refusals", OutcomeDocument.documents(refused));
    }

    private static Problem notFound(NoSuchLetter nowhere) {
        return Problem.of(
                HttpStatus.NOT_FOUND, "NOT_FOUND", "There is no dead letter %s here.".formatted(nowhere.id()));
    }

    private static Set<LetterId> ids(List<String> texts) {
        var ids = new LinkedHashSet<LetterId>();
        for (String text : texts) {
            if (!ids.add(parse("ids", text))) {
                throw CommonProblems.invalid("ids", "name a letter twice").asException();
            }
        }
        return ids;
    }

    private static LetterId parse(String field, String text) {
        return LetterId.parse(text)
                .orElseThrow(() ->
                        CommonProblems.invalid(field, "has the wrong form").asException());
    }
}
