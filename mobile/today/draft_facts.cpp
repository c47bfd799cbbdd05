#include "mobile/today/draft_facts.h"

#include <utility>

#include "mobile/store/give_back.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/crypto/hash.h"

namespace plumb::mobile {

namespace {

// Each part with its length before it: no two drafts come to the same text.
void add(std::string& text, std::string_view part) {
    text += std::to_string(part.size());
    text += ':';
    text += part;
}

Sha256 digestOf(const store::DraftRow& row, const std::vector<store::DraftEntry>& entries, const Instant& now) {
    std::string text;
    add(text, row.checklist.hex());
    add(text, row.amends);
    add(text, row.round);
    add(text, formatInstant(now).substr(0, 10));
    for (const auto& entry : entries) {
        add(text, entry.kind);
        add(text, entry.name);
        add(text, entry.value);
    }
    return crypto::sha256(asBytes(text));
}

}  // namespace

Result<std::vector<DraftInfo>> DraftFacts::read(LocalStore& store) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    std::vector<DraftInfo> out;
    std::map<std::string, Known> known;
    const auto reckoned = m_reckoned;
    for (const auto& row : (*tablet)->drafts()) {
        const auto entries = (*tablet)->entries(row.id);
        if (!entries) return fail(entries.error());
        const auto digest = digestOf(row, *entries, (*tablet)->now());
        const auto site = store.published().siteName(row.site);
        const auto before = m_known.find(row.id);
        Known one;
        if (before != m_known.end() && before->second.of == digest) {
            one = std::move(before->second);
            one.info.siteName = qs(site);
            one.info.updatedMs = msOf(row.updated);
        } else {
            const auto draft = store::loadDraft(**tablet, row.id);
            if (!draft) return fail(draft.error());
            const auto checklist = store.published().document(row.checklist);
            if (!checklist) return fail(checklist.error());
            one = {digest, draftFact(**tablet, *draft, **checklist, site)};
            ++m_reckoned;
        }
        out.push_back(one.info);
        known[row.id] = std::move(one);
    }
    m_known = std::move(known);
    if (m_reckoned > reckoned) giveBackMemory();  // sessions are large, and over
    return out;
}

}  // namespace plumb::mobile
