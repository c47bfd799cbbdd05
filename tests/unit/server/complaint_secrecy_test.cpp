// Whoever is complained of finds nothing: every call of the server and every feed is walked as that person, as her
// colleagues and as the enterprise, and no answer holds the complaint's id, text, contact, signature or photo. Hashes
// of lines are public to all: they say nothing.
#include <catch2/catch.hpp>
#include <set>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "shared/records/voice/complaint.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

constexpr const char* kText = "收受礼品的举报内容";
constexpr const char* kContact = "13912345678";
const std::string kPhoto = "bytes of a photo that nobody else holds";

struct Secrets {
    std::vector<std::string> texts;  // none of which an answer may hold
    std::vector<std::string> ids;
    Sha256 photo;
};

struct Scene {
    World world;
    Author root, accused, colleague, enterprise, administrator, auditor, answerer;
    Secrets secrets;

    Scene()
        : root((world.publish(), world.admin())),
          accused(world.enrol(domain::Role::supervisor, {"620321"})),
          colleague(world.enrol(domain::Role::inspector, {"620321"})),
          enterprise(world.enrolAt("yongchang-veg")),
          administrator(world.enrol(domain::Role::administrator, {"6203"})),
          auditor(world.enrol(domain::Role::auditor, {"62"})),
          answerer(world.enrol(domain::Role::supervisor, {"6203"})) {}

    std::string person(const Author& author) { return world.services().trust.personId(author.kid()); }
    void note(const record::Line& line) {
        secrets.ids.push_back(record::parsePayload(line.payload()).value().id);
        secrets.texts.push_back(secrets.ids.back());
        secrets.texts.push_back(line.text().substr(line.text().size() - 60));
    }
    std::string say(std::string_view type, json::object body, Said said) {
        const auto line = answerer.say(std::string(type), std::move(body), std::move(said));
        REQUIRE(world.fate(line, answerer) == "accepted");
        note(line);
        return secrets.ids.back();
    }
    // A whole complaint about `about`, answered.
    void complain(const json::object& about, const Said& at) {
        auto said = at;
        world.upload(kPhoto, answerer);
        secrets.photo = crypto::sha256(kPhoto);
        said.files = {{secrets.photo, kPhoto.size(), "image/jpeg", "evidence", ""}};
        const auto of = say(domain::kComplaintReceived,
                            {{"channel", "phone"},
                             {"received", "2026-11-20"},
                             {"about", about},
                             {"text", kText},
                             {"contact", kContact},
                             {"vouched", "taken_down"}},
                            said);
        const auto me = person(answerer);
        say(domain::kComplaintClassified,
            records::toBody(records::ComplaintClassified{of, me, records::ComplaintClass::conduct, true, {}, 15}), at);
        say(domain::kComplaintAnswered,
            records::toBody(records::ComplaintAnswered{of, me, records::ComplaintOutcome::founded, kText}), at);
        secrets.texts.insert(secrets.texts.end(), {kText, kContact, secrets.photo.hex()});
    }
    [[nodiscard]] bool tells(const std::string& answer) const {
        return std::any_of(secrets.texts.begin(), secrets.texts.end(),
                           [&](const auto& text) { return answer.find(text) != std::string::npos; });
    }

