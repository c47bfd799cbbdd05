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
    // A document (of any checklist, or a newer version of one) that the administrator published and the tablet pulled.
    Sha256 publishChecklist(const std::string& document);
    // A site of region 620321, pulled.
    void publishSite(const std::string& id, const std::string& name);
    // The administrator revoked this tablet's own key, and the tablet pulled that.
    void revokeDevice();
    // From now on the tablet is the enterprise's of the site yongchang and nobody else's, and the colleague is one of
    // hers.
    void becomeEnterprise();
    // A round of self-assessment of this site, pulled: "gs-2026" by the newest version of `checklist`.
    void publishRound(const std::string& checklist, const Sha256& document, const std::string& opens,
                      const std::string& closes, bool closed = false);
    // What the colleague answered of that round on another device, pulled.
    Sha256 pullContribution(json::object body);
    // An inspection that a colleague signed on another tablet, pulled; gives the record's id.
    std::string pullInspection(json::object body);

  private:
    void pull(const crypto::PrivateKey& by, record::Payload payload);
    void enrol();
    void publish();

    crypto::PrivateKey m_colleague = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    std::uint64_t m_index = 0, m_adminSeq = 3, m_colleagueSeq = 0;
};

// The body of an inspection with what every one has and `body` leaves out.
json::object wholeBody(json::object body = {});
// A small whole PNG.
std::string pngBytes();
std::string readFile(const std::filesystem::path& file);

}  // namespace plumb::test
