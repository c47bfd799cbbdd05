#include "sync-server/query/review_desk.h"

#include <algorithm>
#include <limits>
#include <mutex>

#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/query/told.h"

namespace plumb::server {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::uint32_t kNoName = 0xffffffff;

// A share in millionths; what scores nothing comes behind all that do, in either direction.
constexpr std::uint32_t kWholeShare = 1'000'000, kNoShare = kWholeShare + 1;
constexpr std::uint32_t kMostVetoes = 1'000, kMostFindings = 1'000;

std::uint32_t shareOf(const Waiting& one) {
    if (one.max <= 0) return kNoShare;
    const auto points = std::clamp<std::int64_t>(one.points, 0, one.max);
    return static_cast<std::uint32_t>(static_cast<double>(points) / static_cast<double>(one.max) * kWholeShare);
}
std::uint32_t riskOf(const Waiting& one) {
    const auto upTo = [](int n, std::uint32_t most) {
        return std::min(static_cast<std::uint32_t>(std::max(n, 0)), most);
    };
    const auto found = upTo(one.vetoes, kMostVetoes) * (kMostFindings + 1) + upTo(one.findings, kMostFindings);
    return kMostVetoes * (kMostFindings + 1) + kMostFindings - found;
}

constexpr unsigned bit(Facet facet) {
    return 1U << static_cast<unsigned>(facet);
}
constexpr unsigned unless(bool fits, Facet facet) {
    return fits ? 0U : bit(facet);
}
constexpr std::size_t at(Facet facet) {
    return static_cast<std::size_t>(facet);
}

void bump(std::vector<std::uint64_t>& counts, std::size_t number) {
    if (counts.size() <= number) counts.resize(number + 1);
    ++counts[number];
}

}  // namespace

std::optional<ReviewOrder> reviewOrderNamed(std::string_view name) {
    using enum ReviewOrder;
    constexpr std::pair<std::string_view, ReviewOrder> kOrders[] = {
        {"waits", waits}, {"newest", newest}, {"score", score}, {"score_down", scoreDown}, {"risk", risk}};
    for (const auto& [known, order] : kOrders) {
        if (known == name) return order;
    }
    return std::nullopt;
}

std::size_t answeredByVisitors(const Waiting& one, const Trust& trust) {
    if (one.asked.empty()) return 0;
    const auto author = trust.personId(one.author);
    const auto cosigner = one.cosigner.empty() ? std::string() : trust.personId(one.cosigner);
    return static_cast<std::size_t>(std::count_if(one.asked.begin(), one.asked.end(), [&](const std::string& last) {
        return !last.empty() && (last == author || last == cosigner);
    }));
}

std::uint32_t ReviewDesk::Names::of(const std::string& name) {
    const auto [known, fresh] = m_numbers.try_emplace(name, static_cast<std::uint32_t>(m_names.size()));
    if (fresh) m_names.push_back(name);
    return known->second;
}

std::optional<std::uint32_t> ReviewDesk::Names::find(std::string_view name) const {
    const auto known = m_numbers.find(std::string(name));
    return known == m_numbers.end() ? std::nullopt : std::optional(known->second);
}

// One question's pass over the cards. A card is listed where no filter keeps it out; it counts for a facet where no
// other one does.
class ReviewDesk::Pass {
  public:
    Pass(const ReviewDesk& desk, const ReviewQuestion& question, const Principal& caller)
        : m_desk(desk), m_question(question), m_mine(desk.m_assignees.find(caller.personId).value_or(kNoName)) {
        m_sites.reserve(desk.m_sites.size());
        for (const auto& site : desk.m_sites) m_sites.push_back(judgeSite(site, caller));
        for (const auto& author : desk.m_authors) m_authors.push_back(judgeAuthor(author, caller));
        const auto& filter = question.filter;
        m_checklist = wanted(desk.m_checklists, filter.checklist);
        m_kind = wanted(desk.m_kinds, filter.kind);
        if (filter.grade) m_grade = desk.m_grades.find(*filter.grade).value_or(kNoName);
        const auto whom = filter.assigned == kMine ? caller.personId : filter.assigned;
        if (!whom.empty()) {
            m_assignee = filter.assigned == kNobodys ? desk.m_assignees.find("").value_or(kNoName)
                                                     : desk.m_assignees.find(whom).value_or(kNoName);
        }
        m_longest = question.now.time_since_epoch().count();
    }

    ReviewPage run() {
        for (const auto& card : m_desk.m_cards) {
            if (card.waits) take(card);
        }
        ReviewPage out;
        out.total = m_total;
        out.more = m_found.size() > m_question.limit;
        const auto end = m_found.begin() + static_cast<std::ptrdiff_t>(std::min(m_question.limit, m_found.size()));
        std::partial_sort(m_found.begin(), end, m_found.end());
        out.cards.assign(m_found.begin(), end);
        tell(out);
        return out;
    }

  private:
    static std::optional<std::uint32_t> wanted(const Names& names, const std::string& name) {
        return name.empty() ? std::nullopt : std::optional(names.find(name).value_or(kNoName));
    }

