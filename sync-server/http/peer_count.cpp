#include "sync-server/http/peer_count.h"

#include <algorithm>

namespace plumb::server {

std::string peerGroup(const boost::asio::ip::address& address) {
    namespace ip = boost::asio::ip;
    if (address.is_v4()) return address.to_string();
    auto v6 = address.to_v6();
    if (v6.is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, v6).to_string();
    auto bytes = v6.to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), std::uint8_t{0});
    return ip::address_v6(bytes).to_string() + "/64";
}

bool PeerCount::enter(const std::string& group) {
    auto& open = m_open[group];
    if (open >= m_most) {
        if (open == 0) m_open.erase(group);
        return false;
    }
    ++open;
    return true;
}

void PeerCount::leave(const std::string& group) {
    const auto found = m_open.find(group);
    if (found != m_open.end() && --found->second == 0) m_open.erase(found);
}

}  // namespace plumb::server
