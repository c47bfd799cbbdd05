#include "tests/unit/mobile/records.h"

#include <catch2/catch.hpp>

#include "mobile/check/check_model.h"
#include "mobile/sign/sign_model.h"
#include "mobile/ui/text.h"
#include "shared/base/uuid.h"

namespace plumb::test {

std::unique_ptr<store::TabletStore> connect(Bench& bench) {
    const auto unlocked = bench.unlock();
    return store::TabletStore::open(unlocked.folder, unlocked.key, [&bench] { return bench.now; }).value();
}

QString signSmall(Bench& bench, bool test) {
    mobile::CheckModel check(bench.store(), nullptr);
    check.begin("yongchang", "small", test);
    waitFor([&] { return check.isOpen(); });
    check.editor()->setFact("product", "vegetable");
    for (const auto& [item, question, answer] :
         {std::tuple{"a", "a_c", "pass"}, std::tuple{"b", "b_n", "2"}, std::tuple{"d", "d_c", "fail"}}) {
        check.place()->goTo(item);
        check.editor()->answer(question, answer);
    }
    mobile::SignModel sign(bench.store(), check, nullptr);
    sign.prepare();
    waitFor([&] { return sign.settled(); });
    sign.sayRefusal("有异议", "见证人", "", {}, "");
    sign.seal(kPin, "", "");
    waitFor([&] { return !sign.busy(); });
    INFO(sign.problem().toStdString());
    REQUIRE_FALSE(sign.sealedId().isEmpty());
    return sign.sealedId();
}

namespace {

QString pull(Bench& bench, std::uint64_t index, const std::string& type, const std::vector<record::FileRef>& files,
             json::object body, const crypto::PrivateKey& by) {
    record::Payload payload;
    payload.id = makeUuid7(bench.now.utc);
    payload.type = type;
    payload.seq = index;
    payload.prev = Sha256{};  // a line that is not on this device
    payload.at = bench.now;
    payload.site = "yongchang";
    payload.region = "620321";
    payload.files = files;
    payload.body = std::move(body);
    auto line = record::Line::sign(by, record::formatPayload(payload));
    const auto id = mobile::qs(payload.id);
    REQUIRE(connect(bench)->takePulled({{index, std::move(line), std::move(payload)}}));
    return id;
}

}  // namespace

QString pullInspection(Bench& bench, std::uint64_t index, const std::vector<record::FileRef>& files,
                       json::object body) {
    return pull(bench, index, "inspection.submitted", files, wholeBody(std::move(body)), bench.deviceKey());
}

QString pullByColleague(Bench& bench, std::uint64_t index, const std::string& type, json::object body,
                        const std::vector<record::FileRef>& files) {
    return pull(bench, index, type, files, std::move(body), bench.colleagueKey());
}

QString pullByStranger(Bench& bench, std::uint64_t index, const std::string& type, json::object body) {
    return pull(bench, index, type, {}, std::move(body), crypto::PrivateKey::generate(bench.deviceKey().suite()));
}

}  // namespace plumb::test