    struct JudgedSite {
        bool readable = false, readableByAuthor = false;
        bool staff = false;  // whose a record is, and its threads, are told to these alone
        unsigned fails = 0;
        std::uint32_t programme = 0, region = 0;
    };
    struct JudgedAuthor {
        bool isCaller = false;
        unsigned fails = 0;
        std::uint32_t person = 0;
    };

    JudgedSite judgeSite(const Site& site, const Principal& caller) {
        static const std::string kNone;
        const auto& filter = m_question.filter;
        const auto known = m_desk.m_programmes.find(site.site);
        const auto& programme = known == m_desk.m_programmes.end() ? kNone : known->second;
        JudgedSite out;
        out.readable = mayReadVisit(caller, site.region, site.site, {});
        out.readableByAuthor = out.readable || mayReadVisit(caller, site.region, site.site, caller.kid);
        out.staff = isStaffOf(caller, site.region);
        out.fails = unless(site.region.starts_with(filter.region), Facet::region) |
                    unless(!filter.programme || *filter.programme == programme, Facet::programme);
        out.programme = m_programmes.of(programme);
        out.region = m_regions.of(site.region);
        return out;
    }

    JudgedAuthor judgeAuthor(const Author& author, const Principal& caller) {
        const auto& wanted = m_question.filter.inspector;
        return {author.kid == caller.kid, unless(wanted.empty() || wanted == author.person, Facet::inspector),
                m_persons.of(author.person)};
    }

    void take(const Card& card) {
        const auto& site = m_sites[card.site];
        const auto& author = m_authors[card.author];
        const auto& filter = m_question.filter;
        if (!(author.isCaller ? site.readableByAuthor : site.readable)) return;
        if (card.assessment != (filter.family == Family::assessment)) return;
        const auto days = std::max<std::int64_t>(0, m_longest - card.since) / kDayMs;
        const unsigned fails =
            site.fails | author.fails | unless(!m_checklist || *m_checklist == card.checklist, Facet::checklist) |
            unless(!m_grade || *m_grade == card.grade, Facet::grade) |
            unless(!m_kind || *m_kind == card.kind, Facet::kind) |
            unless(!filter.findings || *filter.findings == card.findings, Facet::findings) |
            unless(!filter.veto || *filter.veto == card.veto, Facet::veto) |
            unless(!filter.second || *filter.second == card.second, Facet::second) |
            unless(filter.threads == ThreadState::any ||
                       (site.staff && (filter.threads == ThreadState::open ? card.asked : card.answered)),
                   Facet::threads) |
            unless(days >= filter.days, Facet::days) |
            unless(!m_assignee || (site.staff && *m_assignee == card.assignee), Facet::assigned);
        const auto counts = [fails](Facet facet) { return (fails & ~bit(facet)) == 0; };
        // Kept out by two filters or more it counts nowhere.
        if ((fails & (fails - 1)) != 0) return;
        if (counts(Facet::programme)) bump(m_counts[at(Facet::programme)], site.programme);
        if (counts(Facet::region)) bump(m_counts[at(Facet::region)], site.region);
        if (counts(Facet::inspector)) bump(m_counts[at(Facet::inspector)], author.person);
        if (counts(Facet::checklist)) bump(m_counts[at(Facet::checklist)], card.checklist);
        if (counts(Facet::grade)) bump(m_counts[at(Facet::grade)], card.grade);
        if (counts(Facet::kind)) bump(m_counts[at(Facet::kind)], card.kind);
        if (counts(Facet::findings)) bump(m_counts[at(Facet::findings)], card.findings ? 1 : 0);
        if (counts(Facet::veto)) bump(m_counts[at(Facet::veto)], card.veto ? 1 : 0);
        if (counts(Facet::second)) bump(m_counts[at(Facet::second)], card.second ? 1 : 0);
        if (site.staff && counts(Facet::threads)) {
            if (card.asked) bump(m_counts[at(Facet::threads)], 0);
            if (card.answered) bump(m_counts[at(Facet::threads)], 1);
        }
        if (site.staff && counts(Facet::assigned)) bump(m_counts[at(Facet::assigned)], card.assignee);
        if (counts(Facet::days)) {
            for (std::size_t i = 0; i < kWaitingDays.size(); ++i) {
                if (days >= kWaitingDays[i]) bump(m_counts[at(Facet::days)], i);
            }
        }
        if (fails != 0) return;
        ++m_total;
        const ReviewKey key{card.assignee == m_mine ? 0 : 1, placeOf(card), card.index};
        if (!m_question.after || key > *m_question.after) m_found.push_back(key);
    }

    [[nodiscard]] std::uint64_t placeOf(const Card& card) const {
        switch (m_question.order) {
            case ReviewOrder::waits:
                return 0;
            case ReviewOrder::newest:
                return std::numeric_limits<std::uint64_t>::max() - card.index;
            case ReviewOrder::score:
                return card.score;
            case ReviewOrder::scoreDown:
                return card.score == kNoShare ? kNoShare : kWholeShare - card.score;
            case ReviewOrder::risk:
                return card.risk;
        }
        return 0;
    }

