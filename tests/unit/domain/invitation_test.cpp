#include "shared/domain/invitation.h"

#include <catch2/catch.hpp>

#include "shared/base/encoding.h"
#include "shared/crypto/checkpoint.h"

using namespace plumb;
using namespace plumb::domain;

namespace {
Invitation sample() {
    const auto key = crypto::PrivateKey::generate(crypto::Suite::es256);
    const auto log = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    return {"https://127.0.0.1:8443",
            toBase64Url(Bytes(32, 5)),
            crypto::formatNoteKey("plumbline/ab+c", log.publicKey()).replace(12, 1, "-"),
            key.kid(),
            crypto::Suite::es256,
            key.secret()};
}
Invitation good() {
    auto out = sample();
    out.logKey = crypto::formatNoteKey("plumbline/abc", crypto::PrivateKey::generate(crypto::Suite::eddsa).publicKey());
    return out;
}
}  // namespace

TEST_CASE("an invitation survives being written, copied with blanks around, and read") {
    const auto invitation = good();
    const auto read = parseInvitation("  \n" + formatInvitation(invitation) + "\r\n").value();
    CHECK(read.server == invitation.server);
    CHECK(read.pin == invitation.pin);
    CHECK(read.logKey == invitation.logKey);
    CHECK(read.rootKid == invitation.rootKid);
    CHECK(read.suite == invitation.suite);
    CHECK(read.secret == invitation.secret);
}

TEST_CASE("an invitation cut short anywhere is refused with a sentence") {
    const auto text = formatInvitation(good());
    for (std::size_t size = 0; size < text.size(); ++size) {
        const auto read = parseInvitation(text.substr(0, size));
        CAPTURE(size);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == "bad_invitation");
    }
}

TEST_CASE("hostile invitations are refused") {
    const auto text = formatInvitation(good());
    CHECK_FALSE(parseInvitation("https://enrol?" + text.substr(14)));
    CHECK_FALSE(parseInvitation(text + "&k=AAAA"));
    CHECK_FALSE(parseInvitation(std::string(5000, 'a')));
    const auto server = [&](const char* url) {
        auto invitation = good();
        invitation.server = url;
        return parseInvitation(formatInvitation(invitation)).has_value();
    };
    CHECK(server("https://plumb.example"));
    // What is taken can be written again: no address is made of what no address has, nor longer than any.
    CHECK_FALSE(server("https://plumb.example/\x01"));
    CHECK_FALSE(server("https://plumb.example\xff"));
    CHECK_FALSE(server("https://plumb example"));
    CHECK_FALSE(server(("https://plumb.example/" + std::string(1000, 'a')).c_str()));
    CHECK(server(("https://plumb.example/" + std::string(900, '"')).c_str()));
    CHECK(server("http://127.0.0.1:8080"));
    CHECK(server("http://localhost"));
    for (const char* url : {"http://plumb.example", "ftp://x", "http://127.0.0.1.evil.example",
                            "http://localhost.evil.example", "javascript:alert(1)"})
        CHECK_FALSE(server(url));
    auto damaged = sample();
    CHECK_FALSE(parseInvitation(formatInvitation(damaged)));
}
