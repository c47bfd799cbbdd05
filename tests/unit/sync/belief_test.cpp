// What a server that lies, or whose database somebody changed, can make a tablet believe: nothing. The server is the
// real one over real TLS; its database is changed behind its back.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <catch2/catch.hpp>
#include <functional>

#include "shared/crypto/hash.h"
#include "shared/crypto/merkle.h"
#include "shared/store/folded_rows.h"
#include "shared/store/inspection_history.h"
#include "shared/store/inspection_sign.h"
#include "shared/store/reference.h"
#include "shared/sync/bundle.h"
#include "shared/sync/engine.h"
#include "shared/sync/enrolment.h"
#include "sync-server/store/sqlite_store.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/process.h"

using namespace plumb;
using namespace plumb::server::kit;

namespace {

struct Deployment {
    ServerProcess process;
    std::optional<Remote> remote;
    std::optional<Author> admin;

    Deployment() {
        process.start();
        remote.emplace(process);
        admin.emplace(remote->enrol(process.invitation()));
        remote->publish(*admin);
    }
    void push(const Author& carrier, const record::Line& line) {
        const auto said = remote->call("POST", "/v1/records", remote->token(carrier), line.text() + "\n");
        INFO(said.body);
        REQUIRE(said.body.find("\"accepted\"") != std::string::npos);
    }
    void change(const std::string& sql) {
        SQLite::Database database(process.data() / "log.db", SQLite::OPEN_READWRITE, 5000);
        database.exec("DROP TRIGGER IF EXISTS lines_no_update; DROP TRIGGER IF EXISTS lines_no_delete;" + sql);
    }
    // A line is another from now on, and the index says so too: the server itself notices nothing.
    void rewrite(std::int64_t index, const std::function<std::string(std::string)>& to) {
        change("");
        SQLite::Database database(process.data() / "log.db", SQLite::OPEN_READWRITE, 5000);
        SQLite::Statement get(database, "SELECT CAST(line AS TEXT) FROM lines WHERE idx = ?");
        get.bind(1, index);
        REQUIRE(get.executeStep());
        const auto text = to(get.getColumn(0).getString());
        get.reset();
        SQLite::Statement put(database, "UPDATE lines SET line = ? WHERE idx = ?");
        put.bind(1, text.data(), static_cast<int>(text.size()));
        put.bind(2, index);
        put.exec();
        const auto hash = crypto::sha256(text);
        SQLite::Statement mark(database, "UPDATE entries SET hash = ? WHERE idx = ?");
        mark.bind(1, hash.bytes.data(), static_cast<int>(hash.bytes.size()));
        mark.bind(2, index);
        mark.exec();
    }
    [[nodiscard]] std::string textOf(std::int64_t index) const {
        SQLite::Database database(process.data() / "log.db", SQLite::OPEN_READONLY, 5000);
        SQLite::Statement get(database, "SELECT CAST(line AS TEXT) FROM lines WHERE idx = ?");
        get.bind(1, index);
        REQUIRE(get.executeStep());
        return get.getColumn(0).getString();
    }
    // A server whose operator puts a line into the log that no rule would let in. Tree, index and checkpoint follow
    // when it starts.
    void force(const record::Line& line) {
        REQUIRE(process.stop() == 0);
        {
            const auto store = server::openSqliteStore(process.data() / "log.db").value();
            auto& writer = store->writer();
            writer.begin();
            writer.appendLine(writer.reader().size(), systemNow().utc, line.text());
            writer.commit();
        }
        process.start();
    }
};

struct Tablet {
    TempFolder home;
    std::unique_ptr<store::TabletStore> store;

