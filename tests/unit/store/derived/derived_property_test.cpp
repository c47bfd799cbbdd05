// Random histories, followed in random slices with restarts and images in between, give the rows that a fold of all
// lines from nothing gives, and those that an obvious reference gives.
#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "shared/base/uuid.h"
#include "shared/store/derived/derived_tables.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using test::Tablet;

namespace {

struct Known {
    std::string id;
    std::vector<Sha256> versions;
    bool own = false;
};

class History {
  public:
    explicit History(unsigned seed) : m_random(seed) { m_tables = DerivedTables::open(*m_tablet.store); }

    void step() {
        switch (draw(12)) {
            case 0:
            case 1:
                return pullSubmission();
            case 2:
            case 3:
            case 4:
                return pullAbout();
            case 5:
                return pullSite();
            case 6:
            case 7:
                return signHere();
            case 8:
                return answer();
            case 9:
                return readAgain();
            case 10:
                return restart();
            default:
                m_tables->follow(*m_tablet.store, 1 + draw(6));
        }
    }

    // The server lost its log and began it again with `kept` entries.
    void beginAnew() {
        crypto::Checkpoint checkpoint;
        checkpoint.size = 12;
        REQUIRE(m_tablet.store->beginAnew({0, Sha256{}, 12, 12, m_tablet.now.utc}, checkpoint, "note"));
    }

