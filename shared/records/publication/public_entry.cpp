#include "shared/records/publication/public_entry.h"

#include "shared/records/publication/personal.h"

namespace plumb::records {
namespace {

constexpr std::size_t kCountyDigits = 6;

}  // namespace

PublicEntry publicEntry(const PublicationRow& row, const std::vector<std::string>& told) {
    PublicEntry out;
    const bool stands = row.state == PublicationState::published;
    out.inspection = row.inspection;
    out.state = row.state;
    out.name = row.says.result.name;
    out.county = row.region.substr(0, kCountyDigits);
    if (stands) out.result = row.says.result;
    out.first = dayOf(row.first);
    out.changed = dayOf(row.at);
    out.version = row.version;
    // The kind of a check is a word of a list, and may be any text in the line.
    const auto show = [&](const std::string& text) {
        if (personalIn(text, told).empty()) return text;
        out.heldBack = true;
        return std::string();
    };
    if (stands) out.where = show(row.says.where);
    out.reason = show(stands ? row.says.reason : row.reason);
    if (stands) {
        out.result.kind = show(out.result.kind);
        out.result.grade = show(out.result.grade);
    }
    out.lineIsPublic = !out.heldBack && row.region.size() <= kCountyDigits;
    return out;
}

}  // namespace plumb::records
