// The trail of answers: on disk with each answer, in the signed record in the end.
#include "shared/store/draft_audit_trail.h"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>

#include "shared/store/draft_saver.h"
#include "shared/store/inspection_sign.h"
#include "tests/unit/store/documents.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using checklist::AuditEntry;
using test::Tablet;

namespace {

// A draft of the small checklist with its session, as the app holds them.
struct Filling {
    Tablet& tablet;
    InspectionDraft draft;
    std::chrono::milliseconds ticks{0};
    std::unique_ptr<checklist::Session> session;
    DraftSaver saver;

    Filling(Tablet& on, const std::string& id) : tablet(on), draft(openDraft(*on.store, id).value()) {
        checklist::SessionOptions options;
        options.trail = draft.trail;
        options.monotonic = [this] { return ticks; };
        session = std::make_unique<checklist::Session>(
            loadDocument(*on.store, draft.row.checklist).value(), [&on] { return on.now; }, draft.answers, options);
        for (const auto& [item, count] : photosPerItem(draft.photos)) (void)session->setEvidenceCount(item, count);
        saver = DraftSaver(*session, draft);
    }
    std::vector<DraftEntry> save() {
        auto step = saver.step(*session, draft);
        if (!step.rows.empty()) REQUIRE(tablet.store->putEntries(draft.row.id, step.rows));
        saver.written(step.state);
        return step.rows;
    }
    void pass(int milliseconds) {
        tablet.now.utc += std::chrono::milliseconds(milliseconds);
        ticks += std::chrono::milliseconds(milliseconds);
    }
};

std::string begun(Tablet& tablet) {
    tablet.publishChecklist(test::smallDocument(1));
    return beginInspection(*tablet.store, "yongchang", "small").value().id;
}

SignRequest refusedBy(const std::string& draft) {
    SignRequest request;
    request.draft = draft;
    request.party.refusedReason = "有异议";
    request.party.witness = "见证人";
    return request;
}

checklist::AuditTrail trailIn(Tablet& tablet, const record::Payload& payload) {
    const auto& files = payload.files;
    const auto file = std::find_if(files.begin(), files.end(), [](const auto& f) { return f.role == kTrailRole; });
    REQUIRE(file != files.end());
    CHECK(file->type == "application/x-ndjson");
    CHECK(file->item.empty());
    CHECK(file->sha256.hex() == textOr(payload.body, "trail"));
    const auto text = tablet.store->vault().get(file->sha256).value();
    CHECK(text.size() == file->size);
    return checklist::AuditTrail::parse(asText(text)).value();
}

std::map<std::string, std::string> sealedRows(const Tablet& tablet) {
    SQLite::Database sql((tablet.folder.path / "store.db").string(), SQLite::OPEN_READONLY);
    SQLite::Statement get(sql, "SELECT kind || '/' || name, value FROM entry");
    std::map<std::string, std::string> out;
    while (get.executeStep()) out[get.getColumn(0).getString()] = std::string(asText(blobOf(get.getColumn(1))));
    return out;
}

}  // namespace

TEST_CASE("one answer writes one answer and one entry of the trail, whatever the size of the form") {
    const int items = GENERATE(25, 1000);
    Tablet tablet;
    tablet.publishChecklist(test::largeDocument(items));
    Filling filling(tablet, beginInspection(*tablet.store, "yongchang", "small").value().id);
    for (int i = 0; i < items; ++i) REQUIRE(filling.session->setAnswer("i" + std::to_string(i) + "_c", "pass"));
    filling.save();
    const auto before = sealedRows(tablet);
    filling.pass(5000);
    REQUIRE(filling.session->setAnswer("i7_c", "fail"));
    CHECK(filling.save().size() == 2);
    // A row that was written again is sealed anew: what is the same to the byte was not touched.
    std::vector<std::string> written;
    for (const auto& [name, value] : sealedRows(tablet)) {
        const auto old = before.find(name);
        if (old == before.end() || old->second != value) written.push_back(name);
    }
    std::string number = std::to_string(items + 1);
    number.insert(0, 8 - number.size(), '0');
    CHECK(written == std::vector<std::string>{"answer/i7_c", "trail/" + number});
    CHECK(filling.save().empty());
}

