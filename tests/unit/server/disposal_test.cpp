// Archived cases whose term has passed: proposed for disposal by one person, approved by another, and what is left of
// their files then.
#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "shared/records/disposal/disposal.h"
#include "sync-server/archive/disposed.h"
#include "sync-server/projections/files/file_uses.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const Said kSite{"yongchang-veg", "620321"};
const Said kRegion{"", "62"};

record::Payload payloadOf(const record::Line& line) {
    return record::parsePayload(line.payload()).value();
}

struct Kept {
    std::string id, act;
    record::Line version;
};

struct Office {
    World world;
    Author inspector, head, deputy;
    std::string headId, deputyId;

    Office()
        : inspector((world.publish(), world.enrol(domain::Role::inspector, {"62"}))),
          head(world.enrol(domain::Role::supervisor, {"62"})),
          deputy(world.enrol(domain::Role::supervisor, {"62"})),
          headId(world.services().trust.personId(head.kid())),
          deputyId(world.services().trust.personId(deputy.kid())) {}

    record::Line submit(std::vector<std::string> contents, json::object body = inspectionBody()) {
        Said said = kSite;
        for (const auto& content : contents)
            said.files.push_back({crypto::sha256(content), content.size(), "image/jpeg", "evidence", "2"});
        auto line = inspector.say("inspection.submitted", std::move(body), said);
        REQUIRE(world.fate(line, inspector) == "accepted");
        for (const auto& content : contents) world.upload(content, inspector);
        return line;
    }
    Kept archive(std::vector<std::string> contents, const char* term = "10") {
        const auto version = submit(std::move(contents));
        const auto id = payloadOf(version).id;
        REQUIRE(world.fate(
                    head.say("review.accepted", {{"of", id}, {"hash", version.hash().hex()}, {"comment", ""}}, kSite),
                    head) == "accepted");
        const auto act = head.say("rectification.archived", {{"of", id}, {"term", term}}, kSite);
        REQUIRE(world.fate(act, head) == "accepted");
        return {id, payloadOf(act).id, version};
    }
    // The log takes nothing at a time that lies further behind its last line than a server is ever switched off.
    void years(int count) {
        for (int year = 0; year < count; ++year) {
            world.pass(std::chrono::hours(24 * 366));
            submit({});
        }
    }
    static json::object rowOf(const Kept& kept, const char* term = "10", const char* until = "2036-12-31") {
        return {{"case", kept.id}, {"act", kept.act}, {"term", term}, {"until", until}};
    }
    json::object bodyOf(json::array cases) const {
        return {{"person", headId},
                {"reason", "保管期限届满"},
                {"disputes", "台账均无未结事项"},
                {"cases", std::move(cases)}};
    }
    std::string propose(json::array cases, record::Line* line = nullptr, const Said& where = kRegion) {
        auto said = head.say(std::string(records::kDisposalProposed), bodyOf(std::move(cases)), where);
        if (line) *line = said;
        return world.fate(said, head);
    }
    std::string decide(const record::Line& list, Author& by, const std::string& person, bool approved = true) {
        json::object body{{"of", payloadOf(list).id}, {"version", list.hash().hex()}, {"person", person}};
        if (!approved) body["reason"] = "尚有诉讼";
        const auto type = approved ? records::kDisposalApproved : records::kDisposalRefused;
        return world.fate(by.say(std::string(type), std::move(body), kRegion), by);
    }
    record::Line disposeOf(const std::vector<Kept>& cases) {
        json::array rows;
        for (const auto& one : cases) rows.push_back(rowOf(one));
        record::Line list = cases.front().version;
        REQUIRE(propose(std::move(rows), &list) == "accepted");
        REQUIRE(decide(list, deputy, deputyId) == "accepted");
        return list;
    }
    bool there(const std::string& content) {
        return world.services().blobs.sizeOf(crypto::sha256(content)).has_value();
    }
    Response file(const std::string& content) { return world.get("/v1/files/" + crypto::sha256(content).hex(), &head); }
    json::array index(const std::string& query) {
        return world.answered(world.get("/v1/query/archive?today=2037-06-01" + query, &head)).at("items").as_array();
    }
    json::array lists(const std::string& query = {}) {
        return world.answered(world.get("/v1/query/disposals" + query, &head)).at("items").as_array();
    }
};

}  // namespace

