// Acts of a rectification as a device signs them: asked of the case before anything is signed, drafted so that nothing
// is lost.
#include <catch2/catch.hpp>

#include <random>

#include "shared/picture/marks.h"
#include "shared/store/act_draft.h"
#include "shared/store/folded_rows.h"
#include "shared/store/inspection_history.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
using records::Act;
using records::ActEntry;
using records::ActKind;
using records::FindingState;
using test::Tablet;

namespace {

const domain::Grant kSupervisor{domain::Role::supervisor, {"6203"}, {}};
const domain::Grant kEnterprise{domain::Role::enterprise, {"6203"}, {"yongchang"}};

json::array threeFindings() {
    json::array out;
    for (const auto* item : {"1", "2", "3"})
        out.push_back(json::object{{"item", item}, {"severity", "minor"}, {"text", "缺施药人"}, {"due", "2026-12-06"}});
    return out;
}

// A device with these grants that holds an accepted inspection with findings at items 1, 2 and 3.
struct Device {
    Tablet tablet;
    crypto::PrivateKey enterprise, supervisor;
    std::string inspection;
    Sha256 hash;

    explicit Device(const domain::Grant& grant)
        : tablet(grant),
          enterprise(tablet.enrolOther("p8", "质量员乙", kEnterprise)),
          supervisor(tablet.enrolOther("p9", "审核员丁", kSupervisor)),
          inspection(tablet.pullInspection({{"findings", threeFindings()}})),
          hash(tablet.store->recordById(inspection)->hash) {
        tablet.pullFrom(supervisor, "review.accepted", {{"of", inspection}, {"hash", hash.hex()}, {"comment", ""}});
    }
    [[nodiscard]] TabletStore& store() const { return *tablet.store; }
    [[nodiscard]] records::CaseRow row() const { return caseOf(store(), inspection).value(); }
    [[nodiscard]] FindingState state(const char* item) const { return row().finding(item)->state; }

    // Ordered by somebody else, for all three.
    std::string orderFromElsewhere() {
        json::array findings;
        for (const auto* item : {"1", "2", "3"})
            findings.push_back(
                json::object{{"item", item}, {"facts", "缺"}, {"requirement", "补"}, {"due", "2026-12-06"}});
        return tablet.pullFrom(supervisor, "rectification.ordered",
                               {{"of", inspection},
                                {"hash", hash.hex()},
                                {"office", "局"},
                                {"count", "calendar"},
                                {"delivery", {{"how", "electronic"}}},
                                {"findings", std::move(findings)}});
    }
    [[nodiscard]] Act act(ActKind kind, const std::string& order, std::vector<ActEntry> entries) const {
        Act out;
        out.kind = kind;
        out.of = inspection;
        out.order = order;
        out.entries = std::move(entries);
        return out;
    }
};

ActEntry entry(const char* item, const char* text = "字", const char* day = nullptr) {
    ActEntry out;
    out.item = item;
    out.text = text;
    if (day) out.day = parseDay(day);
    return out;
}

// Refused with this code, and not a line more in the chain.
void checkRefused(Device& device, const Act& act, const char* code) {
    const auto before = device.store().tip();
    const auto checked = checkAct(device.store(), act);
    REQUIRE_FALSE(checked);
    CHECK(checked.error().code == code);
    const auto line = signAct(device.store(), act);
    REQUIRE_FALSE(line);
    CHECK(line.error().code == code);
    CHECK(line.error().detail == checked.error().detail);
    CHECK(device.store().tip().seq == before.seq);
}

std::string idOf(const record::Line& line) {
    return record::parsePayload(line.payload()).value().id;
}

}  // namespace

TEST_CASE("a supervisor orders, judges what is reported and closes the case, all without a network") {
    Device device(kSupervisor);
    auto order = offeredOrder(device.store(), device.inspection).value();
    REQUIRE(order.entries.size() == 3);
    CHECK(order.entries[0].text == "缺施药人");
    order.office = "永昌县市场监督管理局";
    order.delivery = records::Delivery{records::DeliveryWay::electronic, {}, {}, {}, {}, {}};
    for (auto& one : order.entries) one.requirement = "补齐";
    REQUIRE(checkAct(device.store(), order));
    const auto line = signAct(device.store(), order);
    REQUIRE(line);
    const auto id = idOf(*line);
    CHECK(device.state("2") == FindingState::ordered);
    CHECK(device.row().orders.at(0).number.starts_with("620321-2026-"));

    const auto report = [&] {
        device.tablet.pullFrom(
            device.enterprise, "rectification.reported",
            {{"of", device.inspection}, {"order", id}, {"findings", {{{"item", "1"}, {"done", "已补"}}}}});
    };
    // An own line that waits comes after all that the log has: a report before it is not its turn, and is shown as
    // that.
    report();
    CHECK(device.state("1") == FindingState::ordered);
    CHECK(device.row().ignored.size() == 1);
    REQUIRE(device.store().markProved(line->hash(), 50, 51));
    device.tablet.jumpTo(60);
    report();
    CHECK(device.state("1") == FindingState::reported);
    REQUIRE(signAct(device.store(), device.act(ActKind::verified, id, {entry("1", "现场核对")})));
    CHECK(device.state("1") == FindingState::passed);
    CHECK(records::stateOf(device.row()) == records::CaseState::ordered);
}

