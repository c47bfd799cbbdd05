#include "mobile/record/record_talk.h"

#include <algorithm>

#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/records/planning/persons.h"

namespace plumb::mobile {
namespace {

QString nameOf(const Result<domain::TrustBook>& book, const std::string& person) {
    const auto* member = book ? records::memberOf(*book, person) : nullptr;
    return member ? qs(member->personName) : qs(person);
}

bool writes(const store::Profile& profile) {
    return std::ranges::any_of(profile.grants, [](const domain::Grant& grant) {
        return grant.role == domain::Role::inspector || grant.role == domain::Role::supervisor;
    });
}

bool isAmong(const std::vector<std::string>& persons, const std::string& person) {
    return std::ranges::find(persons, person) != persons.end();
}

}  // namespace

RecordTalk readTalk(const store::TabletStore& store, const std::string& inspection, bool closed) {
    RecordTalk out;
    const auto who = store.profile();
    if (!who) return out;
    out.answers = writes(*who);
    out.asks = out.answers && !closed;
    const auto discussion = store::discussionOf(store, inspection);
    const auto book = store.trust();
    for (const auto& one : discussion.threads) {
        auto& item = out.items[qs(one.thread.item)];
        for (const auto at : one.said) {
            const auto& remark = discussion.remarks[at];
            RemarkInfo shown{qs(one.thread.id),    nameOf(book, remark.says.person),
                             qs(remark.says.text), msOf(remark.at.utc),
                             remark.own,           remark.says.resolved,
                             remark.state};
            if (at == one.last) {
                const bool visited = isAmong(discussion.visitors, who->personId);
                shown.last = true;
                shown.open = !one.thread.resolved && !closed;
                shown.waits = shown.open && one.waits;
                shown.resolvable =
                    out.answers && !one.thread.resolved && (!visited || isAmong(discussion.visitors, one.thread.begun));
                item.open += shown.open ? 1 : 0;
                item.waits += shown.waits ? 1 : 0;
                out.waits += shown.waits ? 1 : 0;
            }
            item.said.push_back(std::move(shown));
        }
    }
    return out;
}

}  // namespace plumb::mobile
