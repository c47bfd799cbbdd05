// What this person said of standards, and what became of it: signed here, answered by somebody of the region
// (records/voice/feedback.h). Blocking; on the vault thread.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "mobile/store/local_store.h"
#include "shared/records/voice/feedback.h"

namespace plumb::mobile {

struct FeedbackAnswer {
    records::FeedbackClass as = records::FeedbackClass::other;
    QString text, by;  // by name; "" where the book does not know it
    qint64 atMs = 0;
};

struct OwnFeedback {
    QString id, standard, clause, text;
    qint64 atMs = 0;
    bool refused = false;                       // by the server
    std::optional<FeedbackAnswer> answer = {};  // the newest
};

// The newest first.
Result<std::vector<OwnFeedback>> readOwnFeedback(LocalStore& store);

}  // namespace plumb::mobile
