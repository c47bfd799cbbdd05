// A tablet's store in a folder of its own, with an enrolled inspector, a published site and the checklist 6a, all made
// with real keys; the clock is the test's.
#pragma once

#include <filesystem>

#include "shared/store/inspection_sign.h"
#include "shared/store/tablet_store.h"

namespace plumb::test {

class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    std::filesystem::path path;
};

struct Tablet {
    TemporaryFolder folder;
    Instant now = parseInstant("2026-11-22T08:15:30.123+08:00").value();
    crypto::DataKey key = crypto::DataKey::generate();
    crypto::PrivateKey root = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    crypto::PrivateKey admin = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    crypto::PrivateKey device = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    std::unique_ptr<store::TabletStore> store;
    std::string checklistId = "6a";

    Tablet();
    // Opens the same folder again, as after a restart.
    void reopen();

  private:
    void enrol();
    void publish();
};

// A small whole PNG.
std::string pngBytes();
std::string readFile(const std::filesystem::path& file);

}  // namespace plumb::test
