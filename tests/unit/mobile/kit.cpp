#include "tests/unit/mobile/kit.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>
#include <algorithm>
#include <catch2/catch.hpp>

#include "mobile/people/person_info.h"
#include "mobile/people/unlocking.h"
#include "mobile/ui/text.h"
#include "shared/records/planning/task.h"
#include "shared/records/review/body.h"
#include "shared/store/vault_store.h"
#include "tests/unit/store/documents.h"

namespace plumb::test {

namespace {

// The lines and the documents of the store's own fixture.
void copy(Tablet& from, store::TabletStore& to) {
    store::RecordFilter all;
    all.newestFirst = false;
    std::vector<store::TabletStore::PulledLine> lines;
    for (const auto& row : from.store->records(all)) {
        auto line = from.store->line(row.hash).value();
        auto payload = record::parsePayload(line.payload()).value();
        if (payload.type == "checklist.published") {
            const auto document = Sha256::fromHex(textOr(payload.body, "sha256")).value();
            REQUIRE(to.importFile(from.store->vault().get(document).value(), "application/json"));
        }
        lines.push_back({row.logIndex.value(), std::move(line), std::move(payload)});
    }
    std::sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.index < b.index; });
    REQUIRE(to.takePulled(lines));
}

// In a vault that a PIN opens.
void furnish(Tablet& tablet, const std::filesystem::path& home, const Instant& now, const char* pin,
             const store::Profile& whose, const std::string& kid) {
    const auto vault = store::createVault(home, pin, now, {.logN = 12}).value();
    const auto made = store::TabletStore::open(vault.folder, vault.key, [now] { return now; }).value();
    auto profile = whose;
    profile.server = "http://127.0.0.1:9";
    REQUIRE(made->saveProfile(profile));
    copy(tablet, *made);
    REQUIRE(store::nameVault(vault.folder, profile.personName, "inspector", kid));
}

}  // namespace

Bench::Bench(const domain::Grant& grant) : m_source(grant), m_home(mobile::qs(m_folder.path.string())) {
    furnish(m_source, m_folder.path, now, kPin, m_source.store->profile().value(), m_source.device.kid());
    m_settings = std::make_unique<mobile::Settings>(m_home);
    restart();
}

void Bench::addColleague() {
    auto profile = m_source.store->profile().value();
    profile.personName = kColleague;
    profile.personId = "p3";
    profile.secret = m_source.colleague.secret();
    furnish(m_source, m_folder.path, now, kColleaguePin, profile, m_source.colleague.kid());
}

void Bench::restart() {
    m_store.reset();
    m_store = std::make_unique<mobile::StoreThread>(m_home, [this] { return now; });
}

void Bench::publish(const std::string& document, const json::object& more) {
    m_source.publishChecklist(document, more);
    pull();
}

void Bench::withdraw(const std::string& document, const std::string& reason) {
    m_source.withdrawChecklist(document, reason);
    pull();
}

void Bench::publishSites(int count, int first) {
    for (int n = first; n < first + count; ++n) {
        const auto number = std::to_string(n);
        m_source.publishSite("many-" + number, "示范区 " + number);
    }
    pull();
}

void Bench::becomeEnterprise(const std::string& opens, const std::string& closes) {
    m_small = m_source.publishChecklist(smallDocument(1));
    m_source.becomeEnterprise();
    m_source.publishRound("small", m_small, opens, closes);
    pull();
    takeGrants();
}

void Bench::closeRound() {
    m_source.publishRound("small", m_small, "2026-11-16", "2026-11-20", true);
    pull();
}

void Bench::contributeElsewhere(json::object items) {
    m_source.pullFrom(m_source.colleague, "assessment.contributed",
                      {{"round", "gs-2026"},
                       {"checklist", {{"id", "small"}, {"version", "1"}, {"sha256", m_small.hex()}}},
                       {"items", std::move(items)}});
    pull();
}

void Bench::returnRecord(const QString& id, const Sha256& hash, const std::string& comment) {
    // The log has it first; what waits here comes after all that the log has.
    const auto unlocked = unlock();
    const auto other = store::TabletStore::open(unlocked.folder, unlocked.key, [this] { return now; }).value();
    REQUIRE(other->markSent(hash));
    REQUIRE(other->markProved(hash, 500, 501));
    m_source.jumpTo(1000);
    m_source.pullFrom(m_source.colleague, "review.returned",
                      records::toBody(records::ReviewBody{mobile::ss(id), hash, comment, {}}));
    pull();
}

QString Bench::assignTask(const std::string& due) {
    records::Task task;
    task.checklist = m_source.checklistId;
    task.team = {m_source.store->profile().value().personId};
    task.due = parseDay(due).value();
    task.asked = dayOf(now);
    return assign(records::toBody(task));
}

void Bench::takeGrants() {
    const auto unlocked = unlock();
    const auto other = store::TabletStore::open(unlocked.folder, unlocked.key, [this] { return now; }).value();
    auto profile = other->profile().value();
    profile.grants = m_source.store->profile().value().grants;
    REQUIRE(other->saveProfile(profile));
}

QString Bench::assign(json::object body) {
    if (!m_supervisor) m_supervisor = m_source.enrolOther("p9", "审核员丁", {domain::Role::supervisor, {"6203"}, {}});
    const auto id = m_source.pullFrom(*m_supervisor, "task.assigned", std::move(body));
    pull();
    return mobile::qs(id);
}

void Bench::revoke() {
    m_source.revokeDevice();
    pull();
}

void Bench::pull() {
    const auto unlocked = unlock();
    const auto other = store::TabletStore::open(unlocked.folder, unlocked.key, [this] { return now; }).value();
    copy(m_source, *other);
}

void Bench::wait(const std::function<bool()>& holds) {
    waitFor(holds);
}

mobile::Unlocked Bench::unlock() {
    std::optional<mobile::Unlocked> out;
    const auto folder = mobile::qs(store::peopleOf(mobile::ss(m_home)).at(0).folder.string());
    m_store->ask(
        m_store.get(), [folder](mobile::LocalStore& store) { return mobile::unlock(store, folder, kPin); },
        [&](Result<mobile::Unlocked> unlocked) {
            INFO((unlocked ? "" : unlocked.error().code + ": " + unlocked.error().detail));
            REQUIRE(unlocked);
            out = std::move(*unlocked);
        });
    waitFor([&] { return out.has_value(); });
    return *out;
}

void waitFor(const std::function<bool()>& holds) {
    QElapsedTimer since;
    since.start();
    QTimer tick;  // what does not come as an event is looked for by and by
    tick.start(2);
    while (!holds() && since.elapsed() < 30'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    REQUIRE(holds());
}

}  // namespace plumb::test
