#include "tests/unit/store/store_fixture.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "shared/base/uuid.h"
#include "shared/crypto/hash.h"
#include "shared/domain/trust_body.h"

namespace plumb::test {
namespace {

record::Payload payloadOf(const Instant& at, std::string type, std::uint64_t seq, json::object body) {
    record::Payload payload;
    payload.id = makeUuid7(at.utc);
    payload.type = std::move(type);
    payload.seq = seq;
    if (seq > 1) payload.prev = Sha256{};
    payload.at = at;
    payload.body = std::move(body);
    return payload;
}

void need(const Result<void>& done) {
    if (!done) throw std::runtime_error(done.error().detail);
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "plumb-test-XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
    path = pattern;
}
TemporaryFolder::~TemporaryFolder() {
    std::filesystem::remove_all(path);
}

std::string readFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::string pngBytes() {
    // 1×1, one grey pixel.
    return std::string(asText(
        fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
            .value()));
}

Tablet::Tablet(domain::Grant granted) : grant(std::move(granted)) {
    reopen();
    enrol();
    publish();
}

void Tablet::reopen() {
    store.reset();
    store = store::TabletStore::open(folder.path, key, [this] { return now; }).value();
}

void Tablet::enrol() {
    store::Profile profile;
    profile.personName = "检查员甲";
    profile.personId = "p2";
    profile.grants = {grant};
    profile.rootKid = root.kid();
    profile.secret = device.secret();
    profile.enrolled = true;
    need(store->saveProfile(profile));
}

void Tablet::publish() {
    const Instant later{now.utc + std::chrono::hours(240), now.offset};
    const auto adminInvite = crypto::PrivateKey::generate(crypto::Suite::es256),
               deviceInvite = crypto::PrivateKey::generate(crypto::Suite::es256),
               colleagueInvite = crypto::PrivateKey::generate(crypto::Suite::es256);
    const auto rootKey = root.publicKey();
    std::vector<record::Line> lines;
    const auto sign = [&](const crypto::PrivateKey& by, const record::Payload& payload) {
        lines.push_back(record::Line::sign(by, record::formatPayload(payload)));
    };
    sign(root, payloadOf(now, "invite.issued", 1,
                         domain::inviteBody(adminInvite.publicKey(), "p1", "管理员",
                                            {{domain::Role::administrator, {""}, {}}}, later, &rootKey)));
    lines.push_back(domain::enrolLine(adminInvite, admin, "desk", now));
    sign(admin, payloadOf(now, "invite.issued", 1,
                          domain::inviteBody(deviceInvite.publicKey(), "p2", "检查员甲", {grant}, later)));
    lines.push_back(domain::enrolLine(deviceInvite, device, "tablet", now));
    sign(admin, payloadOf(now, "invite.issued", 4,
                          domain::inviteBody(colleagueInvite.publicKey(), "p3", "检查员丙",
                                             {{domain::Role::inspector, {"6203"}, {}}}, later)));
    lines.push_back(domain::enrolLine(colleagueInvite, colleague, "another tablet", now));
    auto site = payloadOf(now, "site.published", 2,
                          {{"id", "yongchang"},
                           {"name", "永昌县设施蔬菜标准化示范区"},
                           {"region", "620321"},
                           {"programme", "农业标准化示范区"},
                           {"sector", "设施蔬菜"}});
    site.region = "620321";
    site.site = "yongchang";
    sign(admin, site);
    const std::string document = readFile(std::string(PLUMB_SOURCE_DIR) + "/assets/checklists/6a.json");
    const auto file = store->importFile(asBytes(document), "application/json").value();
    const auto read = parseJson(document).value();
    checklistId = textOr(read.get_object(), "id");
    sign(admin,
         payloadOf(
             now, "checklist.published", 3,
             {{"id", checklistId}, {"version", textOr(read.get_object(), "version")}, {"sha256", file.sha256.hex()}}));
    std::vector<store::TabletStore::PulledLine> pulled;
    for (auto& line : lines) {
        auto payload = record::parsePayload(line.payload()).value();
        const std::uint64_t index = pulled.size();
        pulled.push_back({index, std::move(line), std::move(payload)});
    }
    need(store->takePulled(pulled));
    m_index = pulled.size();
    m_adminSeq = 4;
}

void Tablet::pull(const crypto::PrivateKey& by, record::Payload payload) {
    auto line = record::Line::sign(by, record::formatPayload(payload));
    const auto index = m_index++;
    need(store->takePulled({{index, std::move(line), std::move(payload)}}));
}

crypto::PrivateKey Tablet::enrolOther(const std::string& personId, const std::string& name,
                                      const domain::Grant& other) {
    auto out = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    const auto invite = crypto::PrivateKey::generate(crypto::Suite::es256);
    const Instant later{now.utc + std::chrono::hours(240), now.offset};
    now.utc += std::chrono::seconds(1);
    pull(admin, payloadOf(now, "invite.issued", ++m_adminSeq,
                          domain::inviteBody(invite.publicKey(), personId, name, {other}, later)));
    auto line = domain::enrolLine(invite, out, "another device", now);
    auto payload = record::parsePayload(line.payload()).value();
    need(store->takePulled({{m_index++, std::move(line), std::move(payload)}}));
    return out;
}

void Tablet::grantDevice(domain::Role role, const std::vector<std::string>& sites) {
    now.utc += std::chrono::seconds(1);
    pull(admin, payloadOf(now, "role.granted", ++m_adminSeq,
                          domain::toBody(domain::RoleChangeBody{device.kid(), {{role, {"6203"}, sites}}, "both"})));
}

std::string Tablet::pullFrom(const crypto::PrivateKey& by, const std::string& type, json::object body,
                             std::vector<record::FileRef> files) {
    now.utc += std::chrono::seconds(1);
    auto payload = payloadOf(now, type, 1, std::move(body));
    payload.site = "yongchang";
    payload.region = "620321";
    payload.files = std::move(files);
    const auto id = payload.id;
    pull(by, std::move(payload));
    return id;
}

void Tablet::openRound(const std::string& id, const std::string& checklist, const Sha256& document, bool closed) {
    now.utc += std::chrono::seconds(1);
    json::object body{{"id", id},
                      {"title", {{"zh", "2026 年度自评"}}},
                      {"checklist", {{"id", checklist}, {"version", "1"}, {"sha256", document.hex()}}},
                      {"opens", "2026-11-01"},
                      {"closes", "2026-12-31"}};
    if (closed) body["closed"] = true;
    auto payload = payloadOf(now, "round.published", ++m_adminSeq, std::move(body));
    payload.region = "62";
    pull(admin, std::move(payload));
}

Sha256 Tablet::publishChecklist(const std::string& document, const json::object& more) {
    const auto file = store->importFile(asBytes(document), "application/json").value();
    const auto read = parseJson(document).value();
    now.utc += std::chrono::seconds(1);
    json::object body{{"id", textOr(read.get_object(), "id")},
                      {"version", textOr(read.get_object(), "version")},
                      {"sha256", file.sha256.hex()}};
    for (const char* member : {"programmes", "sectors"}) {
        if (const auto* names = read.get_object().if_contains(member)) body[member] = *names;
    }
    for (const auto& member : more) body[member.key()] = member.value();
    pull(admin, payloadOf(now, "checklist.published", ++m_adminSeq, std::move(body)));
    return file.sha256;
}

void Tablet::withdrawChecklist(const std::string& document, const std::string& reason) {
    const auto read = parseJson(document).value();
    now.utc += std::chrono::seconds(1);
    pull(admin, payloadOf(now, "checklist.published", ++m_adminSeq,
                          {{"id", textOr(read.get_object(), "id")},
                           {"version", textOr(read.get_object(), "version")},
                           {"sha256", crypto::sha256(asBytes(document)).hex()},
                           {"withdrawn", reason}}));
}

void Tablet::publishSite(const std::string& id, const std::string& name) {
    auto site = payloadOf(now, "site.published", ++m_adminSeq, {{"id", id}, {"name", name}, {"region", "620321"}});
    site.region = "620321";
    site.site = id;
    pull(admin, std::move(site));
}

void Tablet::revokeDevice() {
    now.utc += std::chrono::seconds(1);
    pull(admin, payloadOf(now, "key.revoked", ++m_adminSeq, {{"key", device.kid()}, {"reason", "lost"}}));
}

void Tablet::becomeEnterprise() {
    const domain::Grant own{domain::Role::enterprise, {}, {"yongchang"}};
    for (const auto& key : {device.kid(), colleague.kid()}) {
        now.utc += std::chrono::seconds(1);
        pull(admin, payloadOf(now, "role.granted", ++m_adminSeq,
                              {{"key", key},
                               {"grants", {{{"role", "enterprise"}, {"regions", {"6203"}}, {"sites", {"yongchang"}}}}},
                               {"reason", "企业自评"}}));
    }
    auto profile = store->profile().value();
    profile.grants = {own};
    need(store->saveProfile(profile));
}

void Tablet::publishRound(const std::string& checklist, const Sha256& document, const std::string& opens,
                          const std::string& closes, bool closed) {
    now.utc += std::chrono::seconds(1);
    json::object body{{"id", "gs-2026"},
                      {"title", {{"zh", "2026 年度自评"}, {"en", "Self-assessment 2026"}}},
                      {"checklist", {{"id", checklist}, {"version", "1"}, {"sha256", document.hex()}}},
                      {"opens", opens},
                      {"closes", closes}};
    if (closed) body["closed"] = true;
    auto payload = payloadOf(now, "round.published", ++m_adminSeq, std::move(body));
    payload.region = "6203";
    pull(admin, std::move(payload));
}

json::object wholeBody(json::object body) {
    const json::object plain{{"kind", "supervision"},
                             {"answers", json::object()},
                             {"na", json::object()},
                             {"notes", json::object()},
                             {"checklist", {{"id", "6a"}, {"version", "1"}, {"sha256", std::string(64, 'a')}}},
                             {"started", "2026-11-22T08:00:00.000+08:00"},
                             {"finished", "2026-11-22T09:00:00.000+08:00"},
                             {"score", {{"points", 90'000}, {"max", 100'000}, {"grade", "good"}}}};
    for (const auto& member : plain) body.insert(member);
    if (auto* used = body.at("checklist").if_object())
        used->insert(json::object::value_type("sha256", std::string(64, 'a')));
    return body;
}

std::string Tablet::pullInspection(json::object body) {
    body = wholeBody(std::move(body));
    now.utc += std::chrono::seconds(1);
    auto payload = payloadOf(now, "inspection.submitted", 1, std::move(body));
    payload.site = "yongchang";
    payload.region = "620321";
    const auto id = payload.id;
    pull(colleague, std::move(payload));
    return id;
}

}  // namespace plumb::test
