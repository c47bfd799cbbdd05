// How a visit was conducted goes into its record: what was drawn on glass over what was shown, what shows a refusal,
// the credential, the result.
#include <algorithm>
#include <catch2/catch.hpp>

#include "shared/records/inspection/signed_content.h"
#include "shared/store/inspection_sign.h"
#include "tests/unit/store/documents.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using test::Tablet;

namespace {

DraftRow filled(Tablet& tablet) {
    const auto draft = beginInspection(*tablet.store, "yongchang", tablet.checklistId).value();
    const auto value =
        parseJson(test::readFile(std::string(PLUMB_SOURCE_DIR) + "/tests/unit/checklist/fixtures/6a-veto.json"))
            .value();
    REQUIRE(
        tablet.store->putEntries(draft.id, answerEntries(checklist::Answers::fromJson(value.get_object()).value())));
    const auto document = loadDocument(*tablet.store, draft.checklist).value();
    for (const auto& item : document->items) {
        if (item.evidence.photos + item.evidence.photosWhenFailed > 0)
            (void)addPhoto(*tablet.store, draft.id, item.id, asBytes(test::pngBytes())).value();
    }
    return draft;
}

records::Strokes waveOver(const Sha256& content) {
    records::Strokes out{content, 1000, 320, {{}}};
    for (int i = 0; i < 10; ++i) out.lines[0].push_back({i * 16, 100 + i * 20, 160 + i % 3 * 30});
    return out;
}

SignRequest signedBy(const std::string& draft, const Sha256& content) {
    SignRequest request;
    request.draft = draft;
    request.party.name = "陪同人";
    request.party.strokes = waveOver(content);
    return request;
}

record::Payload payloadOf(const Result<record::Line>& line) {
    return record::parsePayload(line.value().payload()).value();
}

}  // namespace

TEST_CASE("what was drawn over the content that is sealed is signed with it, and no image beside") {
    Tablet tablet;
    const auto draft = filled(tablet);
    const auto content = contentToSign(*tablet.store, draft.id, "supervision").value();
    auto request = signedBy(draft.id, content);
    request.result = records::ResultWay::sent;
    request.resultTo = "platform";
    const auto payload = payloadOf(signInspection(*tablet.store, request));
    const auto body = records::readInspection(payload.body).value();
    CHECK(body.party->strokes == request.party.strokes);
    CHECK_FALSE(body.party->signature);
    CHECK(records::signedContent(payload.site, payload.body, payload.files).value() == content);
    CHECK(std::ranges::any_of(payload.files, [](const auto& file) { return file.role == "evidence"; }));
    CHECK((body.result && body.result->to == "platform" && body.result->at == body.finished));
    CHECK_FALSE(body.credential);
}

TEST_CASE("a content that changed after it was signed by hand is not sealed with that hand") {
    Tablet tablet;
    const auto draft = filled(tablet);
    const auto content = contentToSign(*tablet.store, draft.id, "supervision").value();
    REQUIRE(tablet.store->putEntries(draft.id, {noteEntry("1", "后来改了")}));
    CHECK(signInspection(*tablet.store, signedBy(draft.id, content)).error().code == "content_changed");
    const auto now = contentToSign(*tablet.store, draft.id, "supervision").value();
    CHECK(now != content);
    CHECK(signInspection(*tablet.store, signedBy(draft.id, contentToSign(*tablet.store, draft.id, "patrol").value()))
              .error()
              .code == "content_changed");
    CHECK(signInspection(*tablet.store, signedBy(draft.id, now)));
}

TEST_CASE("a photo, its caption or a document that came after a hand had signed ends that signature") {
    Tablet tablet;
    const auto draft = filled(tablet);
    const auto content = contentToSign(*tablet.store, draft.id, "supervision").value();
    SECTION("a photo more") {
        const auto document = loadDocument(*tablet.store, draft.checklist).value();
        const auto bare = std::ranges::find_if(document->items, [](const auto& item) {
            return item.evidence.photos + item.evidence.photosWhenFailed == 0;
        });
        REQUIRE(bare != document->items.end());
        (void)addPhoto(*tablet.store, draft.id, bare->id, asBytes(test::pngBytes())).value();
    }
    SECTION("a document") {
        const auto file = importAttached(*tablet.store, "1", asBytes("RIFF"), "audio/wav", "说明.wav").value();
        REQUIRE(tablet.store->putEntries(draft.id, {documentEntry(file)}));
    }
    SECTION("another name of the party") {
        REQUIRE(tablet.store->putEntries(draft.id, {inspectedEntry(records::InspectedName{"某公司", {}, "挂靠"})}));
    }
    const auto now = contentToSign(*tablet.store, draft.id, "supervision").value();
    CHECK(now != content);
    CHECK(signInspection(*tablet.store, signedBy(draft.id, content)).error().code == "content_changed");
}