TEST_CASE("what is typed in one go is one row, and a draft that is opened again counts its runs on") {
    Tablet tablet;
    const auto id = begun(tablet);
    {
        Filling filling(tablet, id);
        for (const auto* text : {"6", "6.5", "6.55"}) {
            REQUIRE(filling.session->setAnswer("b_n", text));
            CHECK(filling.save().size() == 2);
            filling.pass(300);
        }
    }
    tablet.reopen();
    Filling again(tablet, id);
    REQUIRE(again.draft.trail.entries().size() == 1);
    CHECK(again.draft.trail.entries()[0].after == "6.55");
    again.pass(4000);
    REQUIRE(again.session->setAnswer("b_n", "7"));
    again.save();
    const auto trail = loadDraft(*tablet.store, id).value().trail;
    REQUIRE(trail.entries().size() == 2);
    CHECK(trail.entries()[0].run == 1);
    CHECK(trail.entries()[1].run == 2);
    CHECK(trail.entries()[1].before == "6.55");
    CHECK(trail.entries()[1].monotonic == std::chrono::milliseconds(4000));
    CHECK(trail == again.session->trail());
}

TEST_CASE("a row keeps all that an entry says, the place too") {
    AuditEntry entry{7,
                     3,
                     parseInstant("2026-11-22T08:15:30.123+08:00").value(),
                     std::chrono::milliseconds(91),
                     AuditEntry::Kind::photos,
                     "a",
                     "1",
                     "2",
                     checklist::Position{382471000, 1019683000, 350}};
    const auto row = trailEntry(entry);
    CHECK(row.name == "00000007");
    auto read = trailFromEntry(row).value();
    read.number = 7;
    CHECK(read == entry);
    for (const auto* damaged :
         {"", "[]", "{}", R"({"run":1,"mono":2,"at":"2026-11-22T08:15:30.123+08:00","kind":"guess"})"})
        CHECK(trailFromEntry({"trail", "00000001", damaged}).error().code == "store_broken");
}

TEST_CASE("photos are counted once: opening a draft that has some is no event") {
    Tablet tablet;
    const auto id = begun(tablet);
    {
        Filling filling(tablet, id);
        auto photo = importPhoto(*tablet.store, "a", asBytes(test::pngBytes())).value();
        filling.draft.photos.push_back(photo);
        REQUIRE(filling.session->setEvidenceCount("a", 1));
        const auto rows = filling.save();
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].kind == "photo");
        CHECK(rows[1].kind == "trail");
    }
    for (int i = 0; i < 3; ++i) {
        Filling again(tablet, id);
        CHECK(again.save().empty());
        REQUIRE(again.session->setNote("a", "第" + std::to_string(i) + "次"));
        CHECK(again.save().size() == 2);
    }
    const auto draft = loadDraft(*tablet.store, id).value();
    CHECK(draft.photos.size() == 1);
    REQUIRE(draft.trail.entries().size() == 4);
    CHECK(draft.trail.entries().back().number == 4);
    CHECK(draft.trail.entries().back().run == 4);
}

TEST_CASE("no crash parts an answer from its entry of the trail") {
    Tablet tablet;
    const auto id = begun(tablet);
    tablet.store.reset();
    for (const int after : {1, 2, 5, 17, 40}) {
        CAPTURE(after);
        int pipes[2];
        REQUIRE(pipe(pipes) == 0);
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            // Writes answers one by one until it is killed, and says so after each.
            close(pipes[0]);
            tablet.reopen();
            Filling filling(tablet, id);
            for (int n = 0;; ++n) {
                (void)filling.session->setAnswer("b_n", std::to_string(after * 1000 + n));
                auto step = filling.saver.step(*filling.session, filling.draft);
                (void)tablet.store->putEntries(id, step.rows);
                filling.saver.written(step.state);
                filling.pass(3000);
                if (write(pipes[1], "x", 1) != 1) _exit(0);
            }
        }
        close(pipes[1]);
        char said = 0;
        for (int n = 0; n < after; ++n) REQUIRE(read(pipes[0], &said, 1) == 1);
        kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        close(pipes[0]);
        tablet.reopen();
        const auto draft = loadDraft(*tablet.store, id).value();
        CHECK(draft.trail.replayed() == draft.answers);
        CHECK(draft.trail.entries().size() >= static_cast<std::size_t>(after));
        tablet.store.reset();
    }
}

