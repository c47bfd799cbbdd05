// Our raw signatures under the openssl command: an outsider needs nothing of ours.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "shared/crypto/suite.h"

using namespace plumb;
using namespace plumb::crypto;

namespace {

void write(const std::filesystem::path& file, ByteView bytes) {
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

// r‖s as the DER SEQUENCE of two INTEGERs that openssl reads (X.690).
Bytes derOf(const Bytes& raw) {
    Bytes body;
    for (int half = 0; half < 2; ++half) {
        Bytes number(raw.begin() + half * 32, raw.begin() + half * 32 + 32);
        while (number.size() > 1 && number[0] == 0 && !(number[1] & 0x80)) number.erase(number.begin());
        if (number[0] & 0x80) number.insert(number.begin(), 0);
        body.push_back(0x02);
        body.push_back(static_cast<std::uint8_t>(number.size()));
        body.insert(body.end(), number.begin(), number.end());
    }
    Bytes der{0x30, static_cast<std::uint8_t>(body.size())};
    der.insert(der.end(), body.begin(), body.end());
    return der;
}

bool opensslVerifies(const PrivateKey& key, const std::string& message, const Bytes& signature,
                     const std::string& options) {
    const auto folder = std::filesystem::temp_directory_path() / ("plumb-openssl-" + key.kid().substr(0, 12));
    std::filesystem::create_directories(folder);
    write(folder / "key.pem", asBytes(key.publicKey().pem()));
    write(folder / "message", asBytes(message));
    write(folder / "signature", signature);
    const std::string command =
        "cd " + folder.string() +
        " && openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in message -sigfile signature " + options +
        " >/dev/null 2>&1";
    const bool good = std::system(command.c_str()) == 0;
    std::filesystem::remove_all(folder);
    return good;
}

}  // namespace

TEST_CASE("the openssl command verifies an EdDSA signature as it is") {
    const auto key = PrivateKey::generate(Suite::eddsa);
    const auto signature = key.sign(asBytes("record"));
    CHECK(opensslVerifies(key, "record", signature, ""));
    CHECK_FALSE(opensslVerifies(key, "recorD", signature, ""));
}

TEST_CASE("the openssl command verifies an SM2 signature with SM3 and the usual id") {
    const auto key = PrivateKey::generate(Suite::sm2);
    const auto signature = derOf(key.sign(asBytes("record")));
    CHECK(opensslVerifies(key, "record", signature, "-digest sm3 -pkeyopt distid:1234567812345678"));
    CHECK_FALSE(opensslVerifies(key, "recorD", signature, "-digest sm3 -pkeyopt distid:1234567812345678"));
}

TEST_CASE("the openssl command verifies an ES256 signature") {
    const auto key = PrivateKey::generate(Suite::es256);
    CHECK(opensslVerifies(key, "record", derOf(key.sign(asBytes("record"))), "-digest sha256"));
}