TEST_CASE("what is not archived, is kept for ever, or has days left is on no list of disposal") {
    Office office;
    const auto ten = office.archive({}), thirty = office.archive({}, "30"), ever = office.archive({}, "permanent");
    const auto open = payloadOf(office.submit({})).id;
    CHECK(office.propose({Office::rowOf(ten)}) == "term_runs");
    office.years(11);
    CHECK(office.propose({Office::rowOf({open, ten.act, ten.version})}) == "not_archived");
    CHECK(office.propose({Office::rowOf(ever)}) == "disposal_permanent");
    CHECK(office.propose({Office::rowOf(ever, "permanent")}) == "bad_payload");
    CHECK(office.propose({Office::rowOf(thirty, "30", "2056-12-31")}) == "term_runs");
    CHECK(office.propose({Office::rowOf(thirty)}) == "disposal_differs");
    CHECK(office.propose({Office::rowOf(ten, "10", "2035-12-31")}) == "disposal_differs");
    CHECK(office.propose({Office::rowOf({ten.id, open, ten.version})}) == "disposal_differs");
    CHECK(office.propose({Office::rowOf({ten.act, ten.act, ten.version})}) == "of_unknown");
    CHECK(office.propose({Office::rowOf(ten)}, nullptr, {"", "6204"}) == "disposal_elsewhere");
    CHECK(office.propose({Office::rowOf(ten)}, nullptr, {"", "63"}) == "wrong_region");
    // One bad row refuses all of the list.
    CHECK(office.propose({Office::rowOf(ten), Office::rowOf(ever)}) == "disposal_permanent");
    CHECK(office.propose({Office::rowOf(ten)}) == "accepted");
    CHECK(office.propose({Office::rowOf(ten)}) == "disposal_waits");
}

TEST_CASE("a term is over when it is by the log's clock, whatever its author's says") {
    Office office;
    const auto ten = office.archive({});
    auto payload =
        office.head.next(std::string(records::kDisposalProposed), office.bodyOf({Office::rowOf(ten)}), kRegion);
    payload.at.utc += std::chrono::hours(24 * 366 * 11);
    const auto line = office.head.sign(record::formatPayload(payload));
    CHECK(office.world.fate(line, office.head) == "term_runs");
}

TEST_CASE("a term is over with China's day, whatever zone its author's clock names") {
    Office office;
    const auto ten = office.archive({});
    // An hour before the term's last day ends there.
    const auto eve = std::chrono::sys_days(std::chrono::year(2036) / 12 / 31) + std::chrono::hours(15);
    constexpr std::chrono::hours kStep(24 * 300);
    while (eve - office.world.now() > kStep) {
        office.world.pass(kStep);
        office.submit({});
    }
    office.world.pass(std::chrono::duration_cast<std::chrono::milliseconds>(eve - office.world.now()));
    const auto propose = [&] {
        auto payload =
            office.head.next(std::string(records::kDisposalProposed), office.bodyOf({Office::rowOf(ten)}), kRegion);
        payload.at.offset = std::chrono::hours(14);
        return office.world.fate(office.head.sign(record::formatPayload(payload)), office.head);
    };
    CHECK(propose() == "term_runs");
    office.world.pass(std::chrono::hours(2));
    CHECK(propose() == "accepted");
}