    // What a caller may put into a path or a query to reach a record.
    std::vector<std::string> targets(std::string_view pattern) {
        std::vector<std::string> out{std::string(pattern)};
        for (auto star = out.front().find('*'); star != std::string::npos; star = out.front().find('*')) {
            std::vector<std::string> next;
            auto values = secrets.ids;
            values.push_back(secrets.photo.hex());
            values.push_back(answerer.kid());
            for (const char* name : {"inspections", "findings", "assessments", "sites", "complaints", "complaints.csv",
                                     "tasks.csv", "record", "2026"})
                values.emplace_back(name);
            const bool rest = out.front().compare(star, 2, "**") == 0;
            for (const auto& one : out) {
                for (const auto& value : values) {
                    auto made = one;
                    made.replace(made.find('*'), rest ? 2 : 1, value);
                    next.push_back(made);
                }
            }
            out = std::move(next);
        }
        return out;
    }
    // Every call that answers, with the questions that each takes.
    std::size_t walk(const Author& reader) {
        std::size_t answered = 0;
        for (const auto& route : routes()) {
            if (route.method != Method::get || route.pattern == "/**") continue;
            for (const auto& target : targets(route.pattern)) {
                for (const std::string query :
                     {"", "?after=0&limit=1000", "?today=2026-11-22", "?today=2026-11-22&state=answered",
                      "?today=2026-11-22&state=pending", "?year=2026", "?year=2026&sites=yongchang-veg", "?region=6203",
                      "?region=62", "?format=csv", "?after=0&limit=1000&size=1000000", "?q=%E6%94%B6",
                      "?search=%E6%94%B6"}) {
                    const auto response = world.get(target + query, &reader);
                    INFO(target << query);
                    if (response.status == 200) ++answered;
                    if (response.status == 200) CHECK_FALSE(tells(response.body));
                    if (response.file) CHECK_FALSE(response.file->size == kPhoto.size());
                }
            }
        }
        return answered;
    }
};

}  // namespace

TEST_CASE("every call, walked as whoever is complained of, tells nothing of it") {
    Scene s;
    s.complain({{"kind", "person"}, {"person", s.person(s.accused)}}, {"", "6203"});
    // The walk finds it where it may be found, or it would prove nothing.
    CHECK(s.tells(s.world.get("/v1/records?after=0&limit=1000", &s.answerer).body));
    CHECK(s.tells(s.world.get("/v1/query/complaints?today=2026-11-22", &s.answerer).body));
    CHECK(s.tells(s.world.get("/v1/query/records/" + s.secrets.ids.front(), &s.answerer).body));
    CHECK(s.world.get("/v1/files/" + s.secrets.photo.hex(), &s.answerer).status == 200);
    CHECK(s.walk(s.accused) > 30);
    CHECK(s.walk(s.colleague) > 30);
    CHECK(s.walk(s.administrator) > 30);
    CHECK(s.walk(s.auditor) > 30);
}

TEST_CASE("the enterprise that is complained of finds nothing either, nor do inspectors of its place") {
    Scene s;
    s.complain({{"kind", "site"}}, {"yongchang-veg", "620321"});
    CHECK(s.tells(s.world.get("/v1/records?after=0&limit=1000", &s.accused).body));  // she answers for the county
    CHECK(s.walk(s.enterprise) > 10);
    CHECK(s.walk(s.colleague) > 30);
    CHECK(s.walk(s.administrator) > 30);
}

TEST_CASE("who is promoted above her own complaint still finds nothing, and says nothing about it") {
    Scene s;
    s.complain({{"kind", "person"}, {"person", s.person(s.accused)}}, {"", "6203"});
    const json::object grant{{"key", s.accused.kid()},
                             {"grants", domain::grantsToJson({{domain::Role::supervisor, {"62"}, {}}})}};
    REQUIRE(s.world.fate(s.root.say("role.granted", grant), s.root) == "accepted");
    const auto principal = s.world.services().trust.principal(s.accused.kid()).value();
    REQUIRE(domain::mayRead(principal.grants, domain::kComplaintReceived, "6203", "", false));
    CHECK(s.walk(s.accused) > 30);
    const auto body = records::toBody(records::ComplaintClassified{s.secrets.ids.front(), s.person(s.accused),
                                                                   records::ComplaintClass::other, false, "无据", 0});
    CHECK(s.world.fate(s.accused.say(std::string(domain::kComplaintClassified), body, {"", "6203"}), s.accused) ==
          "complaint_own");
}

TEST_CASE("what of the log nobody may read shows as hashes alone") {
    Scene s;
    s.complain({{"kind", "person"}, {"person", s.person(s.accused)}}, {"", "6203"});
    const auto chain = s.world.get("/v1/query/chains/" + s.answerer.kid(), &s.administrator);
    CHECK(chain.body.find("complaint.") == std::string::npos);
    CHECK(s.world.get("/v1/places?after=0", &s.accused).body.find(kText) == std::string::npos);
}
