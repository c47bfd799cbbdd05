#include <catch2/catch.hpp>
#include <map>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/multi_proof.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

struct Case {
    World world;
    Author inspector = (world.publish(), world.enrol(domain::Role::inspector, {"62"}));
    Author supervisor = world.enrol(domain::Role::supervisor, {"6203"});

    std::string submit(const Said& said = {"yongchang-veg", "620321"}) {
        const auto line = inspector.say("inspection.submitted", inspectionBody(), said);
        if (world.fate(line, inspector) != "accepted") throw std::runtime_error("refused");
        return record::parsePayload(line.payload()).value().id;
    }
    void review(const std::string& id, const char* type) {
        const auto row = InspectionRows(*world.services().readers.borrow()).find(id).value();
        const auto line =
            supervisor.say(type, {{"of", id}, {"hash", row.hash.hex()}, {"comment", ""}, {"items", json::array{}}},
                           {"yongchang-veg", "620321"});
        if (world.fate(line, supervisor) != "accepted") throw std::runtime_error("refused");
    }
    json::object list(const std::string& query) {
        return world.answered(world.get("/v1/query/inspections?" + query, &supervisor));
    }
};

using Lines = std::map<std::uint64_t, std::string>;

// Every line of a record's answer, by the place that is said of it.
Lines handedOut(const json::object& answer) {
    Lines out;
    const auto& trust = answer.at("trust").get_array();
    const auto& places = answer.at("trust_indexes").get_array();
    for (std::size_t i = 0; i < trust.size(); ++i)
        out[places.at(i).to_number<std::uint64_t>()] = std::string(trust[i].get_string());
    for (const char* name : {"context", "versions", "reviews"}) {
        for (const auto& placed : answer.at(name).get_array())
            out[placed.at("index").to_number<std::uint64_t>()] = textOr(placed.get_object(), "line");
    }
    return out;
}

bool isProved(const Lines& lines, const json::object& answer, const std::string& logKey) {
    const auto checkpoint =
        crypto::verifyCheckpoint(textOr(answer, "checkpoint"), crypto::parseNoteKey(logKey).value()).value();
    const auto& proof = answer.at("proof").get_object();
    if (proof.at("size").to_number<std::uint64_t>() != checkpoint.size) return false;
    std::vector<crypto::PlacedLeaf> leaves;
    for (const auto& [index, text] : lines) leaves.push_back({index, crypto::leafHash(asBytes(text))});
    std::vector<Sha256> hashes;
    for (const auto& hash : proof.at("hashes").get_array())
        hashes.push_back(Sha256::fromView(fromBase64(std::string(hash.get_string())).value()).value());
    return crypto::verifyMultiProof(leaves, checkpoint.size, hashes, checkpoint.root);
}

}  // namespace

TEST_CASE("the queue is oldest first, paged by key, with counts") {
    Case c;
    std::vector<std::string> ids;
    for (int i = 0; i < 5; ++i) ids.push_back(c.submit());
    c.review(ids[1], "review.returned");
    c.review(ids[3], "review.accepted");
    std::vector<std::string> seen;
    std::string after;
    for (;;) {
        const auto page = c.list("status=submitted&limit=2" + (after.empty() ? "" : "&after=" + after));
        for (const auto& item : page.at("items").get_array()) seen.push_back(textOr(item.get_object(), "id"));
        CHECK(page.at("counts") ==
              json::value({{"submitted", 3u}, {"returned", 1u}, {"accepted", 1u}, {"incomplete", 0u}, {"test", 0u}}));
        if (page.at("next").is_null()) break;
        after = std::string(page.at("next").get_string());
    }
    CHECK(seen == std::vector<std::string>{ids[0], ids[2], ids[4]});
    CHECK(c.list("status=returned").at("items").get_array().size() == 1);
    CHECK(c.world.get("/v1/query/inspections?status=lost", &c.supervisor).status == 400);
    CHECK(c.world.get("/v1/query/inspections?limit=0", &c.supervisor).status == 400);
}

TEST_CASE("a row of the queue says what the record says, and which files are still on their way") {
    Case c;
    const std::string photo = "not really a photo";
    const auto id =
        c.submit({"yongchang-veg", "620321", {{crypto::sha256(photo), photo.size(), "image/jpeg", "evidence", "2"}}});
    const auto row = [&] { return c.list("status=submitted").at("items").get_array().at(0).get_object(); };
    auto first = row();
    CHECK(textOr(first, "id") == id);
    CHECK(textOr(first, "site_name") == "Yongchang");
    CHECK_THAT(textOr(first, "author"), Catch::StartsWith("person "));
    CHECK(first.at("max") == 100000);
    CHECK(first.at("version") == 1);
    CHECK(first.at("files") == 1);
    CHECK(first.at("files_missing") == 1);
    CHECK_FALSE(textOr(first.at("checklist").get_object().at("title").get_object(), "zh").empty());
    c.world.upload(photo, c.inspector);
    CHECK(row().at("files_missing") == 0);
}