TEST_CASE("who proposed that cases are disposed of does not approve it, and the first decision holds") {
    Office office;
    const auto ten = office.archive({}), other = office.archive({});
    office.years(11);
    record::Line list = ten.version, second = ten.version;
    REQUIRE(office.propose({Office::rowOf(ten)}, &list) == "accepted");
    CHECK(office.decide(list, office.head, office.headId) == "disposal_own");
    CHECK(office.decide(list, office.head, office.deputyId) == "wrong_person");
    const json::object otherContent{
        {"of", payloadOf(list).id}, {"version", std::string(64, '0')}, {"person", office.deputyId}};
    CHECK(office.world.fate(office.deputy.say(std::string(records::kDisposalApproved), otherContent, kRegion),
                            office.deputy) == "disposal_unknown");
    auto auditor = office.world.enrol(domain::Role::auditor, {"62"});
    CHECK(office.decide(list, auditor, office.world.services().trust.personId(auditor.kid())) == "wrong_role");
    CHECK(office.decide(list, office.deputy, office.deputyId, false) == "accepted");
    CHECK(office.decide(list, office.deputy, office.deputyId) == "disposal_decided");
    CHECK(office.lists("?state=refused").size() == 1);
    CHECK(office.lists("?state=approved").empty());
    // What was refused stands on another list.
    REQUIRE(office.propose({Office::rowOf(ten), Office::rowOf(other)}, &second) == "accepted");
    CHECK(office.index("")[0].at("waits").as_string() == payloadOf(second).id);
    REQUIRE(office.decide(second, office.deputy, office.deputyId) == "accepted");
    CHECK(office.propose({Office::rowOf(ten)}) == "case_disposed");
    CHECK(office.index("&due=1").empty());
    const auto gone = office.index("&disposed=1");
    REQUIRE(gone.size() == 2);
    CHECK(gone[0].at("disposed").at("disposal").as_string() == payloadOf(second).id);
    const auto told = office.lists("?state=approved");
    REQUIRE(told.size() == 1);
    CHECK(told[0].at("cases").as_array().size() == 2);
    CHECK(told[0].at("cases").at(0).at("site_name").as_string() != "");
    CHECK(told[0].at("decided").at("by").as_string() != told[0].at("by").as_string());
    CHECK(office.world.get("/v1/query/disposals?state=gone", &office.head).status == 400);
    const auto far = office.world.enrol(domain::Role::supervisor, {"63"});
    CHECK(office.world.answered(office.world.get("/v1/query/disposals", &far)).at("items").as_array().empty());
}

TEST_CASE("with a case its files go, but not those that another line names, and no line does") {
    Office office;
    const std::string own = "a photo of this case alone", shared = "a photo of two cases", other = "of another";
    const auto one = office.archive({own, shared});
    const auto second = office.archive({shared, other});
    office.years(11);
    auto& disposer = office.world.services().disposer;
    CHECK(disposer.sweep() == 0);
    const auto list = office.disposeOf({one});
    CHECK(office.file(own).status == 410);  // at once, wherever its bytes are
    CHECK(disposer.sweep() == 1);
    CHECK(disposer.sweep() == 0);
    CHECK_FALSE(office.there(own));
    CHECK(office.there(shared));
    CHECK(office.there(other));
    CHECK(office.file(shared).status == 200);
    const auto said = office.file(own);
    CHECK(said.status == 410);
    CHECK_THAT(said.body, Catch::Contains("file_disposed") && Catch::Contains("disposed of with its case on 20") &&
                              Catch::Contains(payloadOf(list).id));
    // Nobody who could not read it learns that it was ever here.
    const auto far = office.world.enrol(domain::Role::supervisor, {"63"});
    CHECK(office.world.get("/v1/files/" + crypto::sha256(own).hex(), &far).status == 404);
    // All lines are there, and say what became of it.
    const auto record = office.world.answered(office.world.get("/v1/query/records/" + one.id, &office.head));
    CHECK(record.at("line").as_string() == one.version.text());
    CHECK(record.at("disposed").at("disposal").as_string() == payloadOf(list).id);
    CHECK(office.world.answered(office.world.get("/v1/query/records/" + second.id, &office.head))
              .at("disposed")
              .is_null());
    const auto listed = office.world.answered(office.world.get("/v1/query/inspections?status=accepted", &office.head));
    for (const auto& value : listed.at("items").as_array()) CHECK(value.at("files_missing").as_int64() == 0);
    // With the second case the rest goes.
    office.disposeOf({second});
    CHECK(disposer.sweep() == 2);
    CHECK_FALSE(office.there(shared));
    const auto about = office.world.get("/v1/about?of=" + payloadOf(list).id, &office.head);
    CHECK_THAT(about.body, Catch::Contains("disposal.proposed") && Catch::Contains("disposal.approved"));
}

