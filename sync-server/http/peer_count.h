// How many connections each address has open. The network's thread only.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <string>
#include <unordered_map>

namespace plumb::server {

// What counts as one address: an IPv4 address; of IPv6 the 64 bits of its network, since a single machine chooses
// among all of the others.
std::string peerGroup(const boost::asio::ip::address& address);

class PeerCount {
  public:
    explicit PeerCount(std::size_t most) : m_most(most) {}

    // False where the address has as many as it may: nothing is counted then.
    [[nodiscard]] bool enter(const std::string& group);
    void leave(const std::string& group);

  private:
    std::size_t m_most;
    std::unordered_map<std::string, std::size_t> m_open;  // those that have any
};

}  // namespace plumb::server
