#include <catch2/catch.hpp>
#include <functional>

#include "shared/checklist/evaluate/value_text.h"
#include "shared/checklist/score/score.h"
#include "shared/checklist/session/session.h"
#include "shared/store/draft_size.h"
#include "shared/store/inspection_history.h"
#include "shared/store/tablet_facts.h"
#include "shared/store/tuning.h"
#include "tests/unit/store/documents.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using test::Tablet;

namespace {

// Fills a draft with one of the checklist's fixtures and a photo wherever one is asked for.
DraftRow filled(Tablet& tablet, const std::string& fixture) {
    const auto draft = beginInspection(*tablet.store, "yongchang", tablet.checklistId).value();
    const auto value =
        parseJson(test::readFile(std::string(PLUMB_SOURCE_DIR) + "/tests/unit/checklist/fixtures/" + fixture)).value();
    const auto answers = checklist::Answers::fromJson(value.get_object()).value();
    std::vector<DraftEntry> entries;
    for (const auto& [question, answer] : answers.values) entries.push_back(answerEntry(question, answer));
    for (const auto& [item, reason] : answers.na) entries.push_back(naEntry(item, reason));
    for (const auto& [item, text] : answers.notes) entries.push_back(noteEntry(item, text));
    REQUIRE(tablet.store->putEntries(draft.id, entries));
    const auto document = loadDocument(*tablet.store, draft.checklist).value();
    for (const auto& item : document->items) {
        if (item.evidence.photos + item.evidence.photosWhenFailed > 0)
            (void)addPhoto(*tablet.store, draft.id, item.id, asBytes(test::pngBytes())).value();
    }
    return draft;
}

SignRequest refusedBy(const std::string& draft) {
    SignRequest request;
    request.draft = draft;
    request.party.refusedReason = "对结果有异议";
    request.party.witness = "见证人";
    return request;
}

}  // namespace

TEST_CASE("an inspection that lacks something cannot be signed, and the list says what") {
    Tablet tablet;
    const auto draft = beginInspection(*tablet.store, "yongchang", tablet.checklistId).value();
    const auto refused = signInspection(*tablet.store, refusedBy(draft.id));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "incomplete");
    // One line for each thing that is missing, and nothing else: what a session over the same draft says.
    std::string list = "the inspection is not complete:";
    const auto document = loadDocument(*tablet.store, draft.checklist).value();
    const checklist::Session session(document, [&] { return tablet.store->now(); });
    REQUIRE(session.missing().size() > 10);
    for (const auto& missing : session.missing())
        list += "\n" + missing.item + ": " + std::string(missing.sentence.in("zh"));
    CHECK(refused.error().detail == list);
    CHECK(tablet.store->draft(draft.id));
    CHECK(tablet.store->waiting().empty());
}

TEST_CASE("signing ends the draft and states the score that the answers give") {
    Tablet tablet;
    const auto draft = filled(tablet, "6a-veto.json");
    const auto line = signInspection(*tablet.store, refusedBy(draft.id)).value();
    CHECK_FALSE(tablet.store->draft(draft.id));
    CHECK(tablet.store->waiting().size() == 1);
    const auto payload = record::parsePayload(line.payload()).value();
    CHECK(payload.type == "inspection.submitted");
    CHECK(payload.region == "620321");
    const auto document = loadDocument(*tablet.store, draft.checklist).value();
    const auto score = checklist::scoreAnswers(*document, checklist::Answers::fromJson(payload.body).value()).value();
    CHECK(checklist::checkStatedScore(payload.body.at("score").get_object(), score));
    CHECK_FALSE(score.vetoes.empty());
    CHECK_FALSE(payload.body.at("findings").get_array().empty());
    CHECK(tablet.store->filesToUpload().size() == 2);  // the same picture for every item is one file; and the trail
    CHECK(tablet.store->trust().value().checkAuthor(line, payload, {}, store::TabletFacts(*tablet.store)));
}

TEST_CASE("without the party's signature or a witnessed refusal nothing is signed") {
    Tablet tablet;
    const auto draft = filled(tablet, "6a-pass.json");
    SignRequest request;
    request.draft = draft.id;
    CHECK(signInspection(*tablet.store, request).error().code == "party_missing");
    request.party.refusedReason = "不同意";
    CHECK(signInspection(*tablet.store, request).error().code == "party_missing");
    const auto drawn = tablet.store->importFile(asBytes(test::pngBytes()), "image/png").value();
    request.party = {"陪同人", "负责人", drawn.sha256, "", "", ""};
    const auto payload = record::parsePayload(signInspection(*tablet.store, request).value().payload()).value();
    CHECK(payload.files.back().role == "signature");
}

TEST_CASE("an amendment carries the whole content again and why") {
    Tablet tablet;
    const auto line = signInspection(*tablet.store, refusedBy(filled(tablet, "6a-pass.json").id)).value();
    const auto id = record::parsePayload(line.payload()).value().id;
    const auto draft = beginAmendment(*tablet.store, id).value();
    CHECK(beginAmendment(*tablet.store, id).value().id == draft.id);
    auto request = refusedBy(draft.id);
    CHECK(signInspection(*tablet.store, request).error().code == "reason_missing");
    request.reason = "补正照片";
    const auto amended = record::parsePayload(signInspection(*tablet.store, request).value().payload()).value();
    CHECK(amended.type == "inspection.amended");
    CHECK(textOr(amended.body, "of") == id);
    CHECK(amended.body.at("answers") == record::parsePayload(line.payload()).value().body.at("answers"));
    CHECK(historyOf(*tablet.store, id).value().history.version == 2);
}

