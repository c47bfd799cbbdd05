#include <catch2/catch.hpp>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"

using namespace plumb;
using crypto::HashName;

TEST_CASE("digests are those of RFC 1321 and FIPS 180-4") {
    const auto [name, text, wanted] = GENERATE(table<HashName, std::string, std::string>({
        {HashName::md5, "", "d41d8cd98f00b204e9800998ecf8427e"},
        {HashName::md5, "abc", "900150983cd24fb0d6963f7d28e17f72"},
        {HashName::sha1, "abc", "a9993e364706816aba3e25717850c26c9cd0d89d"},
        {HashName::sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {HashName::sha384, "abc",
         "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"},
        {HashName::sha512, "abc",
         "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd"
         "454d4423643ce80e2a9ac94fa54ca49f"},
    }));
    CHECK(toHex(crypto::digest(name, asBytes(text))) == wanted);
}

TEST_CASE("the SHA-256 that forms ask for is the one that records have") {
    const auto own = crypto::sha256("abc").bytes;
    CHECK(crypto::digest(HashName::sha256, asBytes("abc")) == Bytes(own.begin(), own.end()));
}
