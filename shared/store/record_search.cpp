#include "shared/store/record_search.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <numeric>
#include <tuple>

#include "shared/base/civil_date.h"

namespace plumb::store {
namespace {

std::string folded(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == '\n' || c == '\t' || c == '\r') c = ' ';
    }
    return out;
}

void add(std::string& to, std::string_view text) {
    if (text.empty()) return;
    to += folded(text);
    to += ' ';
}

void addPeople(std::string& to, const json::object& body) {
    if (const auto team = arrayAt(body, "team")) {
        for (const auto& one : **team) {
            if (one.is_object()) add(to, textOr(one.get_object(), "name"));
        }
    }
    const auto* party = body.if_contains("party");
    if (!party || !party->is_object()) return;
    add(to, textOr(party->get_object(), "name"));
    if (const auto* refused = party->get_object().if_contains("refused"); refused && refused->is_object())
        add(to, textOr(refused->get_object(), "witness"));
}

bool holds(const std::string& text, std::string_view word) {
    return memmem(text.data(), text.size(), word.data(), word.size()) != nullptr;
}

}  // namespace

Result<void> RecordSearch::list(TabletStore& store) {
    RecordFilter filter;
    std::size_t published = 0;
    for (const char* type : {"site.published", "checklist.published"}) {
        filter.type = type;
        published += store.countRecords(filter);
    }
    if (published != m_reference) {
        const auto sites = sitesOf(store);
        const auto checklists = checklistsOf(store);
        if (!sites) return fail(sites.error());
        if (!checklists) return fail(checklists.error());
        for (const auto& site : *sites) m_sites[site.id] = site.name + " " + site.code;
        for (const auto& one : *checklists) m_checklists[one.sha256.hex()] = one.titleZh + " " + one.titleEn;
        m_reference = published;
    }
    filter.type = "inspection.";
    filter.newestFirst = true;
    filter.limit = std::numeric_limits<std::uint32_t>::max();
    m_unread.clear();
    for (auto& row : store.records(filter)) {
        if (row.state == RecordState::refused && !row.about.empty()) continue;
        const std::uint64_t number = row.logIndex ? *row.logIndex + 1 : 0;
        const auto known = m_known.find(row.hash.hex());
        if (known != m_known.end() && known->second == number) continue;
        const bool submission = row.about.empty();
        m_unread.push_back({row.hash, submission ? std::move(row.id) : std::move(row.about),
                            row.at.time_since_epoch().count(), row.seq, number, submission});
    }
    std::reverse(m_unread.begin(), m_unread.end());
    m_listed = true;
    return {};
}

void RecordSearch::read(TabletStore& store, const Unread& one) {
    const auto [place, fresh] = m_byId.try_emplace(one.id, static_cast<std::uint32_t>(m_entries.size()));
    if (fresh) {
        m_entries.push_back({one.id, one.at, one.seq, " "});
        m_sorted = false;
    }
    Entry& entry = m_entries[place->second];
    if (one.submission && (entry.at != one.at || entry.seq != one.seq)) {
        entry.at = one.at;
        entry.seq = one.seq;
        m_sorted = false;
    }
    const std::string hash = one.hash.hex();
    const auto [known, unseen] = m_known.try_emplace(hash, one.number);
    known->second = one.number;
    if (one.number > 0) add(entry.text, "#" + std::to_string(one.number));
    if (!unseen) return;  // only its place in the log is new
    const auto payload = store.payload(one.hash);
    if (!payload) return;
    add(entry.text, hash);
    add(entry.text, payload->id);
    add(entry.text, payload->site);
    add(entry.text, payload->region);
    if (const auto site = m_sites.find(payload->site); site != m_sites.end()) add(entry.text, site->second);
    if (const auto list = objectAt(payload->body, "checklist", "body")) {
        add(entry.text, textOr(**list, "id"));
        const auto title = m_checklists.find(textOr(**list, "sha256"));
        if (title != m_checklists.end()) add(entry.text, title->second);
    }
    addPeople(entry.text, payload->body);
    add(entry.text, dayText(dayOf(payload->at)));
}

Result<void> RecordSearch::update(TabletStore& store, std::size_t most) {
    if (!m_listed) {
        if (auto listed = list(store); !listed) return listed;
    }
    for (; most > 0 && !m_unread.empty(); --most) {
        const Unread one = std::move(m_unread.back());
        m_unread.pop_back();
        read(store, one);
    }
    return {};
}

RecordSearch::Found RecordSearch::find(std::string_view query, std::size_t offset, std::size_t limit) {
    if (!m_sorted) {
        m_order.resize(m_entries.size());
        std::iota(m_order.begin(), m_order.end(), 0U);
        std::sort(m_order.begin(), m_order.end(), [&](std::uint32_t a, std::uint32_t b) {
            const Entry &left = m_entries[a], &right = m_entries[b];
            return std::tie(left.at, left.seq) > std::tie(right.at, right.seq);
        });
        m_sorted = true;
    }
    std::vector<std::string> words;
    const std::string text = folded(query);
    for (std::size_t at = text.find_first_not_of(' '); at != std::string::npos; at = text.find_first_not_of(' ', at)) {
        const auto end = std::min(text.find(' ', at), text.size());
        std::string word = text.substr(at, end - at);
        if (word.front() == '#' && word.size() > 1) word = " " + word + " ";  // a whole number, not the begin of one
        words.push_back(std::move(word));
        at = end;
    }
    // The rarest are the longest as a rule: they are looked for first.
    std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    Found out;
    for (const auto place : m_order) {
        const Entry& entry = m_entries[place];
        if (!std::all_of(words.begin(), words.end(), [&](const auto& word) { return holds(entry.text, word); }))
            continue;
        if (out.total >= offset && out.ids.size() < limit) out.ids.push_back(entry.id);
        ++out.total;
    }
    return out;
}

}  // namespace plumb::store