TEST_CASE("a signed record states the trail's hash, its text goes along, and replaying it gives the answers") {
    Tablet tablet;
    const auto id = begun(tablet);
    {
        Filling filling(tablet, id);
        REQUIRE(filling.session->setFact("product", "vegetable"));
        REQUIRE(filling.session->setAnswer("a_c", "fail"));
        REQUIRE(filling.session->setAnswer("c_t", "没有记录"));
        filling.pass(5000);
        REQUIRE(filling.session->setAnswer("a_c", "pass"));  // nobody asks why any more
        REQUIRE(filling.session->setAnswer("b_n", "5"));
        REQUIRE(filling.session->setAnswer("d_c", "pass"));
        filling.save();
    }
    const auto line = signInspection(*tablet.store, refusedBy(id)).value();
    const auto payload = record::parsePayload(line.payload()).value();
    const auto trail = trailIn(tablet, payload);
    const auto answers = checklist::Answers::fromJson(payload.body).value();
    CHECK_FALSE(answers.values.contains("c_t"));
    CHECK(trail.replayed() == answers);
    // Six entries of the person; then what is not signed is taken back.
    REQUIRE(trail.entries().size() == 7);
    CHECK(trail.entries()[5].run == 1);
    CHECK(trail.entries()[6].run == 2);
    CHECK(trail.entries()[6].id == "c_t");
    CHECK(trail.entries()[6].before == "没有记录");
    CHECK(trail.entries()[6].after.empty());
    const auto waiting = tablet.store->filesToUpload();
    CHECK(std::any_of(waiting.begin(), waiting.end(), [](const auto& f) { return f.type == kTrailType; }));
}

TEST_CASE("an amendment goes on with the trail of the version that it amends") {
    Tablet tablet;
    const auto id = begun(tablet);
    {
        Filling filling(tablet, id);
        REQUIRE(filling.session->setFact("product", "vegetable"));
        for (const auto& [question, value] : {std::pair{"a_c", "pass"}, {"b_n", "5"}, {"d_c", "fail"}})
            REQUIRE(filling.session->setAnswer(question, value));
        filling.save();
    }
    const auto first = record::parsePayload(signInspection(*tablet.store, refusedBy(id)).value().payload()).value();
    const auto draft = beginAmendment(*tablet.store, first.id).value();
    {
        Filling filling(tablet, draft.id);
        REQUIRE(filling.session->setAnswer("d_c", "pass"));
        filling.save();
    }
    auto request = refusedBy(draft.id);
    request.reason = "看错了";
    const auto second = record::parsePayload(signInspection(*tablet.store, request).value().payload()).value();
    const auto before = trailIn(tablet, first), after = trailIn(tablet, second);
    REQUIRE(after.entries().size() == before.entries().size() + 1);
    CHECK(std::equal(before.entries().begin(), before.entries().end(), after.entries().begin()));
    CHECK(after.entries().back().run == 2);
    CHECK(after.replayed() == checklist::Answers::fromJson(second.body).value());
}

TEST_CASE("a draft from before trails were kept is told as one run of its own") {
    Tablet tablet;
    const auto id = begun(tablet);
    REQUIRE(
        tablet.store->putEntries(id, {answerEntry("a_c", "pass"), noteEntry("a", "n"), factEntry("product", "fruit")}));
    const auto opened = openDraft(*tablet.store, id).value();
    CHECK(opened.trail.entries().size() == 3);
    CHECK(opened.trail.replayed() == opened.answers);
    CHECK(loadDraft(*tablet.store, id).value().trail == opened.trail);
    CHECK(openDraft(*tablet.store, id).value().trail == opened.trail);
}