TEST_CASE("a file of a case that was disposed of is taken from nobody, until another line names it") {
    Office office;
    const std::string content = "what is gone";
    const auto one = office.archive({content});
    office.years(11);
    office.disposeOf({one});
    REQUIRE(office.world.services().disposer.sweep() == 1);
    const auto createBy = [&](const Author& author, const std::string& body = {}) {
        const auto hex = crypto::sha256(content).hex();
        return office.world.call({Method::post,
                                  "/v1/uploads",
                                  body,
                                  {{"tus-resumable", "1.0.0"},
                                   {"content-type", "application/offset+octet-stream"},
                                   {"upload-length", std::to_string(content.size())},
                                   {"upload-metadata", "sha256 " + toBase64(asBytes(hex))}}},
                                 &author);
    };
    const auto create = [&] { return createBy(office.inspector); };
    // To whoever may not know of it a hash alone tells nothing.
    const auto stranger = office.world.enrol(domain::Role::inspector, {"11"});
    const auto begun = createBy(stranger);
    CHECK(begun.status == 201);
    CHECK(begun.header("Upload-Offset") == "0");
    const auto whole = createBy(stranger, content);
    CHECK(whole.status == 410);
    CHECK_THAT(whole.body, Catch::Contains("file_disposed"));
    CHECK_FALSE(office.world.services().blobs.sizeOf(crypto::sha256(content)));
    const auto refused = create();
    CHECK(refused.status == 410);
    CHECK_THAT(refused.body, Catch::Contains("file_disposed"));
    Said said = kSite;
    said.files.push_back({crypto::sha256(content), content.size(), "image/jpeg", "evidence", "2"});
    REQUIRE(office.world.fate(office.inspector.say("inspection.submitted", inspectionBody(), said), office.inspector) ==
            "accepted");
    CHECK(create().status == 201);
    CHECK(office.file(content).status == 404);  // on its way, like any other
}

TEST_CASE("wherever the server died while files went, the next start ends it") {
    Office office;
    const std::string still = "not touched yet", aside = "taken out of its place";
    const auto one = office.archive({still, aside});
    office.years(11);
    office.disposeOf({one});
    auto& blobs = office.world.services().blobs;
    const auto place = blobs.localCopy(crypto::sha256(aside)).value().parent_path();
    REQUIRE(blobs.takeAside(crypto::sha256(aside)));
    office.world.restart();
    CHECK(office.world.services().disposer.sweep() == 2);
    CHECK_FALSE(office.there(still));
    CHECK_FALSE(office.there(aside));
    for (const auto& entry : std::filesystem::directory_iterator(place))
        CHECK(entry.path().filename().string().find(crypto::sha256(aside).hex()) == std::string::npos);
}

TEST_CASE("a file that was on its way out when a line that names it came, and the server died, is back in its place") {
    Office office;
    const std::string content = "named once more";
    const auto one = office.archive({content});
    office.years(11);
    office.disposeOf({one});
    REQUIRE(office.world.services().blobs.takeAside(crypto::sha256(content)));
    Said said = kSite;
    said.files.push_back({crypto::sha256(content), content.size(), "image/jpeg", "evidence", "2"});
    REQUIRE(office.world.fate(office.inspector.say("inspection.submitted", inspectionBody(), said), office.inspector) ==
            "accepted");
    office.world.restart();
    CHECK(office.world.services().disposer.sweep() == 0);
    CHECK(office.there(content));
}

TEST_CASE("a line that follows no record gives none of its files away by naming a case") {
    Office office;
    const std::string content = "of a case, and of a calendar";
    const auto one = office.archive({content});
    Said said = kRegion;
    said.files.push_back({crypto::sha256(content), content.size(), "image/jpeg", "evidence", ""});
    const json::object year{{"source", "通知"}, {"off", json::array{"2027-01-01"}}, {"worked", json::array{}}};
    auto& admin = office.world.admin();
    REQUIRE(office.world.fate(admin.say("calendar.published",
                                        {{"id", "working_days"}, {"years", {{"2027", year}}}, {"of", one.id}}, said),
                              admin) == "accepted");
    office.years(11);
    office.disposeOf({one});
    CHECK(office.world.services().disposer.sweep() == 0);
    CHECK(office.there(content));
    CHECK(office.file(content).status == 200);
}

TEST_CASE("nothing follows a case that was disposed of") {
    Office office;
    const auto one = office.archive({});
    office.years(11);
    office.disposeOf({one});
    const auto remark = office.head.say(
        "remark.added", {{"of", one.id}, {"item", "2"}, {"person", office.headId}, {"text", "补充说明"}}, kSite);
    CHECK(office.world.fate(remark, office.head) == "case_disposed");
    const auto act = office.head.say("rectification.archived", {{"of", one.id}, {"term", "30"}}, kSite);
    CHECK(office.world.fate(act, office.head) == "case_disposed");
    // A case beside it goes on.
    CHECK_FALSE(payloadOf(office.submit({})).id.empty());
}
