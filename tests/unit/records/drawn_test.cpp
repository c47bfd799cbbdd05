// What is drawn on glass belongs to one content: its digest, its limits, and what is refused.
#include <catch2/catch.hpp>

#include "shared/records/inspection/body.h"
#include "shared/records/inspection/signed_content.h"
#include "shared/records/rules.h"
#include "tests/unit/records/record_examples.h"

using namespace plumb;
using namespace plumb::records;

namespace {

Strokes waveOver(const Sha256& content) {
    Strokes out{content, 1000, 320, {{}, {}}};
    for (int i = 0; i < 12; ++i)
        out.lines[static_cast<std::size_t>(i / 6)].push_back({i * 16, 100 + i * 20, 160 + i % 3 * 30});
    return out;
}

// The example, signed on glass for its own content.
record::Payload drawn() {
    static const auto all = test::recordExamples();
    record::Payload payload;
    payload.type = "inspection.submitted";
    payload.site = "yongchang-veg";
    auto body = *readInspection(all.at(payload.type));
    body.party = Party{"陈负责", "基地负责人", {}, {}, {}, {}};
    body.party->strokes = waveOver(*signedContent(payload.site, toBody(body)));
    payload.body = toBody(body);
    return payload;
}

std::string judged(const record::Payload& payload) {
    const auto good = checkPayload(payload);
    return good ? std::string("good") : good.error().code;
}

}  // namespace

TEST_CASE("strokes come back from their JSON as they were drawn") {
    const auto strokes = waveOver(Sha256{});
    const auto text = toText(toJson(strokes));
    CHECK(readStrokes(text) == strokes);
    CHECK(toJson(strokes).at("lines").as_array().at(1).as_array().at(0) == 96);
    CHECK(toJson(strokes).at("lines").as_array().at(1).as_array().at(3) == 16);
    for (const auto* other : {"", "[]", "{", "null", R"({"content":"x"})"}) CHECK_FALSE(readStrokes(other));
}

TEST_CASE("the digests to which the console is held, too") {
    const auto cases = parseJson(test::readPage("tests/unit/records/cases/drawn.json"));
    REQUIRE(cases);
    REQUIRE(cases->as_array().size() > 5);
    for (const auto& one : cases->as_array()) {
        const auto& object = one.as_object();
        INFO(toText(one));
        const auto digest = signedContent(textOr(object, "site"), object.at("body").as_object());
        if (object.at("digest").is_null())
            CHECK((!digest && digest.error().code == "bad_payload"));
        else
            CHECK((digest && digest->hex() == textOr(object, "digest")));
    }
}

TEST_CASE("a drawn signature counts for the content before which it was drawn, and for no other") {
    const auto payload = drawn();
    CHECK(judged(payload) == "good");

    auto other = payload;
    SECTION("of another site") {
        other.site = "gaotai";
    }
    SECTION("of another moment") {
        other.body["started"] = "2026-11-22T08:03:00.000+08:00";
    }
    SECTION("of another answer") {
        other.body["answers"].as_object()["lacking"] = "施药人、剂量";
    }
    SECTION("of another finding") {
        other.body["findings"].as_array()[0].as_object()["due"] = "2026-12-07";
    }
    SECTION("of another score") {
        other.body["score"].as_object()["grade"] = "fair";
    }
    SECTION("of an amendment of the same content") {
        other.type = "inspection.amended";
        other.body["of"] = "0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f";
        other.body["reason"] = "更正";
    }
    CHECK(judged(other) == "signature_lifted");
}

TEST_CASE("what is settled only when the line is sealed is none of what a hand signs") {
    auto payload = drawn();
    payload.body["finished"] = "2026-11-22T09:22:00.000+08:00";
    payload.body["places"].as_object().erase("signed");
    payload.body["team"] = json::array{json::object{{"name", "检查员甲"}}};
    payload.body["credential"] = json::object{{"at", "2026-11-22T08:01:00.000+08:00"}};
    payload.body["result"] = json::object{{"way", "later"}, {"at", "2026-11-22T09:22:00.000+08:00"}};
    payload.body["later_member"] = 1.5;
    CHECK(judged(payload) == "good");
}

TEST_CASE("a witness's strokes are held to the same content") {
    auto payload = drawn();
    auto strokes = payload.body["party"].as_object()["strokes"];
    payload.body["party"] =
        json::object{{"refused", {{"reason", "有异议"}, {"witness", "马某"}, {"strokes", std::move(strokes)}}}};
    CHECK(judged(payload) == "good");
    payload.body["kind"] = "patrol";
    CHECK(judged(payload) == "signature_lifted");
}

TEST_CASE("a refusal without a witness is shown by a sound or a film") {
    auto payload = drawn();
    payload.body["party"] = json::object{{"refused", {{"reason", "有异议"}, {"no_witness", "深夜无人"}}}};
    CHECK(judged(payload) == "bad_payload");
    payload.files.push_back({Sha256{}, 10, "image/jpeg", "refusal", {}});
    payload.files.push_back({Sha256{}, 10, "audio/wav", "evidence", "1"});
    CHECK(judged(payload) == "bad_payload");
    payload.files.push_back({Sha256{}, 10, "audio/wav", "refusal", {}});
    CHECK(judged(payload) == "good");
}

TEST_CASE("conduct and party come back as they were signed") {
    InspectionBody body = *readInspection(drawn().body);
    body.credential = CredentialShown{body.started, domain::NoPlace::searching, {}};
    body.result = ResultLeft{ResultWay::sent, body.finished, "platform"};
    const auto again = readInspection(toBody(body));
    REQUIRE(again);
    CHECK(again->credential == body.credential);
    CHECK(again->result == body.result);
    CHECK(again->party == body.party);
    body.credential = CredentialShown{{}, {}, "只看现场，对方不在"};
    body.party = Party{{}, {}, {}, "有异议", {}, {}};
    body.party->noWitness = "深夜无人";
    CHECK(readInspection(toBody(body))->credential == body.credential);
    CHECK(readInspection(toBody(body))->party == body.party);
}
