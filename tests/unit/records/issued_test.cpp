// Papers that were issued of a record, as they stand at it; and random walks of them, to which the console's fold is
// held, too.
#include <catch2/catch.hpp>

#include "shared/records/document/issued.h"
#include "tests/unit/records/walk_lines.h"

using namespace plumb;
using namespace plumb::records;
using namespace plumb::test;

namespace {

constexpr const char* kFile = "documents.json";
constexpr int kWalks = 6, kSteps = 16;

// The files stand in the step beside the body: a walk's line has none otherwise.
record::Payload payloadWithFiles(const json::object& step) {
    auto out = walkPayload(step);
    for (const auto& file : step.at("files").as_array()) {
        const auto& says = file.as_object();
        out.files.push_back({Sha256::fromHex(textOr(says, "sha256")).value(),
                             static_cast<std::uint64_t>(says.at("size").as_int64()),
                             "application/pdf",
                             textOr(says, "role"),
                             {}});
    }
    return out;
}

json::value shown(const std::vector<IssuedDocument>& documents) {
    json::array out;
    for (const auto& one : documents)
        out.push_back(json::object{{"id", one.id},
                                   {"kid", one.kid},
                                   {"index", one.place ? json::value(*one.place) : json::value(nullptr)},
                                   {"at", formatInstant(one.at)},
                                   {"bytes", one.bytes},
                                   {"says", toBody(one.says)}});
    return out;
}

void take(std::vector<IssuedDocument>& documents, json::object& step) {
    const auto payload = payloadWithFiles(step);
    const auto kid = textOr(step, "kid");
    step["took"] = foldIssued(documents, {payload, walkHash(static_cast<int>(payload.seq)), kid, payload.seq});
    step["row"] = json::object{{"documents", shown(documents)}};
}

json::array walk(int number) {
    std::mt19937 random(static_cast<std::uint32_t>(number));
    const auto pick = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    std::vector<IssuedDocument> documents;
    json::array out;
    for (int i = 0; i < kSteps; ++i) {
        const auto pdf = walkHash(pick(5)), named = pick(4) == 0 ? walkHash(9) : pdf;
        const IssuedBody body{
            walkId(1), walkHash(pick(2)),     "inspection_record", pick(2) == 0 ? "zh" : "en", walkHash(7),
            pdf,       "620321-2026-K7M2QX-1"};
        json::object step{{"n", number * 100 + i + 1},
                          {"type", pick(6) == 0 ? "review.accepted" : "document.issued"},
                          {"kid", pick(2) == 0 ? "a" : "b"},
                          {"at", "2026-11-28T0" + std::to_string(pick(9)) + ":00:00.000+08:00"},
                          {"body", toBody(body)},
                          {"files", json::array{json::object{{"sha256", named.hex()},
                                                             {"size", 1000 + pick(9)},
                                                             {"role", pick(5) == 0 ? "document" : "paper"}}}}};
        take(documents, step);
        out.push_back(std::move(step));
    }
    return out;
}

}  // namespace

TEST_CASE("papers stand at their record as each walk says") {
    int took = 0, left = 0;
    const auto walks = readWalks(kFile);
    REQUIRE(walks.size() == kWalks);
    for (const auto& steps : walks) {
        std::vector<IssuedDocument> documents;
        for (const auto& written : steps.as_array()) {
            auto step = written.as_object();
            take(documents, step);
            REQUIRE(step == written.as_object());
            ++(step.at("took").as_bool() ? took : left);
        }
    }
    CHECK(took > 10);
    CHECK(left > 10);
}

TEST_CASE("a paper is a file of the line that issues it") {
    IssuedBody body;
    body.pdf = walkHash(3);
    CHECK(checkIssuedFile(body, {{walkHash(3), 5, "application/pdf", "paper", ""}}));
    CHECK(checkIssuedFile(body, {{walkHash(3), 5, "application/pdf", "document", ""}}).error().code == "bad_payload");
    CHECK(checkIssuedFile(body, {}).error().code == "bad_payload");
}

TEST_CASE("write the walks of papers anew", "[.write]") {
    json::array walks;
    for (int i = 1; i <= kWalks; ++i) walks.push_back(walk(i));
    writeWalks(kFile, walks);
}