TEST_CASE("a record that the server refused is answered by another that says which it stands for") {
    Tablet tablet;
    const auto line = signInspection(*tablet.store, refusedBy(filled(tablet, "6a-pass.json").id)).value();
    const auto first = record::parsePayload(line.payload()).value();
    REQUIRE(tablet.store->markRefused(line.hash(), "bad_score: the server computes another score"));
    const auto draft = beginAmendment(*tablet.store, first.id).value();
    CHECK(draft.amends.empty());
    CHECK(beginAmendment(*tablet.store, first.id).value().id == draft.id);
    const auto again =
        record::parsePayload(signInspection(*tablet.store, refusedBy(draft.id)).value().payload()).value();
    CHECK(again.type == "inspection.submitted");
    CHECK(again.id != first.id);
    CHECK(textOr(again.body, "replaces") == line.hash().hex());
    CHECK(again.body.at("answers") == first.body.at("answers"));
    CHECK(again.seq == first.seq + 1);
    CHECK(again.prev == line.hash());
}

TEST_CASE("what the server could only refuse is not signed: the draft stays, the chain does not move") {
    Tablet tablet;
    const auto draft = filled(tablet, "6a-pass.json");
    const auto tip = tablet.store->tip().seq;
    NewRecord review{"review.accepted", "yongchang", "620321", {}, {{"of", "x"}, {"hash", "y"}}, {}};
    CHECK(tablet.store->append(review).error().code == "wrong_role");
    CHECK(tablet.store->append({"inspection.submitted", "yongchang", "620921", {}, {}, {}}).error().code ==
          "wrong_region");
    CHECK(tablet.store->append({"inspection.submitted", "elsewhere", "620321", {}, {}, {}}).error().code ==
          "site_unknown");
    CHECK(tablet.store->append({"inspection.amended", "yongchang", "620321", {}, {{"of", "x"}}, {}}).error().code ==
          "of_unknown");
    CHECK(tablet.store->append({"inspection.submitted", "yongchang", "620321", {}, {}, {}}).error().code ==
          "bad_payload");
    const auto feedback = tablet.store->append({"standard.feedback", "", "", {}, {{"text", 7}}, {}});
    CHECK_THAT(feedback.error().detail, Catch::Contains("\"body.text\" must be text"));
    tablet.revokeDevice();
    CHECK(signInspection(*tablet.store, refusedBy(draft.id)).error().code == "key_revoked");
    CHECK(tablet.store->tip().seq == tip);
    CHECK(loadDraft(*tablet.store, draft.id));
}

TEST_CASE("nobody reviews a record that she signed herself") {
    Tablet tablet;
    const auto line = signInspection(*tablet.store, refusedBy(filled(tablet, "6a-pass.json").id)).value();
    CHECK(signReview(*tablet.store, record::parsePayload(line.payload()).value().id, true, "ok").error().code ==
          "own_record");
}

TEST_CASE("a photo that is no image is refused and the draft stays as it was") {
    Tablet tablet;
    const auto draft = beginInspection(*tablet.store, "yongchang", tablet.checklistId).value();
    CHECK(addPhoto(*tablet.store, draft.id, "1", asBytes("not a picture")).error().code == "no_image");
    CHECK(loadDraft(*tablet.store, draft.id).value().photos.empty());
    const auto photo = addPhoto(*tablet.store, draft.id, "1", asBytes(test::pngBytes()), "2 号棚").value();
    CHECK(loadDraft(*tablet.store, draft.id).value().photos.size() == 1);
    REQUIRE(removePhoto(*tablet.store, draft.id, photo));
    CHECK(loadDraft(*tablet.store, draft.id).value().photos.empty());
}

TEST_CASE("an unknown site or checklist is told plainly") {
    Tablet tablet;
    CHECK(beginInspection(*tablet.store, "nowhere", tablet.checklistId).error().code == "no_site");
    CHECK(beginInspection(*tablet.store, "yongchang", "nothing").error().code == "no_checklist");
}

TEST_CASE("without a required fact of the site nothing is signed; with it the record states it") {
    Tablet tablet;
    tablet.publishChecklist(test::smallDocument(1));
    const auto draft = beginInspection(*tablet.store, "yongchang", "small").value();
    REQUIRE(tablet.store->putEntries(
        draft.id, answerEntries({{{"a_c", "pass"}, {"b_n", "5"}, {"d_c", "pass"}}, {}, {}, {}, {}})));
    const auto refused = signInspection(*tablet.store, refusedBy(draft.id));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "incomplete");
    CHECK(refused.error().detail.find("产品") != std::string::npos);
    REQUIRE(tablet.store->putEntries(draft.id, {factEntry("product", "fruit")}));
    const auto line = signInspection(*tablet.store, refusedBy(draft.id)).value();
    CHECK(textOr(record::parsePayload(line.payload()).value().body.at("facts").get_object(), "product") == "fruit");
}

