// What is drawn on glass belongs to one content: its digest, its limits, and what is refused.
#include <catch2/catch.hpp>

#include "shared/records/inspection/body.h"
#include "shared/records/inspection/signed_content.h"
#include "shared/records/rules.h"
#include "tests/unit/records/record_examples.h"

using namespace plumb;
using namespace plumb::records;

namespace {

Strokes waveOver(const Sha256& content, StrokesForm form = StrokesForm::withFiles) {
    Strokes out{content, 1000, 320, {{}, {}}, form};
    for (int i = 0; i < 12; ++i)
        out.lines[static_cast<std::size_t>(i / 6)].push_back({i * 16, 100 + i * 20, 160 + i % 3 * 30});
    return out;
}

// The example, signed on glass for its own content, of which two photos, marks over one and a sound are.
record::Payload drawn(StrokesForm form = StrokesForm::withFiles) {
    static const auto all = test::recordExamples();
    record::Payload payload;
    payload.type = "inspection.submitted";
    payload.site = "yongchang-veg";
    auto body = *readInspection(all.at(payload.type));
    body.party = Party{"陈负责", "基地负责人", {}, {}, {}, {}};
    const auto hash = [](char c) { return *Sha256::fromHex(std::string(64, c)); };
    payload.files = {{hash('b'), 10, "image/jpeg", "evidence", "2"},
                     {hash('a'), 11, "image/jpeg", "evidence", "1"},
                     {hash('c'), 12, "application/vnd.plumb.marks+json", "marks", "1", hash('a')},
                     {hash('d'), 13, "audio/ogg", "document", "1"},
                     {hash('e'), 14, "application/x-ndjson", "trail", {}}};
    payload.files[0].photo = record::PhotoOrigin{};
    payload.files[0].photo->caption = "门虚掩";
    body.inspected = InspectedName{"永昌县设施蔬菜有限公司", "永昌县设施蔬菜标准化示范区", "示范区由公司承办"};
    payload.body = toBody(body);
    body.party->strokes = waveOver(*contentFor(form, payload), form);
    payload.body = toBody(body);
    return payload;
}

std::vector<record::FileRef> filesOf(const json::array& files) {
    std::vector<record::FileRef> out;
    for (const auto& value : files) {
        const auto& one = value.as_object();
        record::FileRef file{*Sha256::fromHex(textOr(one, "sha256")), 1, textOr(one, "type"), textOr(one, "role"),
                             textOr(one, "item")};
        if (one.contains("of")) file.of = *Sha256::fromHex(textOr(one, "of"));
        if (one.contains("photo")) {
            file.photo = record::PhotoOrigin{};
            file.photo->caption = textOr(one.at("photo").as_object(), "caption");
            file.photo->reason = textOr(one.at("photo").as_object(), "reason");
        }
        out.push_back(std::move(file));
    }
    return out;
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
        const auto files =
            object.contains("files") ? filesOf(object.at("files").as_array()) : std::vector<record::FileRef>();
        const auto digest = object.contains("files")
                                ? signedContent(textOr(object, "site"), object.at("body").as_object(), files)
                                : earlierSignedContent(textOr(object, "site"), object.at("body").as_object());
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
    SECTION("with another name of the inspected party") {
        other.body["inspected"].as_object()["reason"] = "已更名";
    }
    SECTION("with another photo") {
        other.files[1].sha256 = Sha256{};
    }
    SECTION("with a photo taken out") {
        other.files.erase(other.files.begin());
    }
    SECTION("with a photo under another item") {
        other.files[1].item = "2";
    }
    SECTION("with a photo for a document") {
        other.files[1].role = "document";
    }
    SECTION("with another caption") {
        other.files[0].photo->caption = "门锁着";
    }
    SECTION("with the marks over another photo") {
        other.files[2].of = other.files[0].sha256;
    }
    SECTION("as the earlier form of another content") {
        other.body["party"].as_object()["strokes"].as_object().erase("form");
    }
    SECTION("of an amendment of the same content") {
        other.type = "inspection.amended";
        other.body["of"] = "0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f";
        other.body["reason"] = "更正";
    }
    CHECK(judged(other) == "signature_lifted");
}

TEST_CASE(
    "a signature of the earlier form counts for answers, findings and score, and is no signature of what is shown") {
    auto payload = drawn(StrokesForm::content);
    CHECK(judged(payload) == "good");
    CHECK_FALSE(payload.body["party"].as_object()["strokes"].as_object().contains("form"));
    payload.files.clear();
    CHECK(judged(payload) == "good");
    auto raised = payload;
    raised.body["party"].as_object()["strokes"].as_object()["form"] = 2;
    CHECK(judged(raised) == "signature_lifted");
    raised.body["party"].as_object()["strokes"].as_object()["form"] = 1;
    CHECK(judged(raised) == "bad_payload");
    payload.body["answers"].as_object()["lacking"] = "施药人、剂量";
    CHECK(judged(payload) == "signature_lifted");
}

TEST_CASE("the order in which a record names its files is nobody's content") {
    auto payload = drawn();
    std::swap(payload.files[0], payload.files[3]);
    payload.files.pop_back();
    payload.files.push_back({Sha256{}, 10, "image/png", "signature", {}});
    payload.files.push_back({Sha256{}, 10, "audio/ogg", "refusal", {}});
    CHECK(judged(payload) == "good");
}

TEST_CASE("the inspected party's name stands alone, or with the published one and why it is another") {
    auto payload = drawn(StrokesForm::content);
    const auto as = [&](json::object inspected) {
        payload.body["inspected"] = std::move(inspected);
        return judged(payload);
    };
    CHECK(as({{"name", "甲"}}) == "good");
    CHECK(as({{"name", "甲"}, {"published", "乙"}, {"reason", "更名"}}) == "good");
    CHECK(as({{"name", "甲"}, {"published", "乙"}}) == "bad_payload");
    CHECK(as({{"name", "甲"}, {"reason", "更名"}}) == "bad_payload");
    CHECK(as({{"name", "甲"}, {"published", "甲"}, {"reason", "更名"}}) == "bad_payload");
    CHECK(as({{"published", "乙"}, {"reason", "更名"}}) == "bad_payload");
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
    CHECK(body.inspected->published == "永昌县设施蔬菜标准化示范区");
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
