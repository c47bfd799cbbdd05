#include "mobile/standards/own_feedback.h"

#include <map>

#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/store/folded_rows.h"

namespace plumb::mobile {
namespace {

// By the feedback that they answer; of two the later one in the log.
Result<std::map<std::string, FeedbackAnswer>> readAnswers(const store::TabletStore& store) {
    std::map<std::string, FeedbackAnswer> out;
    const auto book = store.trust();
    store::RecordFilter filter;
    filter.type = std::string(records::kFeedbackAnswered);
    filter.newestFirst = false;
    for (const auto& row : store.records(filter)) {
        if (!store::counts(row)) continue;
        const auto payload = store.payload(row.hash);
        if (!payload) return fail(payload.error());
        const auto said = records::readFeedbackAnswered(payload->body);
        if (!said) continue;
        const auto* member = book ? book->member(row.kid) : nullptr;
        out.insert_or_assign(said->of,
                             FeedbackAnswer{said->as, qs(said->text), member ? qs(member->personName) : QString(),
                                            msOf(payload->at.utc)});
    }
    return out;
}

}  // namespace

Result<std::vector<OwnFeedback>> readOwnFeedback(LocalStore& store) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto answers = readAnswers(**tablet);
    if (!answers) return fail(answers.error());
    std::vector<OwnFeedback> out;
    store::RecordFilter filter;
    filter.type = std::string(records::kFeedback);
    filter.own = true;
    for (const auto& row : (*tablet)->records(filter)) {
        const auto payload = (*tablet)->payload(row.hash);
        if (!payload) return fail(payload.error());
        const auto& body = payload->body;
        OwnFeedback one{qs(row.id),
                        qs(textOr(body, "standard")),
                        qs(textOr(body, "clause")),
                        qs(textOr(body, "text")),
                        msOf(payload->at.utc),
                        row.state == store::RecordState::refused};
        if (const auto found = answers->find(row.id); found != answers->end()) one.answer = found->second;
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace plumb::mobile
