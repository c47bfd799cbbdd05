#include "tools/fleet/office.h"

#include <algorithm>
#include <array>

#include "shared/base/uuid.h"
#include "shared/records/reference/site.h"
#include "shared/store/checklist_publication.h"
#include "shared/store/reference.h"
#include "shared/store/vault_store.h"
#include "shared/sync/engine.h"
#include "shared/sync/enrolment.h"
#include "tools/fleet/patient.h"

namespace plumb::fleet {
namespace {

// Cheap to unlock: what they seal is made up.
constexpr crypto::PinCost kCost{10};

struct County {
    const char* code;
    double latitude, longitude;
};
constexpr std::array kCounties{County{"620321", 38.25, 101.97}, County{"620702", 38.93, 100.45},
                               County{"620602", 37.93, 102.64}, County{"620902", 39.73, 98.51},
                               County{"620102", 36.06, 103.83}, County{"621102", 35.58, 104.63},
                               County{"620802", 35.54, 106.67}, County{"621002", 35.73, 107.64}};

[[noreturn]] void refused(const std::string& what, const Error& error) {
    throw std::runtime_error(what + ": " + error.detail + " (" + error.code + ")");
}

template <class T>
T must(Result<T> result, const std::string& what) {
    if (!result) refused(what, result.error());
    return std::move(*result);
}

}  // namespace

std::vector<std::string> countiesOf(std::size_t count) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < std::clamp<std::size_t>(count, 1, kCounties.size()); ++i)
        out.emplace_back(kCounties[i].code);
    return out;
}

std::vector<FleetSite> fleetSites(std::size_t count, std::size_t counties) {
    const auto codes = countiesOf(counties);
    std::vector<FleetSite> out;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& county = kCounties[i % codes.size()];
        const auto step = static_cast<double>(i / codes.size() % 40) * 0.002;
        out.push_back({"fleet-" + std::to_string(i + 1), county.code, county.latitude + step, county.longitude - step});
    }
    return out;
}

Office::Office(std::unique_ptr<store::TabletStore> store, const std::string& server) : m_store(std::move(store)) {
    auto profile = must(m_store->profile(), "the administrator's home");
    if (!server.empty() && server != profile.server) {
        profile.server = server;
        if (const auto saved = m_store->saveProfile(profile); !saved) refused("the administrator", saved.error());
    }
    m_server = profile.server;
    deliver({});
}

Office Office::enrolled(const std::filesystem::path& home, domain::Invitation invitation, const std::string& server) {
    if (!server.empty()) invitation.server = server;
    const auto done =
        must(sync::enrol({home, invitation, kPin, "fleet-office", crypto::Suite::eddsa, kCost}, systemNow),
             "the administrator's enrolment");
    return Office(must(store::TabletStore::open(done.folder, done.key, systemNow), "the administrator's store"), "");
}

Office Office::ofHome(const std::filesystem::path& home, const std::string& pin, const std::string& server) {
    for (const auto& person : store::peopleOf(home)) {
        if (!person.enrolled) continue;
        const auto key = must(store::unlock(person.folder, pin, systemNow()), person.name);
        return Office(must(store::TabletStore::open(person.folder, key, systemNow), person.name), server);
    }
    throw std::runtime_error(home.string() + " is the home of nobody who is enrolled");
}

void Office::deliver(const std::vector<Sha256>& lines) {
    const auto report = must(patient([&] { return sync::Engine(*m_store).run(); }), "the administrator's sync");
    for (const auto& hash : lines) {
        const auto row = m_store->recordByHash(hash);
        if (row && row->state != store::RecordState::proved)
            throw std::runtime_error("the server did not take " + row->type + ": " +
                                     (!row->problem.empty()     ? row->problem
                                      : report.problems.empty() ? "it says nothing of why"
                                                                : report.problems.front()));
    }
}

void Office::publish(const std::vector<const province::AnswerBook*>& books, const std::vector<FleetSite>& sites) {
    std::vector<Sha256> lines;
    const auto published = must(store::checklistsOf(*m_store), "the checklists");
    for (const auto* book : books) {
        auto record =
            must(store::publicationOf(*m_store, book->text, [](const std::string&) { return std::optional<Bytes>(); }),
                 book->document->id);
        const auto hash = Sha256::fromHex(textOr(record.body, "sha256")).value();
        if (std::ranges::any_of(published, [&](const auto& one) { return one.sha256 == hash; })) continue;
        lines.push_back(must(m_store->append(record), book->document->id).hash());
    }
    for (const auto& site : sites) {
        if (store::siteById(*m_store, site.id)) continue;
        records::Site said;
        said.id = site.id;
        said.name = "机队场地 " + site.id.substr(6) + "（示例）";
        said.region = site.region;
        said.latitude = site.latitude;
        said.longitude = site.longitude;
        store::NewRecord record;
        record.type = "site.published";
        record.site = site.id;
        record.region = site.region;
        record.body = records::toBody(said);
        lines.push_back(must(m_store->append(record), site.id).hash());
    }
    if (!lines.empty()) deliver(lines);
}

std::vector<domain::Invitation> Office::invite(const std::vector<std::string>& names, domain::Role role,
                                               const std::vector<std::string>& regions) {
    const auto profile = must(m_store->profile(), "the administrator's home");
    std::vector<domain::Invitation> out;
    std::vector<Sha256> lines;
    const auto now = systemNow();
    for (const auto& name : names) {
        const auto key = crypto::PrivateKey::generate(crypto::Suite::es256);
        store::NewRecord record;
        record.type = "invite.issued";
        record.body = domain::inviteBody(key.publicKey(), makeUuid7(now.utc), name, {{role, regions, {}}},
                                         {now.utc + std::chrono::hours(24), now.offset}, nullptr, {}, true);
        lines.push_back(must(m_store->append(record), "an invitation").hash());
        out.push_back({m_server, profile.pin, profile.logKey, profile.rootKid, key.suite(), key.secret()});
    }
    deliver(lines);
    return out;
}

}  // namespace plumb::fleet
