// Random histories, followed in random slices with restarts and images in between, give the rows that a fold of all
// lines from nothing gives, and those that an obvious reference gives.
#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "shared/base/uuid.h"
#include "shared/store/derived/derived_tables.h"
#include "shared/store/folded_rows.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using test::Tablet;

namespace {

struct Known {
    std::string id;
    std::vector<Sha256> versions;
    bool own = false;
    std::vector<std::string> orders = {};
};

class History {
  public:
    explicit History(unsigned seed) : m_random(seed) {
        m_tablet.grantDevice(domain::Role::enterprise, {"yongchang"});
        m_tables = DerivedTables::open(*m_tablet.store);
    }

    void step() {
        switch (draw(18)) {
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
            case 11:
            case 12:
            case 13:
            case 14:
                return pullAct();
            case 15:
            case 16:
                return pullAssessed();
            default:
                m_tables->follow(*m_tablet.store, 1 + draw(6));
        }
    }

    // What the histories reached in all, so that the comparison is known to compare something.
    struct Reached {
        std::size_t findings = 0, ordered = 0, ignored = 0, answered = 0, submitted = 0;
    };
    [[nodiscard]] const Reached& reached() const { return m_reached; }

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
        checkCases(*fresh);
        checkAssessments(*fresh);
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
        json::array findings;
        for (const auto* item : {"1", "2", "3"}) {
            json::object finding{{"item", item}, {"severity", "minor"}, {"text", "缺记录"}, {"due", "2026-12-01"}};
            if (draw(4) == 0) finding["corrected"] = {{"done", "当场补"}};
            if (draw(2)) findings.push_back(std::move(finding));
        }
        auto out = plainContent();
        out["findings"] = std::move(findings);
        return out;
    }

