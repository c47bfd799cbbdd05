#include "sync-server/hooks/address_rule.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace plumb::server {
namespace {

constexpr std::uint8_t kMapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

NetAddress mapped(const void* four) {
    NetAddress out{};
    std::copy(std::begin(kMapped), std::end(kMapped), out.begin());
    std::memcpy(out.data() + 12, four, 4);
    return out;
}

// An IPv4 address that an IPv6 one carries and a translator on the way unpacks: NAT64 (RFC 6052), 6to4 (RFC 3056).
std::optional<NetAddress> inside(const NetAddress& address) {
    constexpr std::uint8_t kNat64[12] = {0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};
    if (std::equal(std::begin(kNat64), std::end(kNat64), address.begin())) return mapped(address.data() + 12);
    if (address[0] == 0x20 && address[1] == 0x02) return mapped(address.data() + 2);
    return std::nullopt;
}

}  // namespace

std::optional<NetAddress> netAddress(std::string_view text) {
    const std::string whole(text);
    in_addr four{};
    if (inet_pton(AF_INET, whole.c_str(), &four) == 1) return mapped(&four);
    NetAddress six{};
    if (inet_pton(AF_INET6, whole.c_str(), six.data()) == 1) return six;
    return std::nullopt;
}

std::optional<NetAddress> netAddress(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        sockaddr_in four{};
        std::memcpy(&four, &address, sizeof four);
        return mapped(&four.sin_addr);
    }
    if (address.sa_family == AF_INET6) {
        sockaddr_in6 six{};
        std::memcpy(&six, &address, sizeof six);
        NetAddress out{};
        std::memcpy(out.data(), &six.sin6_addr, out.size());
        return out;
    }
    return std::nullopt;
}

bool AddressRule::Network::holds(const NetAddress& address) const {
    for (unsigned bit = 0; bit < bits; bit += 8) {
        const unsigned wanted = std::min(8u, bits - bit);
        const auto mask = static_cast<std::uint8_t>(0xff << (8 - wanted));
        if ((address[bit / 8] & mask) != (base[bit / 8] & mask)) return false;
    }
    return true;
}

std::optional<AddressRule::Network> AddressRule::network(std::string_view text) {
    const auto slash = std::min(text.find('/'), text.size());
    const auto host = text.substr(0, slash);
    const auto base = netAddress(host);
    if (!base) return std::nullopt;
    const unsigned most = host.find(':') == std::string_view::npos ? 32 : 128;
    unsigned bits = most;
    if (slash < text.size()) {
        const auto length = text.substr(slash + 1);
        const auto read = std::from_chars(length.data(), length.data() + length.size(), bits);
        if (read.ec != std::errc() || read.ptr != length.data() + length.size() || bits > most) return std::nullopt;
    }
    return Network{*base, bits + 128 - most};
}

const std::vector<AddressRule::Network>& AddressRule::unreachable(bool four) {
    const auto all = [](std::initializer_list<const char*> texts) {
        std::vector<Network> out;
        for (const auto* text : texts) out.push_back(network(text).value());
        return out;
    };
    static const auto ofFour = all({"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
                                    "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
                                    "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"});
    // All that is no global unicast, and of that what is set apart.
    static const auto ofSix = all({"::/3", "4000::/2", "8000::/1", "2001::/23", "2001:db8::/32", "3fff::/20"});
    return four ? ofFour : ofSix;
}

Result<AddressRule> AddressRule::allowing(const std::vector<std::string>& networks) {
    AddressRule out;
    for (const auto& text : networks) {
        const auto one = network(text);
        if (!one)
            return fail(ErrorKind::malformed, "bad_network",
                        "\"" + text.substr(0, 60) + "\" is no address or network, as 192.168.7.4 or 10.20.0.0/16");
        out.m_allowed.push_back(*one);
    }
    return out;
}

bool AddressRule::allows(const NetAddress& address) const {
    const auto holds = [&](const Network& network) { return network.holds(address); };
    if (std::any_of(m_allowed.begin(), m_allowed.end(), holds)) return true;
    if (const auto carried = inside(address)) return allows(*carried);
    const bool four = std::equal(std::begin(kMapped), std::end(kMapped), address.begin());
    const auto& never = unreachable(four);
    return std::none_of(never.begin(), never.end(), holds);
}

}  // namespace plumb::server
