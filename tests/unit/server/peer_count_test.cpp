#include "sync-server/http/peer_count.h"

#include <catch2/catch.hpp>

using namespace plumb::server;

TEST_CASE("an address has so many connections and no more, and gets them back") {
    PeerCount peers(2);
    CHECK(peers.enter("a"));
    CHECK(peers.enter("a"));
    CHECK_FALSE(peers.enter("a"));
    CHECK(peers.enter("b"));
    peers.leave("a");
    CHECK(peers.enter("a"));
    CHECK_FALSE(peers.enter("a"));
}

TEST_CASE("of IPv6 the network counts, since one machine has all of its addresses") {
    const auto group = [](const char* text) { return peerGroup(boost::asio::ip::make_address(text)); };
    CHECK(group("2001:db8:1:2::1") == group("2001:db8:1:2:ffff::9"));
    CHECK(group("2001:db8:1:2::1") != group("2001:db8:1:3::1"));
    CHECK(group("192.0.2.1") != group("192.0.2.2"));
    CHECK(group("::ffff:192.0.2.1") == group("192.0.2.1"));
}