TEST_CASE("a report is verified or rejected, more time is asked for and given, and the case is archived") {
    Device device(kSupervisor);
    const auto order = device.orderFromElsewhere();
    device.tablet.pullFrom(device.enterprise, "rectification.reported",
                           {{"of", device.inspection},
                            {"order", order},
                            {"findings", {{{"item", "1"}, {"done", "已补"}}, {{"item", "2"}, {"done", "已补"}}}}});
    const auto request =
        device.tablet.pullFrom(device.enterprise, "rectification.extension_requested",
                               {{"of", device.inspection},
                                {"order", order},
                                {"findings", {{{"item", "3"}, {"reason", "配件未到"}, {"until", "2026-12-20"}}}}});
    auto extend = device.act(ActKind::extended, order, {entry("3", "", "2026-12-20")});
    checkRefused(device, device.act(ActKind::verified, order, {entry("3")}), "not_its_turn");
    extend.about = order;
    checkRefused(device, extend, "request_unknown");
    extend.about = request;
    REQUIRE(signAct(device.store(), extend));
    CHECK(dayText(*device.row().finding("3")->due) == "2026-12-20");

    REQUIRE(signAct(device.store(), device.act(ActKind::verified, order, {entry("1")})));
    REQUIRE(signAct(device.store(), device.act(ActKind::rejected, order, {entry("2", "仍缺", "2026-12-30")})));
    CHECK(device.state("1") == FindingState::passed);
    CHECK(device.state("2") == FindingState::rejected);
    auto archive = device.act(ActKind::archived, order, {});
    archive.term = "30";
    checkRefused(device, archive, "case_open");
    REQUIRE(signAct(device.store(), device.act(ActKind::withdrawn, order, {entry("2")})));
    auto hand = device.act(ActKind::handedOver, order, {entry("3")});
    hand.to = "农业农村局";
    REQUIRE(signAct(device.store(), hand));
    CHECK(records::stateOf(device.row()) == records::CaseState::closed);
    REQUIRE(signAct(device.store(), archive));
    CHECK(records::stateOf(device.row()) == records::CaseState::archived);
    checkRefused(device, hand, "not_its_turn");
}

