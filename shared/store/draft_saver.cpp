#include "shared/store/draft_saver.h"

#include <algorithm>

#include "shared/store/draft_audit_trail.h"

namespace plumb::store {
namespace {

// Calls `make(name, value)` for each entry that differs; a value that is gone comes as "".
template <class Make>
void differing(const std::map<std::string, std::string>& before, const std::map<std::string, std::string>& after,
               Make make) {
    auto old = before.begin();
    auto now = after.begin();
    while (old != before.end() || now != after.end()) {
        if (now == after.end() || (old != before.end() && old->first < now->first)) {
            make(old->first, std::string());
            ++old;
        } else if (old == before.end() || now->first < old->first) {
            make(now->first, now->second);
            ++now;
        } else {
            if (old->second != now->second) make(now->first, now->second);
            ++old;
            ++now;
        }
    }
}

const Photo* among(const std::vector<Photo>& photos, const Photo& photo) {
    const auto found =
        std::find_if(photos.begin(), photos.end(), [&](const Photo& known) { return samePhoto(known, photo); });
    return found == photos.end() ? nullptr : &*found;
}

DraftSaver::State stateOf(const checklist::Session& session, const InspectionDraft& draft) {
    const auto& trail = session.trail().entries();
    return {
        session.answers(), draft.findings,  draft.photos, draft.place,
        draft.credential,  draft.inspected, trail.size(), trail.empty() ? std::nullopt : std::optional(trail.back())};
}

}  // namespace

DraftSaver::DraftSaver(const checklist::Session& session, const InspectionDraft& draft)
    : m_written(stateOf(session, draft)) {
    const auto& trail = session.trail().entries();
    m_written.trail = draft.trail.entries().size();
    m_passedFrom = m_written.trail;
    while (m_passedFrom < trail.size() && trail[m_passedFrom].kind == checklist::AuditEntry::Kind::answer)
        ++m_passedFrom;
    m_passedOver = trail.size() - m_passedFrom;
    if (m_passedFrom == m_written.trail) {
        m_written.trail = trail.size();  // what was passed over lies behind
        return;
    }
    m_written.last.reset();
    for (const auto& key : session.defaults()) m_written.answers.values.erase(key);
}

DraftSaver::Step DraftSaver::step(const checklist::Session& session, const InspectionDraft& draft) const {
    Step out{{}, stateOf(session, draft)};
    const auto& before = m_written;
    const auto& now = out.state;
    const auto with = [&](auto make) {
        return
            [&out, make](const std::string& name, const std::string& value) { out.rows.push_back(make(name, value)); };
    };
    differing(before.answers.values, now.answers.values, with(answerEntry));
    differing(before.answers.na, now.answers.na, with(naEntry));
    differing(before.answers.notes, now.answers.notes, with(noteEntry));
    differing(before.answers.facts, now.answers.facts, with(factEntry));
    for (const auto& [item, finding] : now.findings) {
        const auto old = before.findings.find(item);
        if (old == before.findings.end() || !(old->second == finding)) out.rows.push_back(findingEntry(finding));
    }
    for (const auto& photo : before.photos) {
        if (!among(now.photos, photo)) out.rows.push_back(photoGone(photo));
    }
    for (const auto& photo : now.photos) {
        const auto* old = among(before.photos, photo);
        if (!old || !(old->origin == photo.origin)) out.rows.push_back(photoEntry(photo));
        if (old ? old->marks != photo.marks : !photo.marks.empty()) out.rows.push_back(marksEntry(photo));
    }
    if (now.place != before.place) out.rows.push_back(placeEntry(now.place));
    if (!(now.credential == before.credential)) out.rows.push_back(credentialEntry(now.credential));
    if (!(now.inspected == before.inspected)) out.rows.push_back(inspectedEntry(now.inspected));
    const auto& trail = session.trail().entries();
    const auto passed = [&](std::size_t i) { return i >= m_passedFrom && i < m_passedFrom + m_passedOver; };
    const bool extended =
        before.trail > 0 && before.last && !passed(before.trail - 1) && !(trail[before.trail - 1] == *before.last);
    for (std::size_t i = extended ? before.trail - 1 : before.trail; i < trail.size(); ++i) {
        if (passed(i)) continue;
        auto entry = trail[i];
        if (i >= m_passedFrom) entry.number -= static_cast<std::int64_t>(m_passedOver);
        out.rows.push_back(trailEntry(entry));
    }
    return out;
}

}  // namespace plumb::store
