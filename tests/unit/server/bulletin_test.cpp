// The bulletin: what anybody reads of published results, page by page and byte by byte; and how a stranger proves it.
#include <catch2/catch.hpp>

#include "shared/base/encoding.h"
#include "shared/crypto/checkpoint.h"
#include "shared/crypto/merkle.h"
#include "shared/crypto/partial_hash.h"
#include "shared/records/publication/published.h"
#include "sync-server/papers/bulletin.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/projections/published/published_rows.h"
#include "sync-server/projections/sites/site_line.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const Said kSite{"yongchang-veg", "620321"};

struct Office {
    World world;
    Author inspector, supervisor, bystander;

    Office()
        : inspector((world.publish(), world.enrol(domain::Role::inspector, {"62"}))),
          supervisor(world.enrol(domain::Role::supervisor, {"62"})),
          bystander(world.enrol(domain::Role::inspector, {"62"})) {}

    std::string site(json::object more) {
        auto body = siteBody("yongchang-veg", "丰乐合作社 <示例> & \"引号\"", "620321");
        for (auto& [name, value] : more) body[name] = value;
        return world.fate(world.admin().say("site.published", body, kSite), world.admin());
    }
    std::string inspect() {
        const auto line = inspector.say("inspection.submitted", inspectionBody(), kSite);
        REQUIRE(world.fate(line, inspector) == "accepted");
        const auto id = record::parsePayload(line.payload()).value().id;
        REQUIRE(world.fate(supervisor.say("review.accepted", {{"of", id}, {"hash", line.hash().hex()}, {"comment", ""}},
                                          kSite),
                           supervisor) == "accepted");
        return id;
    }
    records::Publication says(const std::string& id) {
        const auto reader = world.services().readers.borrow();
        const auto row = InspectionRows(*reader).find(id).value();
        const auto at = publishedSite(*reader, row.site).value();
        return {id,         row.hash, records::publicationOf({{}, row.site, row.at, row.says, at.name, at.code, {}}),
                "县局网站", {},       {}};
    }
    std::string publish(const records::Publication& one) {
        return world.fate(
            supervisor.say(one.previous ? "publication.corrected" : "publication.made", records::toBody(one), kSite),
            supervisor);
    }
    std::string published() {
        const auto id = inspect();
        REQUIRE(publish(says(id)) == "accepted");
        return id;
    }
    Sha256 newest(const std::string& id) { return PublishedRows(*world.services().readers.borrow()).find(id)->hash; }
    std::string correct(const std::string& id, const std::string& reason) {
        auto one = says(id);
        one.previous = newest(id);
        one.reason = reason;
        return publish(one);
    }
    std::string withdraw(const std::string& id) {
        const records::PublicationWithdrawn gone{id, newest(id), "检查记录已退回"};
        return world.fate(supervisor.say("publication.withdrawn", records::toBody(gone), kSite), supervisor);
    }
    // Every address that tells of it.
    std::vector<Response> all(const std::string& programme, const std::string& id) {
        std::vector<Response> out;
        for (const auto* language : {"", "&language=en"}) {
            out.push_back(world.get("/published?x=" + std::string(language)));
            out.push_back(world.get("/published?programme=" + percentEncode(programme) + language));
            out.push_back(world.get("/published/" + id + "?x=" + language));
        }
        out.push_back(world.get("/v1/public/programmes"));
        out.push_back(world.get("/v1/public/publications?programme=" + percentEncode(programme)));
        out.push_back(world.get("/v1/public/publications/" + id));
        return out;
    }
    std::string nameOf(const Author& author) { return world.services().trust.personName(author.kid()); }
};

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("no byte of what is published tells of a person, of a key, or where the site lies") {
    Office office;
    REQUIRE(office.site({{"programme", "示范区"},
                         {"contact", "马国栋"},
                         {"address", "永昌县焦家庄镇楼庄子村三社"},
                         {"point", {{"lat", 38.2471}, {"lon", 101.9683}}}}) == "accepted");
    const auto id = office.published();
    REQUIRE(office.correct(id, "公示栏目变更") == "accepted");
    for (const bool gone : {false, true}) {
        if (gone) REQUIRE(office.withdraw(id) == "accepted");
        for (const auto& answer : office.all("示范区", id)) {
            INFO(answer.body);
            REQUIRE(answer.body.size() > 40);
            CHECK(answer.header("Cache-Control") == "public, max-age=300");
            CHECK(answer.status ==
                  (gone && has(answer.body, "class=\"state withdrawn") && has(answer.body, "prove_publication") ? 410
                                                                                                                : 200));
            std::string whole = answer.body;
            for (const auto& [name, value] : answer.headers) whole += "\n" + name + ": " + value;
            for (const auto* author :
                 {&office.inspector, &office.supervisor, &office.bystander, &office.world.admin()}) {
                CHECK_FALSE(has(whole, office.nameOf(*author)));
                CHECK_FALSE(has(whole, author->kid()));
                // As the head of a line writes it.
                CHECK_FALSE(has(whole, toBase64Url(asBytes(author->kid())).substr(4, 20)));
            }
            for (const auto* word : {"马国栋", "焦家庄", "楼庄子", "38.24", "101.96"}) CHECK_FALSE(has(whole, word));
        }
    }
}

