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
    crypto::PrivateKey colleague = crypto::PrivateKey::generate(crypto::Suite::eddsa);  // an inspector's
    domain::Grant grant;                                                                // of this device
    std::unique_ptr<store::TabletStore> store;
    std::string checklistId = "6a";

    explicit Tablet(domain::Grant granted = {domain::Role::inspector, {"6203"}, {}});
    // Opens the same folder again, as after a restart.
    void reopen();
    // A document (of any checklist, or a newer version of one) that the administrator published and the tablet pulled.
    // `more`: what the publication says beside what the document does.
    Sha256 publishChecklist(const std::string& document, const json::object& more = {});
    // Says of a published document why nothing begins on it any more.
    void withdrawChecklist(const std::string& document, const std::string& reason);
    // A round of self-assessment for all sites of region 62, pulled.
    void openRound(const std::string& id, const std::string& checklist, const Sha256& document, bool closed = false);
    // This device's key may do this, too, from here on.
    void grantDevice(domain::Role role, const std::vector<std::string>& sites);
    // Somebody else with a key, enrolled and pulled.
    crypto::PrivateKey enrolOther(const std::string& personId, const std::string& name, const domain::Grant& other);
    // A record that somebody else signed about the site "yongchang", pulled; gives its id.
    std::string pullFrom(const crypto::PrivateKey& by, const std::string& type, json::object body,
                         std::vector<record::FileRef> files = {});
    // What is pulled next stands at this place of the log.
    void jumpTo(std::uint64_t index) { m_index = index; }
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
    // An inspection that a colleague signed on another tablet, pulled; gives the record's id.
    std::string pullInspection(json::object body);

  private:
    void pull(const crypto::PrivateKey& by, record::Payload payload);
    void enrol();
    void publish();

    std::uint64_t m_index = 0, m_adminSeq = 3;
};

// The body of an inspection with what every one has and `body` leaves out.
json::object wholeBody(json::object body = {});
// A small whole PNG.
std::string pngBytes();
std::string readFile(const std::filesystem::path& file);

}  // namespace plumb::test
