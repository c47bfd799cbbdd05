// The administrator of a fleet: enrols by an invitation of her own, or comes with a home that `plumb` made, publishes
// the checklists and sites that the fleet works with, and invites its tablets. Throws std::runtime_error with a
// sentence where the server does not take it. One thread.
#pragma once

#include <filesystem>

#include "shared/domain/grant.h"
#include "shared/domain/invitation.h"
#include "shared/store/tablet_store.h"
#include "tools/province/answer_book.h"

namespace plumb::fleet {

constexpr const char* kPin = "246810";  // of the homes that the fleet makes, which it throws away

struct FleetSite {
    std::string id, region;
    double latitude = 0, longitude = 0;
};

class Office {
  public:
    // `home` is made; `server`: another address than the invitation's, or "".
    static Office enrolled(const std::filesystem::path& home, domain::Invitation invitation, const std::string& server);
    // The first person of a home who is enrolled, as `plumb` has it.
    static Office ofHome(const std::filesystem::path& home, const std::string& pin, const std::string& server);

    void publish(const std::vector<const province::AnswerBook*>& books, const std::vector<FleetSite>& sites);
    // Invitations to the server's own address, of one role over these regions.
    std::vector<domain::Invitation> invite(const std::vector<std::string>& names, domain::Role role,
                                           const std::vector<std::string>& regions);
    [[nodiscard]] const std::string& server() const { return m_server; }

  private:
    explicit Office(std::unique_ptr<store::TabletStore> store, const std::string& server);
    void deliver(const std::vector<Sha256>& lines);

    std::unique_ptr<store::TabletStore> m_store;
    std::string m_server;
};

// Made up; the same for the same number. Regions are taken in turn from those of `counties` counties.
std::vector<FleetSite> fleetSites(std::size_t count, std::size_t counties);
// The first so many.
std::vector<std::string> countiesOf(std::size_t count);

}  // namespace plumb::fleet