    json::object plainContent() {
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

    // An act whose turn it may be, or not.
    void pullAct() {
        if (m_known.empty()) return;
        auto& about = m_known[draw(m_known.size())];
        static const char* const kActs[] = {"ordered",  "ordered",  "delivered", "reported", "extension_requested",
                                            "verified", "rejected", "withdrawn"};
        const std::string act = kActs[draw(8)];
        json::object finding{{"item", std::to_string(1 + draw(3))}};
        json::object body{{"of", about.id}};
        if (act == "ordered") {
            body["hash"] = about.versions[draw(about.versions.size())].hex();
            body["office"] = "局";
            body["count"] = "calendar";
            body["delivery"] = {{"how", "electronic"}};
            finding["facts"] = "缺记录";
            finding["requirement"] = "补";
        } else {
            if (about.orders.empty()) return;
            body["order"] = about.orders[draw(about.orders.size())];
            if (act == "delivered") body["delivery"] = {{"how", "post"}};
            finding[act == "reported" ? "done" : "reason"] = "字";
        }
        if (act == "ordered" || act == "rejected") finding["due"] = draw(6) ? "2026-12-06" : "2020-01-01";
        if (act == "extension_requested") finding["until"] = "2026-12-20";
        body["findings"] = {finding};
        std::string id;
        if (draw(3)) {
            pull("rectification." + act, "yongchang", std::move(body), &id);
        } else if (const auto line = sign("rectification." + act, std::move(body))) {
            id = m_tablet.store->payload(*line).value().id;
        }
        if (act == "ordered" && !id.empty()) about.orders.push_back(id);
    }

    json::object assessed(const std::string& round) {
        auto body = plainContent();
        body["kind"] = "self";
        body["round"] = round;
        return body;
    }

    void pullAssessed() {
        const std::string round = "r" + std::to_string(draw(2)), site = draw(3) ? "yongchang" : "elsewhere";
        if (draw(4) == 0) {
            Known known;
            const auto hash = pull("assessment.submitted", site, assessed(round), &known.id);
            known.versions.push_back(hash);
            m_assessed.push_back(std::move(known));
            return;
        }
        if (draw(4) == 0 && !m_assessed.empty()) {
            auto& about = m_assessed[draw(m_assessed.size())];
            static const char* const kTypes[] = {"assessment.amended", "review.accepted", "review.returned"};
            const std::string type = kTypes[draw(3)];
            auto body = assessed(round);
            body["of"] = about.id;
            body["reason"] = "补";
            body["hash"] = about.versions.back().hex();
            const auto hash = pull(type, site, std::move(body));
            if (type == "assessment.amended") about.versions.push_back(hash);
            return;
        }
        if (draw(6) == 0) {
            json::object body{{"round", round},
                              {"checklist", {{"id", "6a"}, {"version", "1"}, {"sha256", std::string(64, 'a')}}},
                              {"section", "s" + std::to_string(draw(3))},
                              {"person", draw(3) ? "p" + std::to_string(draw(3)) : ""}};
            if (draw(3)) {
                pull("assessment.assigned", site, std::move(body));
                return;
            }
            (void)sign("assessment.assigned", std::move(body));
            return;
        }
        json::object items;
        for (const auto* item : {"1", "2", "3"}) {
            if (draw(2)) items[item] = {{"answers", {{"q", std::to_string(draw(9))}}}};
        }
        if (items.empty()) return;
        json::object body{{"round", round},
                          {"checklist", {{"id", "6a"}, {"version", "1"}, {"sha256", std::string(64, 'a')}}},
                          {"items", std::move(items)}};
        if (draw(3)) {
            pull("assessment.contributed", site, std::move(body));
            return;
        }
        (void)sign("assessment.contributed", std::move(body));
    }

    // A line of this device; none where it may not sign it.
    std::optional<Sha256> sign(const std::string& type, json::object body) {
        m_tablet.now.utc += std::chrono::seconds(1);
        const auto line = m_tablet.store->append({type, "yongchang", "620321", {}, std::move(body), {}});
        if (!line) return std::nullopt;
        m_own.push_back(line->hash());
        return line->hash();
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
            m_known.push_back({m_tablet.store->payload(line->hash()).value().id, {line->hash()}, true, {}});
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
        auto submissions = m_tablet.store->countRecords(filter);
        filter.type = "assessment.submitted";
        submissions += m_tablet.store->countRecords(filter);
        CHECK(submissions == rows.size());
        for (const auto& folded : rows) {
            if (folded.row.says.isAssessment()) continue;
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

    // Cases and findings: those of the followed tables, of the fresh ones, and of a fold of each case's lines.
    void checkCases(const DerivedTables& fresh) {
        const auto followed = m_tables->cases({}, 0, 10'000).rows, made = fresh.cases({}, 0, 10'000).rows;
        REQUIRE(followed.size() == made.size());
        std::size_t open = 0;
        for (std::size_t i = 0; i < made.size(); ++i) {
            const auto& id = made[i].row.standing.id;
            CHECK(followed[i].row == made[i].row);
            CHECK(followed[i].due == made[i].due);
            CHECK(followed[i].own == made[i].own);
            CHECK(m_tables->caseOf(id) == caseOf(*m_tablet.store, id));
            open += made[i].row.findings.size();
            m_reached.ordered += made[i].row.orders.size();
            m_reached.ignored += made[i].row.ignored.size();
        }
        std::size_t counted = 0;
        for (const auto column :
             {records::FindingColumn::waits, records::FindingColumn::toOrder, records::FindingColumn::withEnterprise,
              records::FindingColumn::reported, records::FindingColumn::closed}) {
            FindingFilter filter;
            filter.column = column;
            const auto a = m_tables->findings(filter, 0, 10'000), b = fresh.findings(filter, 0, 10'000);
            REQUIRE(a.rows.size() == b.rows.size());
            CHECK(a.total == a.rows.size());
            counted += a.rows.size();
            for (const auto& row : a.rows) {
                const auto whole = caseOf(*m_tablet.store, row.inspection);
                REQUIRE(whole);
                REQUIRE(whole->finding(row.finding.item));
                CHECK(*whole->finding(row.finding.item) == row.finding);
                CHECK(columnOf(*whole, row.finding) == column);
            }
        }
        CHECK(counted == open);
        m_reached.findings += open;
    }

    void checkAssessments(const DerivedTables& fresh) {
        const auto made = fresh.assessments({}, 0, 10'000).rows;
        REQUIRE(m_tables->assessments({}, 0, 10'000).rows == made);
        for (const auto& row : made) {
            CHECK(row == assessmentAt(*m_tablet.store, row.site, row.round, row.checklist));
            m_reached.answered += row.items.size();
            m_reached.submitted += row.submitted ? 1 : 0;
        }
    }

    std::mt19937 m_random;
    Tablet m_tablet;
    std::vector<crypto::PrivateKey> m_authors{crypto::PrivateKey::generate(crypto::Suite::eddsa),
                                              crypto::PrivateKey::generate(crypto::Suite::eddsa)};
    std::shared_ptr<DerivedTables> m_tables;
    std::vector<Known> m_known, m_assessed;
    Reached m_reached;
    std::vector<Sha256> m_own;
    std::vector<TabletStore::PulledLine> m_pulled;
    std::vector<std::uint64_t> m_leftOut;
    std::uint64_t m_next = 100;
};

}  // namespace

TEST_CASE("what is followed in pieces equals a fold from nothing, row by row") {
    History::Reached all;
    for (unsigned seed = 1; seed <= 25; ++seed) {
        INFO("seed " << seed);
        History history(seed);
        for (int i = 0; i < 180; ++i) history.step();
        history.check();
        const auto& one = history.reached();
        all.findings += one.findings;
        all.ordered += one.ordered;
        all.ignored += one.ignored;
        all.answered += one.answered;
        all.submitted += one.submitted;
    }
    CHECK(all.findings > 100);
    CHECK(all.ordered > 10);
    CHECK(all.ignored > 10);
    CHECK(all.answered > 20);
    CHECK(all.submitted > 5);
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
