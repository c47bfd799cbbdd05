#include "tests/unit/mobile/kit.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <algorithm>
#include <catch2/catch.hpp>

#include "mobile/backend/text.h"
#include "shared/store/vault_store.h"

namespace plumb::test {

namespace {

// The lines and the document of the store's own fixture, in a vault that a PIN opens.
void furnish(const std::filesystem::path& home, const Instant& now) {
    const Tablet tablet;
    const auto vault = store::createVault(home, kPin, now, {.logN = 12}).value();
    const auto made = store::TabletStore::open(vault.folder, vault.key, [now] { return now; }).value();
    auto profile = tablet.store->profile().value();
    profile.server = "http://127.0.0.1:9";
    REQUIRE(made->saveProfile(profile));
    store::RecordFilter all;
    all.newestFirst = false;
    std::vector<store::TabletStore::PulledLine> lines;
    for (const auto& row : tablet.store->records(all)) {
        auto line = tablet.store->line(row.hash).value();
        auto payload = record::parsePayload(line.payload()).value();
        lines.push_back({row.logIndex.value(), std::move(line), std::move(payload)});
    }
    std::sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.index < b.index; });
    REQUIRE(made->takePulled(lines, lines.size()));
    REQUIRE(made->importFile(asBytes(readFile(std::string(PLUMB_SOURCE_DIR) + "/assets/checklists/6a.json")),
                             "application/json"));
    REQUIRE(store::nameVault(vault.folder, profile.personName, "inspector", tablet.device.kid()));
}

}  // namespace

Bench::Bench() : m_home(mobile::qs(m_folder.path.string())) {
    furnish(m_folder.path, now);
    mobile::Options options;
    options.home = m_home;
    m_settings = std::make_unique<mobile::Settings>(options);
    restart();
}

void Bench::restart() {
    m_backend.reset();
    m_backend = std::make_unique<mobile::Backend>(m_home, [this] { return now; });
}

mobile::Desk::Unlocked Bench::unlock() {
    std::optional<mobile::Desk::Unlocked> out;
    const auto folder = mobile::qs(store::peopleOf(mobile::ss(m_home)).at(0).folder.string());
    m_backend->ask(
        m_backend.get(), [folder](mobile::Desk& desk) { return desk.unlock(folder, kPin); },
        [&](Result<mobile::Desk::Unlocked> unlocked) {
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
    while (!holds() && since.elapsed() < 10'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
    REQUIRE(holds());
}

}  // namespace plumb::test