TEST_CASE("who may not read a place sees neither its rows nor its counts nor its records") {
    Case c;
    auto& admin = c.world.admin();
    REQUIRE(c.world.fate(admin.say("site.published", siteBody("elsewhere", "E", "620422"), {"elsewhere", "620422"}),
                         admin) == "accepted");
    const auto here = c.submit();
    const auto there = c.submit({"elsewhere", "620422"});
    const auto page = c.list("status=submitted");
    CHECK(page.at("items").get_array().size() == 1);
    CHECK(page.at("counts").get_object().at("submitted") == 1u);
    CHECK(c.world.get("/v1/query/records/" + here, &c.supervisor).status == 200);
    CHECK(c.world.get("/v1/query/records/" + there, &c.supervisor).status == 404);
    CHECK(c.world.get("/v1/query/records/" + here).status == 401);
}

TEST_CASE("a record comes with everything that proves it") {
    Case c;
    const auto id = c.submit();
    c.review(id, "review.returned");
    const auto answer = c.world.answered(c.world.get("/v1/query/records/" + id, &c.supervisor));
    CHECK(answer.at("versions").get_array().size() == 1);
    CHECK(answer.at("reviews").get_array().size() == 1);
    CHECK(textOr(answer, "status") == "returned");

    // The page needs nobody's word: root → authors → lines → log.
    const auto invitation = c.world.firstInvitation();
    domain::TrustBook book(invitation.rootKid);
    const auto& trust = answer.at("trust").get_array();
    const auto& places = answer.at("trust_indexes").get_array();
    REQUIRE(trust.size() == places.size());
    Lines handed;
    for (std::size_t i = 0; i < trust.size(); ++i) {
        const auto index = places[i].to_number<std::uint64_t>();
        const auto line = record::Line::parse(std::string(trust[i].get_string())).value();
        REQUIRE(book.add(line, record::parsePayload(line.payload()).value(), index));
        handed[index] = line.text();
    }
    domain::FactBook facts;
    std::vector<std::string> types;
    for (const char* name : {"context", "versions", "reviews"}) {
        for (const auto& placed : answer.at(name).get_array()) {
            const auto index = placed.at("index").to_number<std::uint64_t>();
            const auto line = record::Line::parse(textOr(placed.get_object(), "line")).value();
            const auto payload = record::parsePayload(line.payload()).value();
            CHECK(book.checkAuthor(line, payload, index, facts));
            facts.add(payload, line.kid(), index);
            types.push_back(payload.type);
            handed[index] = line.text();
        }
    }
    CHECK(types ==
          std::vector<std::string>{"checklist.published", "site.published", "inspection.submitted", "review.returned"});
    CHECK(handed.at(answer.at("index").to_number<std::uint64_t>()) == textOr(answer, "line"));
    CHECK(isProved(handed, answer, invitation.logKey));
}

TEST_CASE("one proof holds every line that a record's page is given to its place, and no line to another") {
    Case c;
    const auto id = c.submit();
    c.review(id, "review.returned");
    c.submit();
    const auto answer = c.world.answered(c.world.get("/v1/query/records/" + id, &c.supervisor));
    const auto handed = handedOut(answer);
    const auto logKey = c.world.firstInvitation().logKey;
    CHECK(handed.size() >= 10);
    REQUIRE(isProved(handed, answer, logKey));
    for (const auto& [index, text] : handed) {
        auto changed = handed, without = handed, moved = handed;
        changed[index] += ' ';
        CHECK_FALSE(isProved(changed, answer, logKey));
        without.erase(index);
        CHECK_FALSE(isProved(without, answer, logKey));
        if (handed.contains(index + 1)) {
            std::swap(moved[index], moved[index + 1]);
        } else {
            moved.erase(index);
            moved[index + 1] = text;
        }
        CHECK_FALSE(isProved(moved, answer, logKey));
    }
}

TEST_CASE("the bracket lies between the checkpoint that was seen and the one that first held the line") {
    Case c;
    const auto head = c.world.services().head.get();
    c.world.pass(std::chrono::hours(5));
    const auto seen = c.submit({"yongchang-veg", "620321", {}, record::Seen{head->size, head->root}});
    const auto bracket = [&](const std::string& id) {
        return c.world.answered(c.world.get("/v1/query/records/" + id, &c.supervisor)).at("bracket").get_object();
    };
    CHECK(parseInstant(textOr(bracket(seen), "after")).value().utc == head->time);
    CHECK(parseInstant(textOr(bracket(seen), "before")).value().utc == c.world.services().head.get()->time);
    CHECK(bracket(c.submit()).at("after").is_null());
    // A checkpoint that was never this log's proves nothing.
    CHECK(bracket(c.submit({"yongchang-veg", "620321", {}, record::Seen{head->size, Sha256{}}})).at("after").is_null());
}

TEST_CASE("a caller is told who she is and where her chain stands") {
    Case c;
    const auto me = c.world.answered(c.world.get("/v1/query/me", &c.supervisor));
    CHECK(textOr(me, "kid") == c.supervisor.kid());
    CHECK(me.at("grants").get_array().size() == 1);
    CHECK(c.world.answered(c.world.get("/v1/query/chain", &c.supervisor)).at("size") == 0);
    c.submit();
    const auto chain = c.world.answered(c.world.get("/v1/query/chain", &c.inspector));
    CHECK(chain.at("size") == 1);
    CHECK(textOr(chain, "prev") == c.inspector.tip.hash->hex());
}