    void tell(ReviewPage& out) const {
        const auto named = [&](Facet facet, const auto& nameOf) {
            const auto& counts = m_counts[at(facet)];
            for (std::size_t i = 0; i < counts.size(); ++i) {
                if (counts[i] > 0) out.counts[at(facet)][nameOf(i)] += counts[i];
            }
        };
        const auto from = [](const Names& names) { return [&names](std::size_t i) { return names.all()[i]; }; };
        const auto digit = [](std::size_t i) { return std::to_string(i); };
        named(Facet::programme, from(m_programmes));
        named(Facet::region, from(m_regions));
        named(Facet::inspector, from(m_persons));
        named(Facet::checklist, from(m_desk.m_checklists));
        named(Facet::grade, from(m_desk.m_grades));
        named(Facet::kind, from(m_desk.m_kinds));
        named(Facet::assigned, from(m_desk.m_assignees));
        named(Facet::findings, digit);
        named(Facet::veto, digit);
        named(Facet::second, digit);
        named(Facet::threads, [](std::size_t i) { return std::string(i == 0 ? "open" : "answered"); });
        named(Facet::days, [](std::size_t i) { return std::to_string(kWaitingDays[i]); });
        const auto& checklists = m_counts[at(Facet::checklist)];
        for (std::uint32_t i = 0; i < checklists.size(); ++i) {
            if (checklists[i] > 0) out.documents[m_desk.m_checklists.all()[i]] = m_desk.m_documents.at(i);
        }
    }

    const ReviewDesk& m_desk;
    const ReviewQuestion& m_question;
    const std::uint32_t m_mine;
    std::optional<std::uint32_t> m_checklist, m_grade, m_kind, m_assignee;
    std::int64_t m_longest = 0;
    Names m_programmes, m_regions, m_persons;
    std::vector<JudgedSite> m_sites;
    std::vector<JudgedAuthor> m_authors;
    std::array<std::vector<std::uint64_t>, kFacets> m_counts;
    std::vector<ReviewKey> m_found;
    std::uint64_t m_total = 0;
};

ReviewPage ReviewDesk::ask(const ReviewQuestion& question, const Principal& caller, StoreReader& reader,
                           const Trust& trust) {
    bringUpTo(reader, trust);
    const std::shared_lock lock(m_mutex);
    return Pass(*this, question, caller).run();
}

// As far as it came where the disk fails midway: the next asker goes on from there.
void ReviewDesk::bringUpTo(StoreReader& reader, const Trust& trust) {
    const std::unique_lock lock(m_mutex);
    SiteRows(reader).publishedFrom(m_nextSite, [this](const KnownSite& site) {
        m_programmes[site.site] = site.programme;
        m_nextSite = site.index + 1;
    });
    InspectionRows rows(reader);
    if (!m_begun) {
        // What was decided before has no card: the first time only what waits is read. What changed meanwhile is read
        // with the next question, and once more where it is both.
        m_next = rows.nextChange();
        rows.waiting([&](const Waiting& one) { put(one, trust); });
        m_begun = true;
    }
    rows.changedFrom(m_next, [&](const Waiting& one) {
        put(one, trust);
        m_next = one.changed + 1;
    });
}

void ReviewDesk::put(const Waiting& one, const Trust& trust) {
    const auto known = m_slots.find(one.index);
    if (!one.waits) {
        if (known == m_slots.end()) return;
        m_cards[known->second] = {};
        m_free.push_back(known->second);
        m_slots.erase(known);
        return;
    }
    std::uint32_t slot = known == m_slots.end() ? kNoName : known->second;
    if (slot == kNoName && !m_free.empty()) {
        slot = m_free.back();
        m_free.pop_back();
    } else if (slot == kNoName) {
        slot = static_cast<std::uint32_t>(m_cards.size());
        m_cards.emplace_back();
    }
    m_slots[one.index] = slot;
    const auto [site, freshSite] =
        m_siteNumbers.try_emplace(one.region + '\n' + one.site, static_cast<std::uint32_t>(m_sites.size()));
    if (freshSite) m_sites.push_back({one.site, one.region});
    const auto [author, freshAuthor] =
        m_authorNumbers.try_emplace(one.author, static_cast<std::uint32_t>(m_authors.size()));
    if (freshAuthor) {
        auto person = trust.personId(one.author);
        m_authors.push_back({one.author, person.empty() ? one.author : std::move(person)});
    }
    const auto checklist = m_checklists.of(one.checklist);
    m_documents.insert_or_assign(checklist, one.document);
    m_cards[slot] = {one.index,
                     one.since.time_since_epoch().count(),
                     site->second,
                     author->second,
                     checklist,
                     m_grades.of(one.grade),
                     m_kinds.of(one.kind),
                     m_assignees.of(one.assignee),
                     shareOf(one),
                     riskOf(one),
                     true,
                     one.findings > 0,
                     one.vetoes > 0,
                     one.family == Family::assessment,
                     !one.agreed.empty(),
                     !one.asked.empty(),
                     answeredByVisitors(one, trust) > 0};
}

}  // namespace plumb::server
