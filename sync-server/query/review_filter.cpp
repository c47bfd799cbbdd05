#include "sync-server/query/review_filter.h"

#include <charconv>

namespace plumb::server {
namespace {

constexpr int kMostDays = 3650;

class Query {
  public:
    explicit Query(const std::map<std::string, std::string>& query) : m_query(query) {}

    [[nodiscard]] std::string text(const char* name) const { return textIf(name).value_or(""); }
    // Where "" means something else than its absence.
    [[nodiscard]] std::optional<std::string> textIf(const char* name) const {
        const auto found = m_query.find(name);
        return found == m_query.end() ? std::nullopt : std::optional(found->second);
    }
    [[nodiscard]] Result<std::optional<bool>> flag(const char* name) const {
        const auto said = text(name);
        if (said.empty()) return std::optional<bool>();
        if (said == "0" || said == "1") return std::optional(said == "1");
        return fail(ErrorKind::malformed, "bad_query", "\"" + std::string(name) + "\" must be 0 or 1");
    }
    [[nodiscard]] Result<int> days() const {
        const auto said = text("days");
        int out = 0;
        if (said.empty()) return out;
        const char* end = said.data() + said.size();
        const auto read = std::from_chars(said.data(), end, out);
        if (read.ec == std::errc() && read.ptr == end && out >= 0 && out <= kMostDays) return out;
        return fail(ErrorKind::malformed, "bad_query",
                    "\"days\" must be a whole number from 0 to " + std::to_string(kMostDays));
    }

  private:
    const std::map<std::string, std::string>& m_query;
};

}  // namespace

Result<ReviewFilter> readReviewFilter(const std::map<std::string, std::string>& query) {
    const Query said(query);
    ReviewFilter out;
    const auto family = said.text("family");
    if (family != "" && family != "inspection" && family != "assessment")
        return fail(ErrorKind::malformed, "bad_query", "\"family\" must be inspection or assessment");
    out.family = family == "assessment" ? Family::assessment : Family::inspection;
    out.programme = said.textIf("programme");
    out.grade = said.textIf("grade");
    out.region = said.text("region");
    out.checklist = said.text("checklist");
    out.kind = said.text("kind");
    out.inspector = said.text("inspector");
    out.assigned = said.text("assigned");
    const auto findings = said.flag("findings"), veto = said.flag("veto"), second = said.flag("second");
    const auto days = said.days();
    const auto threads = said.text("threads");
    if (!findings) return fail(findings.error());
    if (!veto) return fail(veto.error());
    if (!second) return fail(second.error());
    if (!days) return fail(days.error());
    if (threads != "" && threads != "open" && threads != "answered")
        return fail(ErrorKind::malformed, "bad_query", "\"threads\" must be open or answered");
    out.findings = *findings;
    out.veto = *veto;
    out.second = *second;
    out.days = *days;
    if (!threads.empty()) out.threads = threads == "open" ? ThreadState::open : ThreadState::answered;
    return out;
}

}  // namespace plumb::server
