#include "sync-server/query/board.h"

#include <algorithm>
#include <limits>
#include <mutex>
#include <tuple>

#include "shared/records/rectification/item_supervision.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/query/told.h"

namespace plumb::server {
namespace {

constexpr std::int64_t kAnyDay = std::numeric_limits<std::int64_t>::max();

std::int64_t rankOf(Day day) {
    return day.time_since_epoch().count();
}

// From which rank on nothing of a column fits; none where nothing of it can.
std::optional<std::int64_t> rankLimit(const BoardQuestion& question, records::FindingColumn column) {
    using enum records::FindingColumn;
    const auto& due = question.filter.dueBefore;
    if (column == waits || (question.overdue && column != withEnterprise) || (due && column == closed))
        return std::nullopt;
    auto out = due ? rankOf(*due) : kAnyDay;
    if (question.overdue) out = std::min(out, rankOf(question.today));
    return out;
}

template <class Card>
auto orderOf(const Card& card) {
    return std::tie(card.rank, card.index, card.item);
}

}  // namespace

BoardPage Board::ask(const BoardQuestion& question, const Principal& caller, StoreReader& reader) {
    bringUpTo(reader);
    const std::shared_lock lock(m_mutex);
    const auto wanted = wantedPlaces(question, caller);
    const auto severity = std::find(m_severities.begin(), m_severities.end(), question.filter.severity);
    const bool anySeverity = question.filter.severity.empty();
    const auto severityWanted = static_cast<std::uint32_t>(severity - m_severities.begin());
    std::array<std::optional<std::int64_t>, 5> limits;
    for (std::size_t i = 0; i < limits.size(); ++i) limits[i] = rankLimit(question, records::FindingColumn(i));
    BoardPage out{};
    std::vector<const Card*> found;
    const auto today = rankOf(question.today);
    for (const auto& card : m_cards) {
        const auto column = static_cast<std::size_t>(card.column);
        if (!limits[column] || card.rank >= *limits[column] || wanted[card.place] == 0) continue;
        if (!anySeverity && card.severity != severityWanted) continue;
        if (card.supervision && card.column != records::FindingColumn::closed)
            ++out.supervisions[static_cast<std::size_t>(*card.supervision)];
        if (question.supervision && card.supervision != question.supervision) continue;
        ++out.counts[column].all;
        if (card.column == records::FindingColumn::withEnterprise && card.rank < today) ++out.counts[column].overdue;
        if (card.column != question.filter.column) continue;
        if (!question.after || orderOf(card) > orderOf(*question.after)) found.push_back(&card);
    }
    out.more = found.size() > question.limit;
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(question.limit, found.size()));
    std::partial_sort(found.begin(), end, found.end(),
                      [](const Card* a, const Card* b) { return orderOf(*a) < orderOf(*b); });
    for (auto at = found.begin(); at != end; ++at) out.cards.push_back({(*at)->rank, (*at)->index, (*at)->item});
    return out;
}

// As far as it came where the disk fails midway: the next asker goes on from there.
void Board::bringUpTo(StoreReader& reader) {
    const std::unique_lock lock(m_mutex);
    SiteRows(reader).publishedFrom(m_nextSite, [this](const KnownSite& site) {
        m_programmes[site.site] = site.programme;
        m_nextSite = site.index + 1;
    });
    CaseRows(reader).changedFrom(m_nextCase, [this](const CaseCards& one) {
        put(one);
        m_nextCase = one.changed + 1;
    });
}

void Board::put(const CaseCards& one) {
    auto& slots = m_ofCase[one.index];
    for (const auto slot : slots) m_cards[slot] = {};
    m_free.insert(m_free.end(), slots.begin(), slots.end());
    slots.clear();
    if (one.cards.empty()) return;
    const auto place = placeOf(one);
    const auto document = m_documentOf(one.checklist);
    for (const auto& card : one.cards) {
        if (m_free.empty()) {
            m_free.push_back(static_cast<std::uint32_t>(m_cards.size()));
            m_cards.emplace_back();
        }
        slots.push_back(m_free.back());
        m_free.pop_back();
        const auto* item = document ? document->item(card.item) : nullptr;
        m_cards[slots.back()] = {one.index,
                                 card.item,
                                 card.rank,
                                 place,
                                 severityOf(card.severity),
                                 card.column,
                                 item ? std::optional(records::supervisionOf(*item)) : std::nullopt};
    }
}

std::uint32_t Board::placeOf(const CaseCards& one) {
    const auto [known, fresh] = m_placeNumbers.try_emplace(one.region + '\n' + one.author + '\n' + one.site,
                                                           static_cast<std::uint32_t>(m_places.size()));
    if (fresh) m_places.push_back({one.site, one.region, one.author});
    return known->second;
}

std::uint32_t Board::severityOf(const std::string& severity) {
    const auto known = std::find(m_severities.begin(), m_severities.end(), severity);
    const auto number = static_cast<std::uint32_t>(known - m_severities.begin());
    if (known == m_severities.end()) m_severities.push_back(severity);
    return number;
}

std::vector<char> Board::wantedPlaces(const BoardQuestion& question, const Principal& caller) const {
    const auto& wanted = question.filter;
    const auto programmeOf = [this](const std::string& site) {
        const auto known = m_programmes.find(site);
        return known == m_programmes.end() ? std::string_view() : std::string_view(known->second);
    };
    std::vector<char> out;
    out.reserve(m_places.size());
    for (const auto& place : m_places) {
        const bool fits = place.region.starts_with(wanted.region) &&
                          (wanted.site.empty() || wanted.site == place.site) &&
                          (wanted.author.empty() || wanted.author == place.author) &&
                          (question.programme.empty() || programmeOf(place.site) == question.programme) &&
                          mayReadVisit(caller, place.region, place.site, place.author);
        out.push_back(fits ? 1 : 0);
    }
    return out;
}

}  // namespace plumb::server
