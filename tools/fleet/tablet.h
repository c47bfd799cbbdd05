// One tablet of a fleet: the store, the derived tables and the sync engine that the app has, behind a link of its own.
// What it does is drawn from the fleet's seed; when it says that it did it is the machine's own clock, since a server
// with a true one would correct every line of a device with another.
//
// Each call belongs to one thread at a time, whichever; stop() may be called from any.
#pragma once

#include <filesystem>

#include "shared/domain/invitation.h"
#include "shared/store/derived/derived_tables.h"
#include "shared/sync/engine.h"
#include "tools/faultproxy/proxy.h"
#include "tools/fleet/meter.h"
#include "tools/fleet/office.h"
#include "tools/fleet/plan.h"

namespace plumb::fleet {

using Books = std::map<std::string, province::AnswerBook>;

struct TabletOptions {
    std::string name;
    std::filesystem::path home;  // is made
    domain::Invitation invitation;
    std::string link = "";   // the script of its link, once it is in the field
    std::uint64_t seed = 1;  // of the fleet
    std::uint64_t linkSeed = 1;
    std::size_t photoBytes = 200'000;
    int mostTries = 400;  // of one sync
};

// What was signed, and what the fleet's acts are told by: nothing that keys, ids or clocks have a part in.
struct Signed {
    Sha256 line;
    std::string id;
    std::vector<Sha256> files;  // that belong to it, its trail among them
    std::size_t photos = 0, findings = 0;
    std::string told;
};

struct Synced {
    bool done = false;
    std::string problem;  // why not
    int tries = 0;
    std::size_t pulled = 0;  // lines
    Milliseconds took{0};
    std::optional<Milliseconds> linesAfter;  // until its last lines were in the log
};

class Tablet {
  public:
    // Enrols over a perfect link, and syncs until all that was published is here. Throws std::runtime_error.
    Tablet(fault::Loop& loop, TabletOptions options);

    // From now on the link is what its script says.
    void goToField();
    // And good again.
    void comeHome();

    // Throws where the checklist cannot be filled: its book is wrong then, or the store.
    const Signed& inspect(const Visit& visit, const FleetSite& site, const Books& books);
    // Until all that waits here is proved and there, or nothing helps; a broken link is tried again after a pause.
    Synced sync();
    // Waits for what is new on the feed; true when something came.
    Result<bool> listen(std::chrono::seconds wait);
    void stop() { m_engine->stop(); }
    void follow();  // the derived tables, as the app does after each sync

    [[nodiscard]] const std::string& name() const { return m_options.name; }
    [[nodiscard]] store::TabletStore& store() const { return *m_store; }
    [[nodiscard]] const store::DerivedTables& tables() const { return *m_tables; }
    [[nodiscard]] Meter& meter() { return m_meter; }
    [[nodiscard]] const std::vector<Signed>& signedHere() const { return m_signed; }
    [[nodiscard]] fault::LinkCounts counts() const { return m_proxy->counts(); }
    // A connection of its own with this tablet's rights, over its link.
    [[nodiscard]] std::unique_ptr<sync::ServerLink> link() const;

  private:
    Result<void> fill(const store::DraftRow& draft, const Visit& visit, const FleetSite& site,
                      const province::AnswerBook& book);

    TabletOptions m_options;
    std::unique_ptr<fault::Proxy> m_proxy;
    std::unique_ptr<store::TabletStore> m_store;
    std::shared_ptr<store::DerivedTables> m_tables;
    Meter m_meter;
    std::unique_ptr<sync::Engine> m_engine;
    std::vector<Signed> m_signed;
};

}  // namespace plumb::fleet
