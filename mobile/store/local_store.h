// The store of whoever is at the tablet: opened once the PIN was right, closed on locking. It lives on the vault thread
// and is used there alone; store_thread.h brings work to it and answers back. The work itself stands in the features,
// as free blocking functions over a LocalStore. Failures of the machinery throw and are caught at that edge.
#pragma once

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>

#include "mobile/store/published.h"
#include "shared/store/derived/derived_tables.h"
#include "shared/store/photo_metadata.h"
#include "shared/store/tablet_store.h"

namespace plumb::mobile {

// The setting by which the store remembers where the person was, so that a killed app comes back there.
inline constexpr const char* kOpenDraft = "open_draft";

class LocalStore {
  public:
    LocalStore(std::filesystem::path home, Clock clock) : m_home(std::move(home)), m_clock(std::move(clock)) {}

    // The folder of all people of this tablet.
    [[nodiscard]] const std::filesystem::path& home() const { return m_home; }
    // The tablet's own clock, right or wrong: waits are measured by it.
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] Instant now() const { return m_clock(); }

    // With the derived tables of that store. What the person before left is forgotten.
    void take(std::unique_ptr<store::TabletStore> opened);
    void close();

    // Refused "locked" while nobody is signed in.
    [[nodiscard]] Result<store::TabletStore*> opened() const;
    // Another number whenever somebody's store was taken or closed: by it, work that was begun for one person is not
    // finished in the next one's store. Any thread.
    [[nodiscard]] std::uint64_t opening() const { return m_opening; }
    // Of the person who signed in last; empty where nobody has.
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

    // Followed up to what is stored now, or by so much that nobody waits for it: complete() says which; the index
    // thread does the rest (record/record_finder.h). REQUIRES: opened().
    [[nodiscard]] store::DerivedTables& derived();
    // For the index thread. REQUIRES: opened().
    [[nodiscard]] std::shared_ptr<store::DerivedTables> sharedDerived() const { return m_derived; }
    // REQUIRES: opened().
    [[nodiscard]] Published& published() { return *m_published; }
    // What the camera wrote into a photo; read once, since a record's page is filled anew whenever a sync wrote
    // something. REQUIRES: opened().
    const store::PhotoMetadata& photoFacts(const Sha256& photo);

  private:
    std::filesystem::path m_home, m_folder;
    Clock m_clock;
    std::atomic<std::uint64_t> m_opening = 0;
    std::unique_ptr<store::TabletStore> m_store;
    std::shared_ptr<store::DerivedTables> m_derived;
    std::optional<Published> m_published;
    std::map<Sha256, store::PhotoMetadata> m_photoFacts;  // immutable, by the photo's hash
};

}  // namespace plumb::mobile