TEST_CASE("what cannot happen is refused with its sentence before anything is signed") {
    Device device(kSupervisor);
    auto order = offeredOrder(device.store(), device.inspection).value();
    order.office = "局";
    order.delivery = records::Delivery{records::DeliveryWay::electronic, {}, {}, {}, {}, {}};
    for (auto& one : order.entries) one.requirement = "补齐";

    auto unknown = order;
    unknown.entries[0].item = "99";
    checkRefused(device, unknown, "finding_unknown");
    auto past = order;
    past.entries[1].day = parseDay("2026-11-21");
    checkRefused(device, past, "due_past");
    auto old = order;
    old.hash = Sha256{};
    checkRefused(device, old, "version_old");
    auto blank = order;
    blank.office.clear();
    checkRefused(device, blank, "bad_payload");
    auto endless = order;
    endless.entries[0].text.assign(70'000, 'x');
    checkRefused(device, endless, "bad_value");
    checkRefused(device, device.act(ActKind::reported, device.inspection, {entry("1")}), "wrong_role");
    auto elsewhere = order;
    elsewhere.of = "0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f";
    checkRefused(device, elsewhere, "no_record");
}

TEST_CASE("nobody judges what she reported herself, whichever of her keys she uses") {
    Device device(kSupervisor);
    const auto order = device.orderFromElsewhere();
    // The same person as this device's own, with another key and role.
    const auto other = device.tablet.enrolOther("p2", "检查员甲", kEnterprise);
    device.tablet.pullFrom(
        other, "rectification.reported",
        {{"of", device.inspection}, {"order", order}, {"findings", {{{"item", "1"}, {"done", "已补"}}}}});
    CHECK(device.state("1") == FindingState::reported);
    checkRefused(device, device.act(ActKind::verified, order, {entry("1")}), "own_report");
    checkRefused(device, device.act(ActKind::rejected, order, {entry("1", "字", "2026-12-30")}), "own_report");
    checkRefused(device, device.act(ActKind::withdrawn, order, {entry("1", "字")}), "own_report");
}

TEST_CASE("a report that is being written survives a crash, files and all, and ends when it is signed") {
    Device device(kEnterprise);
    const auto order = device.orderFromElsewhere();
    const auto draft = beginAct(device.store(), device.act(ActKind::reported, order, {})).value();
    REQUIRE(putFinding(device.store(), draft.id, entry("1", "已补齐施药人签字")));
    auto late = entry("2", "已更换", "2026-12-07");
    late.late = "配件到货晚";
    REQUIRE(putFinding(device.store(), draft.id, late));
    const auto photo = importAttached(device.store(), "1", asBytes(test::pngBytes()), "image/png", "after.png").value();
    const auto paper = importAttached(device.store(), "2", asBytes("%PDF-1.4"), "application/pdf", "说明.pdf").value();
    const auto wrong = importAttached(device.store(), "2", asBytes("x"), "text/plain", "x.txt").value();
    for (const auto& file : {photo, paper, wrong}) REQUIRE(attach(device.store(), draft.id, file));
    REQUIRE(detach(device.store(), draft.id, wrong));
    CHECK(device.store().drafts().empty());

    device.tablet.reopen();
    CHECK(beginAct(device.store(), device.act(ActKind::reported, order, {})).value().id == draft.id);
    const auto loaded = loadActDraft(device.store(), draft.id).value();
    CHECK(loaded.act.order == order);
    REQUIRE(loaded.entry("2"));
    CHECK(loaded.entry("2")->late == "配件到货晚");
    CHECK(dayText(*loaded.entry("2")->day) == "2026-12-07");
    REQUIRE(loaded.files.size() == 2);
    // Nothing of it stands open in the store.
    const auto bytes = test::readFile(device.tablet.folder.path / "store.db") +
                       test::readFile(device.tablet.folder.path / "store.db-wal");
    CHECK(bytes.find("施药人签字") == std::string::npos);
    CHECK(bytes.find(paper.sha256.hex()) == std::string::npos);

    CHECK(signActDraft(device.store(), draft.id).error().code == "done_ahead");  // the seventh has not come
    device.tablet.now.utc += std::chrono::hours(15 * 24);
    const auto line = signActDraft(device.store(), draft.id);
    REQUIRE(line);
    CHECK(device.store().actDrafts().empty());
    const auto payload = record::parsePayload(line->payload()).value();
    REQUIRE(payload.files.size() == 2);
    for (const auto& file : payload.files) CHECK(file.role == (file.item == "1" ? "evidence" : kDocumentRole));
    CHECK(device.state("1") == FindingState::reported);
    CHECK(device.row().finding("3")->state == FindingState::ordered);
}

TEST_CASE("a photo of a report is kept and signed with what was drawn over it, and says how it came and where") {
    Device device(kEnterprise);
    const auto order = device.orderFromElsewhere();
    const auto draft = beginAct(device.store(), device.act(ActKind::reported, order, {})).value();
    REQUIRE(putFinding(device.store(), draft.id, entry("1", "已补齐施药人签字")));
    const domain::Place here{38.2471, 101.9683, 4.2, device.store().now(), domain::PlaceSource::satellite};
    const PhotoMoment moment{record::PhotoOrigin::Way::camera, domain::Whereabouts(here), {}};
    auto photo = importPhoto(device.store(), "1", asBytes(test::pngBytes()), "门已上锁", moment).value();
    REQUIRE(attachPhoto(device.store(), draft.id, photo));
    const picture::Mark face{picture::MarkKind::mosaic, {}, {{1000, 1000}, {2000, 2000}}};
    photo.marks = picture::writeMarks({photo.sha256, {face}});
    REQUIRE(attachPhoto(device.store(), draft.id, photo));
    auto other = photo;
    other.item = "2";
    REQUIRE(attachPhoto(device.store(), draft.id, other));
    REQUIRE(detachPhoto(device.store(), draft.id, other));

    device.tablet.reopen();
    const auto loaded = loadActDraft(device.store(), draft.id).value();
    REQUIRE(loaded.photos.size() == 1);
    CHECK(loaded.photos[0].marks == photo.marks);
    CHECK(loaded.photos[0].origin == photo.origin);
    // Taken in once more it stands there bare: what was drawn over it went with it.
    auto bare = other;
    bare.marks.clear();
    REQUIRE(attachPhoto(device.store(), draft.id, bare));
    const auto again = loadActDraft(device.store(), draft.id).value();
    for (const auto& one : again.photos) CHECK(one.marks.empty() == (one.item == "2"));
    REQUIRE(detachPhoto(device.store(), draft.id, bare));

    const auto line = signActDraft(device.store(), draft.id);
    INFO((line ? std::string() : line.error().detail));
    REQUIRE(line);
    const auto files = record::parsePayload(line->payload()).value().files;
    REQUIRE(files.size() == 2);
    CHECK(files[0].role == "evidence");
    REQUIRE(files[0].photo);
    CHECK(files[0].photo->way == record::PhotoOrigin::Way::camera);
    CHECK(files[0].photo->caption.empty() == photo.origin->caption.empty());
    REQUIRE(files[0].photo->place);
    CHECK(files[0].photo->place->latitude == 38.2471);
    CHECK(files[1].role == picture::kMarksRole);
    CHECK(files[1].of == photo.sha256);
    CHECK(device.store().vault().get(files[1].sha256).value() == Bytes(photo.marks.begin(), photo.marks.end()));
}

TEST_CASE("an act says where it was signed; a place that is not of that moment is stale") {
    Device device(kEnterprise);
    const auto order = device.orderFromElsewhere();
    const auto signedPlace = [&](const char* item, const std::optional<domain::Whereabouts>& where) {
        auto act = device.act(ActKind::reported, order, {entry(item, "已改")});
        act.place = where;
        const auto line = signAct(device.store(), act);
        REQUIRE(line);
        return records::readAct(ActKind::reported, record::parsePayload(line->payload())->body)->place;
    };
    domain::Place here{38.2471, 101.9683, 4.2, device.store().now(), domain::PlaceSource::satellite};
    CHECK(signedPlace("1", domain::Whereabouts(here)) == domain::Whereabouts(here));
    here.at.utc -= std::chrono::seconds(61);
    CHECK(signedPlace("2", domain::Whereabouts(here)) == domain::Whereabouts(domain::NoPlace::stale));
    CHECK_FALSE(signedPlace("3", std::nullopt));
}

TEST_CASE("a draft keeps what an order says, and a refused one stays as it is") {
    Device device(kSupervisor);
    auto order = offeredOrder(device.store(), device.inspection, {"2"}).value();
    order.office = "局";
    order.contact = "0935-0000000";
    order.counted = domain::DayCount::calendar;
    order.entries[0].requirement = "补齐";
    order.entries[0].day = parseDay("2026-11-01");
    order.entries[0].clause = {{"standard", "GB 2763-2021"}, {"force", "mandatory"}};
    order.delivery = records::Delivery{records::DeliveryWay::refused, {}, {}, "村委会见证人", "有异议", {}};
    const auto draft = beginAct(device.store(), order).value();
    device.tablet.reopen();
    auto loaded = loadActDraft(device.store(), draft.id).value();
    CHECK(toText(records::toBody(loaded.act)) == toText(records::toBody(order)));
    const auto refused = signActDraft(device.store(), draft.id);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "due_past");
    CHECK(device.store().actDrafts().size() == 1);
    auto good = *loaded.entry("2");
    good.day = parseDay("2026-12-06");
    REQUIRE(putFinding(device.store(), draft.id, good));
    REQUIRE(signActDraft(device.store(), draft.id));
    CHECK(device.state("2") == FindingState::delivered);
    CHECK(device.state("1") == FindingState::found);
}