TEST_CASE("a stranger proves what the page says, and a changed byte or another state is noticed") {
    Office office;
    const auto id = office.published();
    const auto told = office.world.answered(office.world.get("/v1/public/publications/" + id));
    const auto& proof = told.at("proof").as_object();
    const auto rest = textOr(proof, "rest");
    const auto before = proof.at("before").to_number<std::uint64_t>();
    const auto state = fromHex(textOr(proof, "state")).value();
    const auto leafOf = [&](const std::string& end) {
        crypto::HashState words{};
        for (std::size_t i = 0; i < 32; ++i) words[i / 4] = (words[i / 4] << 8) | state[i];
        return crypto::hashFrom(words, before, end);
    };
    std::vector<Sha256> path;
    for (const auto& one : proof.at("inclusion").as_array())
        path.push_back(Sha256::fromView(fromBase64(std::string(one.as_string())).value()).value());
    const auto head = office.world.services().head.get();
    CHECK(textOr(proof, "checkpoint") == head->note);
    const auto index = proof.at("index").to_number<std::uint64_t>();
    const auto root = [&](const Sha256& leaf) {
        return bool(crypto::verifyInclusion(leaf, index, head->size, path, head->root));
    };
    CHECK(root(leafOf(rest)));
    auto changed = rest;
    changed[changed.rfind("findings") + 10] ^= 1;
    CHECK_FALSE(root(leafOf(changed)));
    const auto payload = record::parsePayload(rest.substr(rest.find(' ') + 1)).value();
    CHECK(payload.type == "publication.made");
    CHECK(payload.body.at("result").at("name").as_string() == told.at("entry").at("result").at("name").as_string());
}

TEST_CASE("a withdrawn publication says so at its old address, and its result is nowhere") {
    Office office;
    const auto id = office.published();
    const auto before = office.world.get("/published/" + id);
    REQUIRE(before.status == 200);
    REQUIRE(has(before.body, office.says(id).result.code));
    const auto tag = std::string(before.header("ETag"));
    CHECK(office.world.call({Method::get, "/published/" + id, {}, {{"if-none-match", tag}}}).status == 304);
    REQUIRE(office.withdraw(id) == "accepted");
    const auto after = office.world.call({Method::get, "/published/" + id, {}, {{"if-none-match", tag}}});
    CHECK(after.status == 410);
    CHECK(has(after.body, "检查记录已退回"));
    for (const auto& answer : office.all("-", id)) CHECK_FALSE(has(answer.body, office.says(id).result.code));
    CHECK(office.world.get("/published/0198d2c4-7a10-7c3e-8f21-0000000000ff").status == 404);
    CHECK(office.world.get("/v1/public/publications/none").status == 404);
    CHECK(office.world.get("/published?programme=nobody").status == 404);
    CHECK(office.world.get("/v1/public/publications").status == 400);
    CHECK(office.world.get("/published?programme=-&after=x").status == 404);
}

TEST_CASE("a remark that names somebody whom the inspection did not is held back, with the record that says it") {
    Office office;
    const auto id = office.published();
    const auto name = office.nameOf(office.bystander);
    REQUIRE(office.correct(id, name + " 来电更正") == "accepted");
    for (const auto& answer : office.all("-", id)) CHECK_FALSE(has(answer.body, name));
    const auto told = office.world.answered(office.world.get("/v1/public/publications/" + id));
    CHECK(told.at("entry").at("held_back").as_bool());
    CHECK_FALSE(told.contains("proof"));
    CHECK(has(office.world.get("/published/" + id).body, "未予显示"));
}

TEST_CASE("markup in what is published is text") {
    Office office;
    REQUIRE(office.site({{"programme", "<script>alert(1)</script>"}}) == "accepted");
    const auto id = office.published();
    for (const auto& answer : office.all("<script>alert(1)</script>", id)) {
        const bool html = answer.header("Content-Type").starts_with("text/html");
        CHECK((!html || !has(answer.body, "<script")));
        CHECK((!html || answer.header("Content-Security-Policy").starts_with("default-src 'none'")));
    }
}

TEST_CASE("publications stand under the programme that their site belongs to now, fifty to a page") {
    Office office;
    REQUIRE(office.site({{"programme", "甲"}}) == "accepted");
    std::vector<std::string> ids;
    for (std::size_t i = 0; i <= kBulletinPage; ++i) ids.push_back(office.published());
    const auto page = [&](const std::string& more) {
        return office.world.answered(
            office.world.get("/v1/public/publications?programme=" + percentEncode("甲") + more));
    };
    const auto first = page("");
    REQUIRE(first.at("items").as_array().size() == kBulletinPage);
    CHECK(first.at("items").at(0).at("inspection").as_string() == ids.back());
    const auto second = page("&after=" + textOr(first, "next"));
    REQUIRE(second.at("items").as_array().size() == 1);
    CHECK(second.at("items").at(0).at("inspection").as_string() == ids.front());
    CHECK(second.at("next").is_null());

    // A correction does not move it to another page.
    REQUIRE(office.correct(ids.front(), "更正") == "accepted");
    CHECK(page("").at("items").at(0).at("inspection").as_string() == ids.back());

    REQUIRE(office.site({{"programme", "乙"}}) == "accepted");
    CHECK(office.world.get("/published?programme=" + percentEncode("甲")).status == 404);
    const auto programmes = office.world.answered(office.world.get("/v1/public/programmes")).at("items").as_array();
    REQUIRE(programmes.size() == 1);
    CHECK(programmes[0].at("id").as_string() == "乙");
}
