#include "shared/domain/complaint_rights.h"

#include <algorithm>

namespace plumb::domain {
namespace {

constexpr std::size_t kRegionStep = 2;  // GB/T 2260: province, prefecture, county

bool liesBelow(std::string_view region, std::string_view above) {
    return region.size() > above.size() && region.starts_with(above);
}

const json::object& aboutOf(const json::object& body) {
    static const json::object kNothing;
    const auto* about = body.if_contains("about");
    return about && about->is_object() ? about->get_object() : kNothing;
}

Result<void> checkAbove(const std::vector<std::string>& regions, std::string_view region) {
    const bool above =
        std::all_of(regions.begin(), regions.end(), [&](const auto& own) { return liesBelow(own, region); });
    if (above) return {};
    return fail(
        ErrorKind::refused, "complaint_office",
        "a complaint about a person or an office is answered by an office above every region of theirs, not in " +
            std::string(region.substr(0, 6)));
}

}  // namespace

bool isComplaint(std::string_view type) {
    return type == kComplaintReceived || type == kComplaintClassified || type == kComplaintTasked ||
           type == kComplaintAnswered;
}

std::string regionOfAll(const std::vector<std::string>& regions) {
    std::string common = regions.empty() ? std::string() : regions.front();
    for (const auto& region : regions) {
        while (!region.starts_with(common)) common.resize(common.size() - std::min(kRegionStep, common.size()));
    }
    return common;
}

std::optional<std::string> regionAbove(const std::vector<std::string>& regions) {
    std::string common = regionOfAll(regions);
    const bool itself = std::find(regions.begin(), regions.end(), common) != regions.end();
    if (itself && common.size() >= kRegionStep) common.resize(common.size() - kRegionStep);
    if (common.empty()) return std::nullopt;
    return common;
}

std::vector<std::string> regionsOfPerson(const TrustBook& book, std::string_view person, LogPlace place) {
    std::vector<std::string> out;
    for (const auto& [kid, member] : book.members()) {
        if (member.personId != person || (place && member.enrolledAt >= *place)) continue;
        for (const auto& held : member.held) {
            if (place && held.since >= *place) continue;
            for (const auto& region : held.grant.regions) {
                if (std::find(out.begin(), out.end(), region) == out.end()) out.push_back(region);
            }
        }
    }
    return out;
}

std::string complainedOf(const json::object& body) {
    const auto& about = aboutOf(body);
    return textOr(about, "kind") == "person" ? textOr(about, "person") : std::string();
}

bool mayReadComplaint(const ComplaintReader& reader, const ComplaintLine& line) {
    if (!line.against.empty() && line.against == reader.person) return false;
    return mayRead(reader.grants, line.type, line.region, line.site, line.own);
}

Result<void> checkComplaintPlace(const TrustBook& book, const Member& author, bool authorInvitedByRoot,
                                 const record::Payload& payload, LogPlace place) {
    const bool rating = payload.type == "rating.counted" || payload.type == "rating.said";
    if (payload.type != kComplaintReceived && !rating) return {};
    const bool intake = author.personId == kIntakePerson && authorInvitedByRoot;
    if ((rating || textOr(payload.body, "channel") == "page") != intake)
        return fail(ErrorKind::forbidden, "intake_only",
                    "what came in through a public page is said by the server's intake, and by nobody else");
    if (rating) return {};
    const auto& about = aboutOf(payload.body);
    const auto kind = textOr(about, "kind");
    if (kind == "office") return checkAbove({textOr(about, "office")}, payload.region);
    if (kind != "person") return {};
    const auto person = textOr(about, "person");
    if (person == author.personId)
        return fail(ErrorKind::forbidden, "complaint_own", "nobody takes down a complaint about herself");
    const auto regions = regionsOfPerson(book, person, place);
    if (regions.empty())
        return fail(ErrorKind::refused, "accused_unknown", "no person " + person.substr(0, 80) + " is enrolled here");
    return checkAbove(regions, payload.region);
}

}  // namespace plumb::domain
