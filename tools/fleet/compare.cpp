#include "tools/fleet/compare.h"

#include <algorithm>

#include "shared/records/inspection/standing.h"
#include "tools/fleet/patient.h"

namespace plumb::fleet {
namespace {

using Feed = std::map<std::uint64_t, std::string>;

constexpr std::size_t kPage = 500, kAllRows = 10'000'000;

template <class T>
T must(Result<T> result, const std::string& who) {
    if (!result) throw std::runtime_error(who + ": " + result.error().detail + " (" + result.error().code + ")");
    return std::move(*result);
}

class Comparison {
  public:
    Comparison(const std::vector<Tablet*>& tablets, Tablet& fresh) : m_tablets(tablets), m_fresh(fresh) {}

    Compared run() {
        m_log = feedOf(m_fresh);
        m_out.lines = m_log.size();
        lines(m_fresh, m_log);
        serverRows();
        for (auto* tablet : m_tablets) {
            lines(*tablet, feedOf(*tablet));
            rows(*tablet);
            files(*tablet);
        }
        fates();
        return std::move(m_out);
    }

  private:
    void differ(const Tablet& tablet, const std::string& what) {
        m_out.differences.push_back(tablet.name() + ": " + what);
    }

    Feed feedOf(const Tablet& tablet) {
        const auto link = tablet.link();
        Feed out;
        for (std::uint64_t after = 0;;) {
            auto page =
                must(patient([&] { return link->feed(after, std::chrono::seconds{0}, kPage, 0); }), tablet.name());
            for (auto& [index, text] : page.lines) {
                if (!out.emplace(index, std::move(text)).second)
                    differ(tablet, "the feed has line " + std::to_string(index) + " twice");
            }
            if (!page.more || page.cursor <= after) return out;
            after = page.cursor;
        }
    }

    // Every line of the feed is in the store at its place, and nothing else is there.
    void lines(const Tablet& tablet, const Feed& feed) {
        auto& store = tablet.store();
        std::size_t found = 0;
        for (const bool believed : {true, false}) {
            store::RecordFilter filter;
            filter.believed = believed;
            filter.limit = kAllRows;
            for (const auto& row : store.records(filter)) {
                const auto what = row.type + " " + row.id;
                if (!believed) differ(tablet, what + " is not believed: " + row.doubt);
                if (!row.logIndex) {
                    differ(tablet, what + " is in no log" + (row.problem.empty() ? "" : ": " + row.problem));
                    continue;
                }
                const auto there = feed.find(*row.logIndex);
                const auto line = must(store.line(row.hash), tablet.name());
                if (there == feed.end())
                    differ(tablet, what + " is said to be line " + std::to_string(*row.logIndex) +
                                       ", which the server does not hand out");
                else if (there->second != line.text())
                    differ(tablet, what + " is not line " + std::to_string(*row.logIndex) + " of the server's log");
                else
                    ++found;
            }
        }
        if (found != feed.size()) {
            differ(tablet,
                   "of " + std::to_string(feed.size()) + " lines of the feed its store has " + std::to_string(found));
        }
    }

    // What followed step by step against what was folded at once.
    void rows(const Tablet& tablet) {
        const auto &here = tablet.tables(), &there = m_fresh.tables();
        const auto mine = here.page(store::DerivedTables::Whose::all, 0, kAllRows).rows,
                   all = there.page(store::DerivedTables::Whose::all, 0, kAllRows).rows;
        std::map<std::string, const records::InspectionRow*> known;
        for (const auto& one : all) known[one.row.id] = &one.row;
        for (const auto& one : mine) {
            ++m_out.rows;
            const auto found = known.find(one.row.id);
            if (found == known.end())
                differ(tablet, "the row of inspection " + one.row.id + " is in no fresh fold");
            else if (!(one.row == *found->second))
                differ(tablet, "the row of inspection " + one.row.id + " is not that of a fresh fold");
            if (!(here.caseOf(one.row.id) == there.caseOf(one.row.id)))
                differ(tablet, "the case of inspection " + one.row.id + " is not that of a fresh fold");
            if (!(here.site(one.row.site) == there.site(one.row.site)))
                differ(tablet, "the site " + one.row.site + " is not that of a fresh fold");
        }
        // Whoever may read less has less; what she may read was compared with the feed.
        if (mine.size() > all.size()) differ(tablet, "it has rows that a fresh fold has not");
        store::RecordFilter submitted;
        submitted.type = "inspection.submitted";
        if (mine.size() != tablet.store().countRecords(submitted))
            differ(tablet, "its rows are not as many as its inspections");
    }