TEST_CASE("a name on the licence that is not the published one is signed with the reason, or not at all") {
    Tablet tablet;
    const auto draft = filled(tablet);
    const auto site = siteById(*tablet.store, "yongchang").value();
    const auto sign = [&](const records::InspectedName& said) -> Result<record::Line> {
        REQUIRE(tablet.store->putEntries(draft.id, {inspectedEntry(said)}));
        return signInspection(*tablet.store,
                              signedBy(draft.id, contentToSign(*tablet.store, draft.id, "supervision").value()));
    };
    const auto none = sign({"另一个名称", {}, {}});
    CHECK((!none && none.error().code == "name_differs"));
    SECTION("with a reason") {
        const auto body = records::readInspection(payloadOf(sign({"另一个名称", {}, "今年更名"})).body).value();
        CHECK(body.inspected == records::InspectedName{"另一个名称", site.name, "今年更名"});
    }
    SECTION("corrected: it states no difference") {
        const auto body = records::readInspection(payloadOf(sign({site.name, {}, "今年更名"})).body).value();
        CHECK(body.inspected == records::InspectedName{site.name, {}, {}});
    }
}

TEST_CASE("a refusal without a witness needs a recording, which the record names") {
    Tablet tablet;
    const auto draft = filled(tablet);
    SignRequest request;
    request.draft = draft.id;
    request.party.refusedReason = "有异议";
    CHECK(signInspection(*tablet.store, request).error().code == "party_missing");
    request.party.noWitness = "深夜无人";
    CHECK(signInspection(*tablet.store, request).error().code == "bad_payload");
    const auto sound = importAttached(*tablet.store, "", asBytes("RIFF"), "audio/wav", "拒签.wav").value();
    REQUIRE(tablet.store->putEntries(draft.id, {refusalEntry(sound)}));
    CHECK(loadDraft(*tablet.store, draft.id).value().refusal.size() == 1);
    const auto payload = payloadOf(signInspection(*tablet.store, request));
    const auto named = std::count_if(payload.files.begin(), payload.files.end(), [&](const record::FileRef& file) {
        return file.role == "refusal" && file.sha256 == sound.sha256 && file.item.empty();
    });
    CHECK(named == 1);
}

TEST_CASE("what shows a refusal is not named where the party signed after all") {
    Tablet tablet;
    const auto draft = filled(tablet);
    const auto sound = importAttached(*tablet.store, "", asBytes("RIFF"), "audio/wav", "拒签.wav").value();
    REQUIRE(tablet.store->putEntries(draft.id, {refusalEntry(sound), refusalGone(sound), refusalEntry(sound)}));
    const auto content = contentToSign(*tablet.store, draft.id, "supervision").value();
    for (const auto& file : payloadOf(signInspection(*tablet.store, signedBy(draft.id, content))).files)
        CHECK(file.role != "refusal");
}

TEST_CASE("the credential is kept with the draft, and a clock that was put back does not hold up the signature") {
    Tablet tablet;
    const auto draft = filled(tablet);
    const auto now = tablet.store->now();
    const records::CredentialShown early{
        Instant{now.utc + std::chrono::hours(2), now.offset}, domain::NoPlace::off, {}};
    REQUIRE(tablet.store->putEntries(draft.id, {credentialEntry(early)}));
    CHECK(loadDraft(*tablet.store, draft.id).value().credential == early);
    SignRequest request;
    request.draft = draft.id;
    request.party.refusedReason = "有异议";
    request.party.witness = "马某";
    request.notShown = "不会写进去";
    const auto body = records::readInspection(payloadOf(signInspection(*tablet.store, request)).body).value();
    REQUIRE((body.credential && body.credential->at));
    CHECK(*body.credential->at == body.finished);
    CHECK(body.credential->none.empty());
}
