#include "shared/domain/status.h"

namespace plumb::domain {

std::string_view statusName(InspectionStatus status) {
    switch (status) {
        case InspectionStatus::submitted:
            return "submitted";
        case InspectionStatus::returned:
            return "returned";
        case InspectionStatus::accepted:
            return "accepted";
    }
    return "";
}

History historyOf(const std::vector<HistoryLine>& lines) {
    History history;
    if (lines.empty()) return history;
    const std::string& id = lines.front().payload.id;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto& line = lines[i];
        if (textOr(line.payload.body, "of") != id) continue;
        const auto& type = line.payload.type;
        if (type == "inspection.amended") {
            // What was accepted is closed, and only who signed it can amend it.
            if (line.kid != lines.front().kid || history.status == InspectionStatus::accepted) continue;
            history.newest = i;
            ++history.version;
            history.status = InspectionStatus::submitted;
        } else if (type == "review.accepted" || type == "review.returned") {
            const bool stands =
                textOr(line.payload.body, "hash") == lines[history.newest].hash.hex() && line.kid != lines.front().kid;
            if (!stands || history.status == InspectionStatus::accepted) continue;
            history.reviews.push_back(i);
            history.status = type == "review.accepted" ? InspectionStatus::accepted : InspectionStatus::returned;
        }
    }
    return history;
}

}  // namespace plumb::domain