TEST_CASE("a name that is too long and a reason that is no text are refused at signing, and the draft stays") {
    Tablet tablet;
    const auto draft = filled(tablet, "6a-veto.json");
    for (const auto& spoil : std::vector<std::function<void(SignRequest&)>>{
             [](SignRequest& request) { request.party.witness = std::string(kMaxNameBytes + 1, 'x'); },
             [](SignRequest& request) { request.party.name = std::string("a\0b", 3); },
             [](SignRequest& request) {
                 request.party.refusedReason = std::string(checklist::kMaxAnswerBytes + 1, 'x');
             },
             [](SignRequest& request) { request.team = {"\x1b[2J"}; },
             [](SignRequest& request) { request.party.refusedReason = "\xED\xA0\xBD"; }}) {
        auto request = refusedBy(draft.id);
        spoil(request);
        const auto refused = signInspection(*tablet.store, request);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == "bad_value");
        CHECK(tablet.store->draft(draft.id));
    }
    auto request = refusedBy(draft.id);
    request.party.refusedReason = "对结果有异议 🐑\n第二行";
    CHECK(signInspection(*tablet.store, request));
}

TEST_CASE("the size of a draft is never less than the line that signing it makes") {
    Tablet tablet;
    const auto draft = filled(tablet, "6a-veto.json");
    const auto document = loadDocument(*tablet.store, draft.checklist).value();
    const auto sizeOf = [&](const InspectionDraft& loaded) {
        const checklist::Session session(
            document, [&] { return tablet.store->now(); }, loaded.answers);
        return std::pair(recordBytes(session, loaded), bytesTooMany(session, loaded));
    };
    std::string note;
    while (note.size() < 60'000) note += "柜门“没有”锁\n\"\\";  // JSON writes some of it longer
    for (int notes = 0; notes < 5; ++notes) {
        if (notes > 0) REQUIRE(tablet.store->putEntries(draft.id, {noteEntry(std::to_string(notes), note)}));
        const auto loaded = loadDraft(*tablet.store, draft.id).value();
        const auto body = records::toBody(previewInspection(*tablet.store, draft.id, "supervision").value());
        const auto [bytes, tooMany] = sizeOf(loaded);
        CHECK(bytes >= toText(body).size() + loaded.photos.size() * 200);
        CHECK(bytes < toText(body).size() + loaded.photos.size() * 300 + 16'384);
        CHECK((tooMany == 0) == (notes < 4));
    }
    // 60 KB of text each, of which JSON writes one byte in ten as two.
    const auto refused = signInspection(*tablet.store, refusedBy(draft.id));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "line_too_long");
    CHECK(tablet.store->draft(draft.id));
}

TEST_CASE("a signed inspection says where it was begun, signed and photographed, or why that is not known") {
    Tablet tablet;
    const auto draft = filled(tablet, "6a-veto.json");
    domain::Place place;
    place.latitude = 38.2471;
    place.longitude = 101.9683;
    place.accuracy = 4.2;
    place.source = domain::PlaceSource::satellite;
    place.at = tablet.store->now();
    REQUIRE(tablet.store->putEntries(draft.id, {begunAtEntry(domain::NoPlace::searching)}));
    auto photo = loadDraft(*tablet.store, draft.id)->photos.front();
    photo.where = place;
    REQUIRE(tablet.store->putEntries(draft.id, {photoEntry(photo)}));
    auto request = refusedBy(draft.id);
    request.where = place;
    const auto line = signInspection(*tablet.store, request).value();
    const auto payload = record::parsePayload(line.payload()).value();
    const auto body = records::readInspection(payload.body).value();
    CHECK(body.places.begun == records::Whereabouts(domain::NoPlace::searching));
    CHECK(body.places.signedAt == records::Whereabouts(place));
    CHECK(body.places.files.at(photo.sha256) == records::Whereabouts(place));
    // Amended, it goes on with where it was begun and where its photos were taken.
    const auto again = beginAmendment(*tablet.store, payload.id).value();
    const auto opened = loadDraft(*tablet.store, again.id).value();
    CHECK(opened.begunAt == records::Whereabouts(domain::NoPlace::searching));
    CHECK(opened.photos.front().where == records::Whereabouts(place));
}

TEST_CASE("a place that is too old for the signature is not stated") {
    Tablet tablet;
    const auto draft = filled(tablet, "6a-veto.json");
    domain::Place place;
    place.latitude = 38.2471;
    place.longitude = 101.9683;
    place.accuracy = 4.2;
    place.at = tablet.store->now();
    auto request = refusedBy(draft.id);
    request.where = place;
    tablet.now.utc += std::chrono::minutes(2);
    const auto line = signInspection(*tablet.store, request).value();
    const auto body = records::readInspection(record::parsePayload(line.payload())->body).value();
    CHECK(body.places.signedAt == records::Whereabouts(domain::NoPlace::stale));
    CHECK_FALSE(body.places.begun);
}
