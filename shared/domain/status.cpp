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

Story tellStory(const std::vector<StoryLine>& lines) {
    Story story;
    if (lines.empty()) return story;
    const std::string& id = lines.front().payload.id;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto& line = lines[i];
        if (textOr(line.payload.body, "of") != id) continue;
        const auto& type = line.payload.type;
        if (type == "inspection.amended") {
            // What was accepted is closed, and only who signed it can amend it.
            if (line.kid != lines.front().kid || story.status == InspectionStatus::accepted) continue;
            story.newest = i;
            ++story.version;
            story.status = InspectionStatus::submitted;
        } else if (type == "review.accepted" || type == "review.returned") {
            const bool stands =
                textOr(line.payload.body, "hash") == lines[story.newest].hash.hex() && line.kid != lines.front().kid;
            if (!stands || story.status == InspectionStatus::accepted) continue;
            story.reviews.push_back(i);
            story.status = type == "review.accepted" ? InspectionStatus::accepted : InspectionStatus::returned;
        }
    }
    return story;
}

}  // namespace plumb::domain