    void check() {
        while (!m_tables->follow(*m_tablet.store, 1 + draw(9))) {
        }
        const auto followed = m_tables->page(DerivedTables::Whose::all, 0, 10'000).rows;
        std::filesystem::remove_all(m_tablet.folder.path / "derived");
        const auto fresh = DerivedTables::open(*m_tablet.store);
        REQUIRE(fresh->counts().inspections == 0);
        REQUIRE(fresh->follow(*m_tablet.store, 100'000));
        const auto folded = fresh->page(DerivedTables::Whose::all, 0, 10'000).rows;
        REQUIRE(followed.size() == folded.size());
        for (std::size_t i = 0; i < folded.size(); ++i) {
            CHECK(followed[i].row == folded[i].row);
            CHECK(followed[i].own == folded[i].own);
            CHECK(followed[i].comment == folded[i].comment);
            CHECK(followed[i].reviewed == folded[i].reviewed);
            CHECK(followed[i].rank == folded[i].rank);
            CHECK(followed[i].text == folded[i].text);
        }
        CHECK(m_tables->sites("", 0, 10'000).sites == sitesOf(*m_tablet.store).value());
        CHECK(fresh->sites("", 0, 10'000).sites == sitesOf(*m_tablet.store).value());
        checkAgainstLines(folded);
    }

  private:
    std::size_t draw(std::size_t below) { return m_random() % below; }

    std::uint64_t place() {
        // Some places are left out by the server, and come later.
        if (draw(4) == 0) m_leftOut.push_back(m_next++);
        if (!m_leftOut.empty() && draw(3) == 0) {
            const auto at = m_leftOut.begin() + static_cast<std::ptrdiff_t>(draw(m_leftOut.size()));
            const auto out = *at;
            m_leftOut.erase(at);
            return out;
        }
        return m_next++;
    }

    Sha256 pull(const std::string& type, const std::string& site, json::object body, std::string* id = nullptr) {
        m_tablet.now.utc += std::chrono::milliseconds(1 + draw(5000));
        record::Payload payload;
        payload.id = makeUuid7(m_tablet.now.utc);
        payload.type = type;
        payload.seq = 1;
        payload.at = m_tablet.now;
        payload.site = site;
        payload.region = "620321";
        payload.body = std::move(body);
        if (id) *id = payload.id;
        auto line = record::Line::sign(m_authors[draw(m_authors.size())], record::formatPayload(payload));
        const auto hash = line.hash();
        const auto at = place();
        REQUIRE(m_tablet.store->takePulled({{at, line, payload, draw(8) == 0 ? "wrong_role: no" : ""}}, at + 1));
        m_pulled.push_back({at, std::move(line), std::move(payload), {}});
        return hash;
    }

    json::object content() {
        return test::wholeBody({{"party", {{"name", "人" + std::to_string(draw(50))}}},
                                {"score", {{"points", static_cast<std::int64_t>(draw(1000))}, {"max", 1000}}}});
    }

    void pullSubmission() {
        Known known;
        const auto hash = pull("inspection.submitted", draw(2) ? "yongchang" : "elsewhere", content(), &known.id);
        known.versions.push_back(hash);
        m_known.push_back(std::move(known));
    }

    void pullAbout() {
        if (m_known.empty()) return;
        auto& about = m_known[draw(m_known.size())];
        auto body = content();
        body["of"] = about.id;
        body["hash"] = about.versions[draw(about.versions.size())].hex();
        body["comment"] = "comment " + std::to_string(draw(9));
        static const char* const kTypes[] = {"inspection.amended", "review.accepted", "review.returned",
                                             "review.returned"};
        const std::string type = kTypes[draw(4)];
        const auto hash = pull(type, "yongchang", std::move(body));
        if (type == "inspection.amended") about.versions.push_back(hash);
    }

    void pullSite() {
        const std::string id = "site" + std::to_string(draw(4));
        pull("site.published", id,
             {{"id", id}, {"name", draw(9) == 0 ? "" : "名称" + std::to_string(draw(9))}, {"region", "620321"}});
    }

    void signHere() {
        NewRecord record{"inspection.submitted", "yongchang", "620321", {}, content(), {}};
        std::vector<Known*> own;
        for (auto& one : m_known) {
            if (one.own) own.push_back(&one);
        }
        Known* amended = !own.empty() && draw(2) ? own[draw(own.size())] : nullptr;
        if (amended) {
            record.type = "inspection.amended";
            record.body["of"] = amended->id;
            record.body["reason"] = "corrected";
        }
        m_tablet.now.utc += std::chrono::seconds(1);
        const auto line = m_tablet.store->append(record);
        if (!line) return;  // about one that the server refused
        m_own.push_back(line->hash());
        if (amended) {
            amended->versions.push_back(line->hash());
        } else {
            m_known.push_back({m_tablet.store->payload(line->hash()).value().id, {line->hash()}, true});
        }
    }

    void answer() {
        if (m_own.empty()) return;
        const auto& hash = m_own[draw(m_own.size())];
        switch (draw(3)) {
            case 0:
                return (void)m_tablet.store->markRefused(hash, "wrong_region: no");
            case 1:
                return (void)m_tablet.store->markSent(hash);
            default:
                if (m_tablet.store->recordByHash(hash)->logIndex) return;
                const auto at = place();
                REQUIRE(m_tablet.store->markProved(hash, at, at + 1));
        }
    }

    // A line comes once more, and is judged otherwise.
    void readAgain() {
        if (m_pulled.empty()) return;
        auto line = m_pulled[draw(m_pulled.size())];
        line.doubt = draw(2) ? "key_unknown: no" : "";
        REQUIRE(m_tablet.store->takePulled({line}));
    }

    void restart() {
        if (draw(2)) REQUIRE(m_tables->keepImage(*m_tablet.store, 1));
        m_tablet.reopen();
        m_tables = DerivedTables::open(*m_tablet.store);
    }

    // By the history of each submission, read from all its lines.
    void checkAgainstLines(const std::vector<FoldedInspection>& rows) {
        RecordFilter filter;
        filter.type = "inspection.submitted";
        const auto submissions = m_tablet.store->records(filter);
        CHECK(submissions.size() == rows.size());
        for (const auto& folded : rows) {
            std::vector<records::HistoryLine> lines;
            for (const auto& line : m_tablet.store->linesOf(folded.row.id)) {
                const bool submission = line.row.type == "inspection.submitted";
                if (line.row.state == RecordState::refused && !submission) continue;
                records::HistoryLine one{m_tablet.store->payload(line).value(), line.row.hash, line.row.kid};
                // What stands before the submission in the log is about nothing.
                if (submission) lines.clear();
                lines.push_back(std::move(one));
            }
            const auto history = records::historyOf(lines);
            CHECK(folded.row.status == history.status);
            CHECK(folded.row.version == history.version);
            CHECK(folded.row.hash == lines.at(history.newest).hash);
            CHECK(folded.row.says.points == records::readSummary(lines.at(history.newest).payload.body).value().points);
            CHECK(folded.comment == (history.reviews.empty()
                                         ? std::string()
                                         : textOr(lines.at(history.reviews.back()).payload.body, "comment")));
        }
    }

    std::mt19937 m_random;
    Tablet m_tablet;
    std::vector<crypto::PrivateKey> m_authors{crypto::PrivateKey::generate(crypto::Suite::eddsa),
                                              crypto::PrivateKey::generate(crypto::Suite::eddsa)};
    std::shared_ptr<DerivedTables> m_tables;
    std::vector<Known> m_known;
    std::vector<Sha256> m_own;
    std::vector<TabletStore::PulledLine> m_pulled;
    std::vector<std::uint64_t> m_leftOut;
    std::uint64_t m_next = 100;
};

}  // namespace

TEST_CASE("what is followed in pieces equals a fold from nothing, row by row") {
    for (unsigned seed = 1; seed <= 25; ++seed) {
        INFO("seed " << seed);
        History history(seed);
        for (int i = 0; i < 120; ++i) history.step();
        history.check();
    }
}

TEST_CASE("a log that began anew is followed too") {
    for (unsigned seed = 100; seed < 110; ++seed) {
        INFO("seed " << seed);
        History history(seed);
        for (int i = 0; i < 60; ++i) history.step();
        history.beginAnew();
        for (int i = 0; i < 60; ++i) history.step();
        history.check();
    }
}
