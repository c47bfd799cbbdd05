// Drafts of checklists that ask in instances: every answer is kept under its own name, what a form answers by itself
// from the first moment on, what goes is deleted, and the record states the same with the files that answers name.
#include <algorithm>
#include <catch2/catch.hpp>

#include "shared/checklist/score/score.h"
#include "shared/store/draft_saver.h"
#include "shared/store/inspection_sign.h"
#include "tests/unit/store/documents.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using test::Tablet;

namespace {

std::string begun(Tablet& tablet) {
    tablet.publishChecklist(test::plotsDocument());
    return beginInspection(*tablet.store, "yongchang", "plots").value().id;
}

// A draft that is open, as the app holds it.
struct Filling {
    Tablet& tablet;
    InspectionDraft draft;
    checklist::Session session;
    DraftSaver saver;

    Filling(Tablet& on, const std::string& id)
        : tablet(on),
          draft(openDraft(*on.store, id).value()),
          session(
              loadDocument(*on.store, draft.row.checklist).value(), [&on] { return on.now; }, draft.answers, options()),
          saver(session, draft) {}

    checklist::SessionOptions options() const {
        checklist::SessionOptions out;
        out.trail = draft.trail;
        out.photos = photosPerItem(draft.photos);
        out.monotonic = [] { return std::chrono::milliseconds(0); };
        return out;
    }
    std::vector<DraftEntry> save() {
        auto step = saver.step(session, draft);
        if (!step.rows.empty()) REQUIRE(tablet.store->putEntries(draft.row.id, step.rows));
        saver.written(step.state);
        return step.rows;
    }
    void answer(const std::string& key, const std::string& value) {
        tablet.now.utc += std::chrono::seconds(5);
        REQUIRE(session.setAnswer(key, value));
    }
};

void isOnDisk(Filling& filling) {
    const auto stored = loadDraft(*filling.tablet.store, filling.draft.row.id).value();
    CHECK(stored.answers == filling.session.answers());
    CHECK(stored.trail.replayed() == stored.answers);
}

}  // namespace

TEST_CASE("what a form answers by itself when it is opened first is written at once, and once") {
    Tablet tablet;
    const auto id = begun(tablet);
    Filling first(tablet, id);
    const auto rows = first.save();
    CHECK(std::ranges::count(rows, std::string("answer"), &DraftEntry::kind) == 2);
    CHECK(std::ranges::count(rows, std::string("trail"), &DraftEntry::kind) == 2);
    isOnDisk(first);
    CHECK(first.save().empty());
    // Cleared, it stays cleared: nothing is left, and yet somebody has filled it.
    first.answer("plots[1]/per", "");
    first.save();
    isOnDisk(first);
    Filling again(tablet, id);
    CHECK(again.session.question("plots[1]/per").value.empty());
    CHECK(again.save().empty());
}

TEST_CASE("copies that are added, taken out and brought back are on disk what they are on the screen") {
    Tablet tablet;
    Filling filling(tablet, begun(tablet));
    filling.answer("plots[1]/area", "4");
    REQUIRE(filling.session.addInstance("plots"));
    filling.save();
    isOnDisk(filling);
    filling.answer("plots[2]/area", "6");
    REQUIRE(filling.session.addInstance("plots", "plots[2]"));
    filling.save();
    isOnDisk(filling);
    REQUIRE(filling.session.removeInstance("plots[1]"));
    const auto rows = filling.save();
    const DraftEntry gone{"answer", "plots[3]/area", ""};
    CHECK(std::ranges::any_of(rows, [&](const DraftEntry& row) {
        return row.kind == gone.kind && row.name == gone.name && row.value.empty();
    }));
    isOnDisk(filling);
    filling.session.undo();
    filling.save();
    isOnDisk(filling);
    Filling again(tablet, filling.draft.row.id);
    CHECK(again.session.answers() == filling.session.answers());
    CHECK(again.session.dropped().empty());
    CHECK(again.save().empty());
}

TEST_CASE("a record states its copies, scores as the draft did, and carries the files that answers name") {
    Tablet tablet;
    Filling filling(tablet, begun(tablet));
    filling.answer("plots[1]/area", "2");
    REQUIRE(filling.session.addInstance("plots"));
    filling.answer("plots[2]/area", "3.5");
    const auto sound = tablet.store->importFile(asBytes("RIFF"), "audio/x-wav").value();
    filling.answer("said", sound.sha256.hex());
    filling.save();

    SignRequest request;
    request.draft = filling.draft.row.id;
    request.party.refusedReason = "有异议";
    request.party.witness = "见证人";
    const auto line = signInspection(*tablet.store, request).value();
    const auto payload = record::parsePayload(line.payload()).value();
    const auto answers = checklist::Answers::fromJson(payload.body).value();
    CHECK(answers.values.at("plots[2]/area") == "3.5");
    CHECK(answers == filling.session.answersToSign());
    const auto score = checklist::scoreAnswers(filling.session.checklist(), answers).value();
    CHECK(score.points == 5500);
    CHECK(checklist::toJson(score) == payload.body.at("score").as_object());
    const auto file = std::ranges::find(payload.files, std::string(kAnswerRole), &record::FileRef::role);
    REQUIRE(file != payload.files.end());
    CHECK(file->sha256 == sound.sha256);
    CHECK(file->item == "2");
    const auto upload = tablet.store->filesToUpload();
    CHECK(std::ranges::count(upload, sound.sha256, &FileRow::sha256) == 1);
}

TEST_CASE("an answer that names a file which is not here cannot be signed") {
    Tablet tablet;
    Filling filling(tablet, begun(tablet));
    filling.answer("plots[1]/area", "2");
    filling.answer("said", std::string(64, 'a'));
    filling.save();
    SignRequest request;
    request.draft = filling.draft.row.id;
    request.party.absent = "无人在场";
    const auto refused = signInspection(*tablet.store, request);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "no_file");
}