    Tablet(Deployment& at, domain::Role role = domain::Role::inspector) {
        const auto invitation = at.remote->inviteBy(*at.admin, role, {"62"});
        const auto done =
            sync::enrol({home.path, invitation, "246810", "tablet", crypto::Suite::eddsa, kTestCost}, systemNow);
        if (!done) throw std::runtime_error(done.error().detail);
        store = store::TabletStore::open(done->folder, done->key, systemNow).value();
    }
    Result<sync::Report> sync() { return sync::Engine(*store).run(); }
    std::string fate() {
        const auto done = sync();
        return done ? "" : done.error().code;
    }
    [[nodiscard]] std::string kid() const { return store->deviceKey().value().kid(); }
    record::Line inspect() {
        return store->append({"inspection.submitted", "yongchang-veg", "620321", {}, inspectionBody(), {}}).value();
    }
    [[nodiscard]] std::size_t believed(const std::string& type) const {
        store::RecordFilter filter;
        filter.type = type;
        return store->countRecords(filter);
    }
    [[nodiscard]] std::size_t doubted() const {
        store::RecordFilter filter;
        filter.believed = false;
        return store->countRecords(filter);
    }
};

json::object acceptance(const record::Line& of) {
    return {{"of", record::parsePayload(of.payload()).value().id}, {"hash", of.hash().hex()}, {"comment", "good"}};
}

// Where a new deployment's log has what was published first: behind who certifies documents, and who was let in.
constexpr std::int64_t kChecklist = 3, kSite = 4;

}  // namespace

TEST_CASE("a line that was changed in the server's database is not taken, and once it is put right, it is") {
    Deployment at;
    Tablet tablet(at);
    const auto honest = at.textOf(kSite);
    REQUIRE(honest.find("site.published") != std::string::npos);
    at.rewrite(kSite, [](std::string text) { return text.replace(text.find("620321"), 6, "620322"); });
    CHECK(tablet.fate() == "bad_feed");
    CHECK(tablet.believed("site.published") == 0);
    at.rewrite(kSite, [&](const std::string&) { return honest; });
    CHECK(tablet.fate().empty());
    CHECK(tablet.believed("site.published") == 1);
    CHECK(at.process.stop() == 0);
}

TEST_CASE("two lines that changed places are not taken") {
    Deployment at;
    Tablet tablet(at);
    const auto checklist = at.textOf(kChecklist), site = at.textOf(kSite);
    at.rewrite(kChecklist, [](const std::string&) { return std::string("not here for a moment"); });
    at.rewrite(kSite, [&](const std::string&) { return checklist; });
    at.rewrite(kChecklist, [&](const std::string&) { return site; });
    CHECK(tablet.fate() == "bad_feed");
    CHECK(tablet.believed("checklist.published") == 0);
}

TEST_CASE("a line that the server notices to be changed is not handed out, and the tablet says so") {
    Deployment at;
    Tablet tablet(at);
    at.change("UPDATE lines SET line = CAST(replace(CAST(line AS TEXT), '620321', '620322') AS BLOB) WHERE idx = " +
              std::to_string(kSite));
    CHECK(tablet.fate() == "line_damaged");
    CHECK(tablet.believed("site.published") == 0);
}

TEST_CASE("a review that somebody forged is in the log, and makes nothing accepted") {
    Deployment at;
    Tablet tablet(at);
    REQUIRE(tablet.fate().empty());
    const auto line = tablet.inspect();
    REQUIRE(tablet.fate().empty());
    const auto id = record::parsePayload(line.payload()).value().id;
    SECTION("by a key that nobody enrolled") {
        Author stranger(crypto::PrivateKey::generate(crypto::Suite::eddsa), systemNow);
        at.force(stranger.say("review.accepted", acceptance(line), {"yongchang-veg", "620321"}));
    }
    SECTION("under a supervisor's name, with a signature of somebody else's") {
        auto supervisor = at.remote->enrolBy(*at.admin, domain::Role::supervisor, {"62"});
        Author stranger(crypto::PrivateKey::generate(crypto::Suite::eddsa), systemNow);
        const auto forged = stranger.say("review.accepted", acceptance(line), {"yongchang-veg", "620321"}).text();
        at.force(record::Line::parse(crypto::protectedHeader(supervisor.key().publicKey(), crypto::kRecordTyp) +
                                     forged.substr(forged.find("..")))
                     .value());
    }
    SECTION("by an inspector, who may not review") {
        auto colleague = at.remote->enrolBy(*at.admin, domain::Role::inspector, {"62"});
        at.force(colleague.say("review.accepted", acceptance(line), {"yongchang-veg", "620321"}));
    }
    SECTION("by a supervisor, whose body says nothing that can be read") {
        auto supervisor = at.remote->enrolBy(*at.admin, domain::Role::supervisor, {"62"});
        auto body = acceptance(line);
        body["items"] = "all of them";
        at.force(supervisor.say("review.accepted", std::move(body), {"yongchang-veg", "620321"}));
    }
    const auto report = tablet.sync();
    REQUIRE(report);
    CHECK(report->notBelieved == 1);
    CHECK_THAT(report->problems.back(), Catch::Contains("is not believed"));
    CHECK(tablet.doubted() == 1);
    CHECK(store::historyOf(*tablet.store, id).value().history.status == records::InspectionStatus::submitted);
    CHECK(at.process.stop() == 0);
}

