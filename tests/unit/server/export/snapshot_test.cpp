// A list is that of one moment: whatever comes into the log while it is on its way, and however slow its reader is.
#include <catch2/catch.hpp>
#include <filesystem>

#include "shared/crypto/hash.h"
#include "sync-server/export/findings_table.h"
#include "sync-server/export/open.h"
#include "sync-server/export/stream.h"
#include "tests/unit/server/export/read_csv.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const Said kSite{"yongchang-veg", "620321"};

struct Place {
    World world;
    Author inspector = (world.publish(), world.enrol(domain::Role::inspector, {"62"}));
    Author supervisor = world.enrol(domain::Role::supervisor, {"62"});

    record::Line say(Author& by, const std::string& type, json::object body) {
        auto line = by.say(type, std::move(body), kSite);
        const auto fate = world.fate(line, by);
        if (fate != "accepted") throw std::runtime_error("refused: " + fate);
        return line;
    }
    // An accepted inspection with findings at these items.
    record::Line inspected(const std::vector<const char*>& items) {
        auto body = inspectionBody(6000);
        json::array findings;
        for (const auto* item : items)
            findings.push_back(
                json::object{{"item", item}, {"severity", "major"}, {"text", "缺"}, {"due", "2026-12-06"}});
        body["findings"] = std::move(findings);
        auto line = say(inspector, "inspection.submitted", std::move(body));
        const auto id = record::parsePayload(line.payload()).value().id;
        say(supervisor, "review.accepted", {{"of", id}, {"hash", line.hash().hex()}, {"comment", ""}});
        return line;
    }
    void order(const record::Line& inspection, const char* item) {
        json::array findings{
            json::object{{"item", item}, {"facts", "缺"}, {"requirement", "补"}, {"due", "2026-12-06"}}};
        say(supervisor, "rectification.ordered",
            {{"of", record::parsePayload(inspection.payload()).value().id},
             {"hash", inspection.hash().hex()},
             {"office", "局"},
             {"count", "calendar"},
             {"delivery", {{"how", "electronic"}}},
             {"findings", std::move(findings)}});
    }
    [[nodiscard]] Principal caller() { return world.services().trust.principal(supervisor.kid()).value(); }
    std::unique_ptr<ExportStream> open(const std::string& name, std::chrono::milliseconds patience) {
        auto& services = world.services();
        auto snapshot = std::make_unique<ReadSnapshot>(services.readers);
        const ExportSources sources{snapshot->reader(), services.trust, services.exports, services.blobs,
                                    services.desk,      "test",         snapshot->size(), {world.now(), {}}};
        const std::map<std::string, std::string> query{{"answers", "1"},
                                                       {"checklist", crypto::sha256(checklistDocument()).hex()}};
        auto opened = openExport(readExportAsk(name, query).value(), caller(), sources).value();
        return std::make_unique<ExportStream>(std::move(snapshot), std::move(opened.run), services.exports.folder(),
                                              patience);
    }
};

}  // namespace

TEST_CASE("a finding that moves to another column while the list is on its way stands in it once, as it stood") {
    Place it;
    const auto inspection = it.inspected({"2", "5"});
    it.order(inspection, "2");
    const ReadSnapshot snapshot(it.world.services().readers);
    const ExportSetting setting{it.world.services().trust,
                                it.world.services().exports.checklists(),
                                Zone::named("UTC").value(),
                                ExportLanguage::en,
                                snapshot.size(),
                                it.caller()};
    FindingsTable table(setting, {});
    std::vector<std::string> seen;
    ExportRow row;
    const auto next = [&] {
        row.clear();
        if (!table.next(snapshot.reader(), row)) return false;
        seen.push_back(std::string(row.view(1)) + " " + std::string(row.view(6)));
        return true;
    };
    REQUIRE(next());
    // Item 5 leaves the column that was read for one that is still to be read; and another inspection comes.
    it.order(inspection, "5");
    it.inspected({"4"});
    while (next()) {
    }
    CHECK(seen == std::vector<std::string>{"5 To order", "2 With the enterprise"});
}

TEST_CASE("who does not keep up is sent the same list, and holds no snapshot while she takes it") {
    Place it;
    for (int i = 0; i < 60; ++i) it.inspected({});
    for (const auto* format : {"inspections.csv", "inspections.geojson"}) {
        std::string quick, slow, piece;
        auto stream = it.open(format, std::chrono::hours(1));
        for (bool more = true; more; quick += piece) {
            piece.clear();
            more = stream->next(piece);
        }
        CHECK_FALSE(stream->holdsSnapshot());
        stream = it.open(format, std::chrono::milliseconds(0));
        while (stream->holdsSnapshot()) {
            REQUIRE(stream->next(piece = ""));
            CHECK(piece.empty());
        }
        // It is made whole: what comes now is not in it.
        it.inspected({});
        int pieces = 0;
        for (bool more = true; more; slow += piece) {
            piece.clear();
            more = stream->next(piece);
            CHECK(piece.size() <= 2 * kExportPiece);
            ++pieces;
        }
        CHECK(pieces > 2);
        CHECK(slow == quick);
        CHECK(std::filesystem::is_empty(it.world.services().exports.folder()));
    }
}

TEST_CASE("the log grows while a list is held") {
    Place it;
    it.inspected({});
    auto stream = it.open("inspections.csv", std::chrono::hours(1));
    for (int i = 0; i < 20; ++i) it.inspected({});
    std::string body, piece;
    for (bool more = true; more; body += piece) {
        piece.clear();
        more = stream->next(piece);
    }
    CHECK(readCsv(body).size() == 2);
}
