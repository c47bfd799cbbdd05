// To which addresses a receiver's call may go. A registered URL makes this server connect to somewhere; it must never
// be led to what only this machine or its network reaches: loopback, private and link-local networks, and all else that
// the IANA special-purpose registries (RFC 6890) list as not globally reachable, IPv4 inside IPv6 included. An operator
// allows networks of her own by name. Immutable; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

struct sockaddr;

namespace plumb::server {

// IPv6, or IPv4 as ::ffff:a.b.c.d.
using NetAddress = std::array<std::uint8_t, 16>;
// Of a numeric text, of a socket's address; none for anything else, a zone ("fe80::1%eth0") too.
std::optional<NetAddress> netAddress(std::string_view text);
std::optional<NetAddress> netAddress(const sockaddr& address);

class AddressRule {
  public:
    AddressRule() = default;
    // "10.20.0.0/16", "192.168.7.4", "fd12::/48". Malformed "bad_network".
    static Result<AddressRule> allowing(const std::vector<std::string>& networks);

    [[nodiscard]] bool allows(const NetAddress& address) const;

  private:
    struct Network {
        NetAddress base{};
        unsigned bits = 0;  // of 128
        [[nodiscard]] bool holds(const NetAddress& address) const;
    };
    static std::optional<Network> network(std::string_view text);
    static const std::vector<Network>& unreachable(bool four);

    std::vector<Network> m_allowed;
};

}  // namespace plumb::server