TEST_CASE("acts that a lying server took into the log change nothing, and every reader shows them") {
    Deployment at;
    auto supervisor = at.remote->enrolBy(*at.admin, domain::Role::supervisor, {"62"});
    Tablet tablet(at);
    REQUIRE(tablet.fate().empty());
    auto found = inspectionBody();
    found["findings"] =
        json::array{json::object{{"item", "2"}, {"severity", "major"}, {"text", "标签未标注"}, {"due", "2026-12-06"}}};
    const auto visit = tablet.store->append({"inspection.submitted", "yongchang-veg", "620321", {}, found, {}}).value();
    REQUIRE(tablet.fate().empty());
    const auto id = record::parsePayload(visit.payload()).value().id;
    const auto due = dayText(dayOf(systemNow()) + std::chrono::days(9));
    const auto order = supervisor.say(
        "rectification.ordered",
        {{"of", id},
         {"hash", visit.hash().hex()},
         {"office", "局"},
         {"count", "calendar"},
         {"delivery", {{"how", "electronic"}}},
         {"findings", json::array{json::object{{"item", "2"}, {"facts", "缺"}, {"requirement", "补"}, {"due", due}}}}},
        {"yongchang-veg", "620321"});
    at.push(supervisor, order);
    const auto orderId = record::parsePayload(order.payload()).value().id;
    const auto act = [&](const char* type, const std::string& of, json::object finding) {
        finding["item"] = "2";
        return supervisor.say(type, {{"of", id}, {"order", of}, {"findings", json::array{finding}}},
                              {"yongchang-veg", "620321"});
    };
    // Each by a supervisor's own key, so that all but the turn holds: passed before any report, of no order at all, and
    // closed twice.
    at.force(act("rectification.verified", orderId, {}));
    at.force(act("rectification.rejected", id, {{"reason", "看不清"}, {"due", due}}));
    at.force(act("rectification.withdrawn", orderId, {{"reason", "不再需要"}}));
    at.force(act("rectification.withdrawn", orderId, {{"reason", "再撤一次"}}));
    const auto report = tablet.sync();
    REQUIRE(report);
    CHECK(report->notBelieved == 0);
    const auto row = store::caseOf(*tablet.store, id).value();
    CHECK(row.findings.front().state == records::FindingState::withdrawn);
    CHECK(row.findings.front().rounds == 0);
    REQUIRE(row.ignored.size() == 3);
    for (const auto& ignored : row.ignored) CHECK_FALSE(ignored.why.empty());
    // The server that took them in tells the same of them.
    const auto told = at.remote->call("GET", "/v1/query/records/" + id, at.remote->token(supervisor), "");
    const auto answer = parseJson(told.body).value().get_object();
    CHECK(answer.at("case").at("ignored").as_array().size() == 3);
    CHECK(at.process.stop() == 0);
}

TEST_CASE("a revoked administrator's sites and checklists stay, and what she publishes afterwards counts for nothing") {
    Deployment at;
    auto second = at.remote->enrolBy(*at.admin, domain::Role::administrator, {""});
    Tablet tablet(at);
    REQUIRE(tablet.fate().empty());
    at.push(second, second.say("key.revoked", {{"key", at.admin->kid()}, {"reason", "left"}}));
    at.force(at.admin->say("site.published", siteBody("shandan", "山丹县示范区", "620725"), {"shandan", "620725"}));
    REQUIRE(tablet.fate().empty());
    const auto sites = store::sitesOf(*tablet.store).value();
    REQUIRE(sites.size() == 1);
    CHECK(sites.front().id == "yongchang-veg");
    CHECK(store::checklistsOf(*tablet.store).value().size() == 1);
    CHECK(tablet.doubted() == 1);
    CHECK(at.process.stop() == 0);
}

