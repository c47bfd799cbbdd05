#include "shared/records/planning/deciding.h"

namespace plumb::records {

Deciding judgeDeciding(std::uint64_t committed, const std::string& drawer, std::uint64_t size,
                       const AuthorAt& authorAt) {
    if (size < committed + 2) return Deciding::wrong;
    bool all = true;
    for (std::uint64_t index = committed + 1; index < size; ++index) {
        const auto person = authorAt(index);
        if (!person) {
            all = false;
            continue;
        }
        const bool another = !person->empty() && *person != drawer;
        if (another != (index + 1 == size)) return Deciding::wrong;
    }
    return all ? Deciding::proved : Deciding::unknown;
}

}  // namespace plumb::records