    // What the console shows against what a tablet makes of the same lines.
    void serverRows() {
        const auto link = m_fresh.link();
        const auto people = must(m_fresh.store().trust(), m_fresh.name());
        std::map<std::string, records::InspectionRow> known;
        for (const auto& one : m_fresh.tables().page(store::DerivedTables::Whose::all, 0, kAllRows).rows)
            known.emplace(one.row.id, one.row);
        std::size_t told = 0;
        for (const auto* status : {"submitted", "returned", "accepted", "incomplete"}) {
            std::string after;
            do {
                const auto asked = std::string("inspections?status=") + status + "&limit=100" +
                                   (after.empty() ? "" : "&after=" + after);
                const auto page = must(patient([&] { return link->query(asked); }), m_fresh.name());
                const auto items = must(arrayAt(page, "items"), m_fresh.name());
                for (const auto& item : *items) {
                    const auto& row = item.as_object();
                    const auto id = textOr(row, "id");
                    ++told;
                    ++m_out.rows;
                    const auto found = known.find(id);
                    if (found == known.end())
                        differ(m_fresh, "the server lists inspection " + id + ", which no line makes");
                    else if (!sameRow(row, found->second, status, people))
                        differ(m_fresh, "the server's row of inspection " + id + " is not that of a fresh fold");
                }
                after = textOr(page, "next");
            } while (!after.empty());
        }
        if (told != known.size()) {
            differ(m_fresh, "the server lists " + std::to_string(told) + " inspections, a fresh fold " +
                                std::to_string(known.size()));
        }
    }
    static bool sameRow(const json::object& told, const records::InspectionRow& row, const std::string& status,
                        const domain::TrustBook& people) {
        const auto number = [&](const char* name) { return integerAt(told, name).value_or(-1); };
        const auto* author = people.member(row.kid);
        return textOr(told, "hash") == row.hash.hex() && textOr(told, "site") == row.site && row.newest &&
               number("index") == static_cast<std::int64_t>(*row.newest) && textOr(told, "region") == row.region &&
               author && textOr(told, "author") == author->personName && textOr(told, "kind") == row.says.kind &&
               textOr(told, "at") == formatInstant(row.at) && number("points") == row.says.points &&
               number("max") == row.says.max && textOr(told, "grade") == row.says.grade &&
               number("findings") == row.says.findings && number("vetoes") == row.says.vetoes &&
               number("version") == row.version && number("files") == row.files && number("files_missing") == 0 &&
               status == records::statusName(row.status);
    }

    void files(const Tablet& tablet) {
        const auto link = tablet.link();
        for (const auto& said : tablet.signedHere()) {
            for (const auto& hash : said.files) {
                ++m_out.files;
                const auto there = patient([&] { return link->file(hash); });
                if (!there) {
                    differ(tablet, "file " + hash.hex() + " of " + said.id + ": " + there.error().detail);
                    continue;
                }
                const auto here = tablet.store().vault().get(hash);
                if (!here || *here != *there)
                    differ(tablet, "file " + hash.hex() + " of " + said.id + " is not what this tablet holds");
            }
        }
    }

    // Each line that was signed is in the log, once.
    void fates() {
        std::map<Sha256, std::size_t> times;
        std::map<std::string, std::size_t> ids;
        for (const auto& [index, text] : m_log) {
            const auto line = must(record::Line::parse(text), "the server's log");
            ++times[line.hash()];
            const auto payload = must(record::parsePayload(line.payload()), "the server's log");
            ++ids[line.kid() + " " + payload.id];
        }
        for (const auto* tablet : m_tablets) {
            const auto kid = tablet->store().deviceKey().value().kid();
            for (const auto& said : tablet->signedHere()) {
                const auto count = times[said.line];
                if (count == 0) {
                    ++m_out.lost;
                    differ(*tablet, "the server's log has lost " + said.id);
                }
                if (count > 1 || ids[kid + " " + said.id] > 1) {
                    ++m_out.doubled;
                    differ(*tablet, "the server's log has " + said.id + " more than once");
                }
            }
        }
    }

    const std::vector<Tablet*>& m_tablets;
    Tablet& m_fresh;
    Feed m_log;
    Compared m_out;
};

}  // namespace

Compared compare(const std::vector<Tablet*>& tablets, Tablet& fresh) {
    return Comparison(tablets, fresh).run();
}

}  // namespace plumb::fleet