TEST_CASE("a record by a key that was revoked later is proved, and the proof says both") {
    Deployment at;
    Tablet tablet(at), supervisor(at, domain::Role::supervisor);
    REQUIRE(tablet.fate().empty());
    const auto line = tablet.inspect();
    REQUIRE(tablet.fate().empty());
    at.push(*at.admin, at.admin->say("key.revoked", {{"key", tablet.kid()}, {"reason", "lost"}}));
    REQUIRE(supervisor.fate().empty());
    CHECK(supervisor.believed("inspection.submitted") == 1);

    const auto profile = supervisor.store->profile().value();
    sync::ServerLink link(profile.server, profile.pin);
    REQUIRE(link.login(supervisor.store->deviceKey().value(), crypto::parseNoteKey(profile.logKey)->name, systemNow));
    const auto id = record::parsePayload(line.payload()).value().id;
    auto bundle = sync::makeBundle(*supervisor.store, link, id).value();
    const auto verdict = sync::verifyBundle(bundle, profile.rootKid);
    bool said = false;
    for (const auto& check : verdict.checks) {
        INFO(check.name << ": " << check.detail);
        CHECK((check.good || check.name == "trail"));  // the kit's inspection states one that is not there
        said = said || check.detail.find("was revoked by entry") != std::string::npos;
    }
    CHECK(said);
    // The revocation as if it stood before the record: its place is proved.
    for (auto& trust : bundle.trust) {
        if (trust.text.find("key.revoked") != std::string::npos) --trust.index;
    }
    CHECK_FALSE(sync::verifyBundle(bundle, profile.rootKid).good);
    CHECK(at.process.stop() == 0);
}

TEST_CASE("what a witness signed beside a bundle's checkpoint is no word about it") {
    Deployment at;
    Tablet tablet(at);
    REQUIRE(tablet.fate().empty());
    const auto line = tablet.inspect();
    REQUIRE(tablet.fate().empty());
    const auto profile = tablet.store->profile().value();
    sync::ServerLink link(profile.server, profile.pin);
    REQUIRE(link.login(tablet.store->deviceKey().value(), crypto::parseNoteKey(profile.logKey)->name, systemNow));
    const auto id = record::parsePayload(line.payload()).value().id;
    auto bundle = sync::makeBundle(*tablet.store, link, id).value();
    const auto witness = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    const auto policy = crypto::WitnessPolicy::of({crypto::formatWitnessKey("w", witness.publicKey())}, 1).value();
    const auto cosigned = [&](const std::string& body) {
        auto out = crypto::cosign(body, "w", witness, std::chrono::floor<std::chrono::seconds>(systemNow().utc));
        out.pop_back();
        return out;
    };
    const auto enough = [&] {
        for (const auto& check : sync::verifyBundle(bundle, profile.rootKid, &policy).checks) {
            if (check.name == "witnesses") return check.good;
        }
        return false;
    };
    CHECK_FALSE(enough());
    bundle.cosignatures = {cosigned(bundle.checkpoint.substr(0, bundle.checkpoint.find("\n\n") + 1))};
    CHECK(enough());
    bundle.cosignatures = {"more", "", cosigned(bundle.checkpoint + "more\n")};
    CHECK_FALSE(enough());
    CHECK(at.process.stop() == 0);
}

TEST_CASE("a revocation that the server keeps back is missed, and nothing newer is believed until it comes") {
    Deployment at;
    Tablet tablet(at);
    auto colleague = at.remote->enrolBy(*at.admin, domain::Role::inspector, {"62"});
    REQUIRE(tablet.fate().empty());
    const auto before = tablet.believed("");
    at.push(*at.admin, at.admin->say("key.revoked", {{"key", colleague.kid()}, {"reason", "lost"}}));
    at.push(*at.admin,
            at.admin->say("site.published", siteBody("shandan", "山丹县示范区", "620725"), {"shandan", "620725"}));
    at.change("UPDATE entries SET trust = 0, type = 'hidden', region = '99' WHERE type = 'key.revoked'");
    CHECK(tablet.fate() == "trust_withheld");
    CHECK(tablet.believed("") == before);
    at.change("UPDATE entries SET trust = 1, type = 'key.revoked', region = '' WHERE type = 'hidden'");
    CHECK(tablet.fate().empty());
    CHECK(tablet.believed("site.published") == 2);
    CHECK(tablet.store->trust().value().member(colleague.kid())->revoked());
    CHECK(at.process.stop() == 0);
}