TEST_CASE("whatever acts are tried in whatever order, only those whose turn it is are signed, and none is ignored") {
    for (unsigned seed = 1; seed <= 12; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        const auto draw = [&](std::size_t below) { return random() % below; };
        Device device(kSupervisor);
        const auto order = device.orderFromElsewhere();
        std::size_t done = 0, refused = 0;
        for (int i = 0; i < 40; ++i) {
            const std::string item = std::to_string(1 + draw(4));
            if (draw(3) == 0) {
                // A lying server hands out whatever it likes.
                device.tablet.pullFrom(
                    device.enterprise, "rectification.reported",
                    {{"of", device.inspection}, {"order", order}, {"findings", {{{"item", item}, {"done", "已补"}}}}});
                continue;
            }
            static constexpr ActKind kKinds[] = {ActKind::delivered, ActKind::verified, ActKind::rejected,
                                                 ActKind::withdrawn, ActKind::extensionRefused};
            auto act = device.act(kKinds[draw(5)], order, {entry(item.c_str())});
            if (act.kind == ActKind::rejected) act.entries[0].day = parseDay("2026-12-30");
            if (act.kind == ActKind::delivered)
                act.delivery = records::Delivery{records::DeliveryWay::electronic, {}, {}, {}, {}, {}};
            act.about = act.kind == ActKind::extensionRefused ? order : "";
            const auto checked = checkAct(device.store(), act);
            const auto line = signAct(device.store(), act);
            REQUIRE(checked.has_value() == line.has_value());
            (line ? done : refused) += 1;
            if (!line) continue;
            const auto row = device.row();
            for (const auto& ignored : row.ignored) CHECK(ignored.hash != line->hash());
        }
        CHECK(done > 0);
        CHECK(refused > 0);
    }
}
