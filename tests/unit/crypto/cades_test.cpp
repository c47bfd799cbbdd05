// Certificates of document keys and the signatures made with them, looked into as a foreign reader would.
#include <catch2/catch.hpp>

#include "shared/crypto/cades.h"
#include "shared/crypto/hash.h"

using namespace plumb;
using namespace plumb::crypto;

namespace {

constexpr TimePoint kNow{std::chrono::seconds(1'795'000'000)};

struct Office {
    PrivateKey authorityKey = PrivateKey::generate(Suite::es256), key = PrivateKey::generate(Suite::es256);
    Certificate authority = *makeAuthority(authorityKey, "永昌县市场监督管理局", kNow);
    Certificate certificate = *certify(authorityKey, authority, key.publicKey(), "永昌县市场监督管理局", kNow);

    [[nodiscard]] Bytes sign(std::string_view text) const {
        return signCades(key, certificate, {authority}, sha256(text));
    }
};

std::string fate(ByteView cms, std::string_view text, const std::vector<Certificate>& authorities,
                 TimePoint at = kNow) {
    const auto signer = verifyCades(cms, asBytes(text), authorities, at);
    return signer ? "good" : signer.error().code;
}

bool holds(ByteView der, std::initializer_list<std::uint8_t> oid) {
    return std::search(der.begin(), der.end(), oid.begin(), oid.end()) != der.end();
}

}  // namespace

TEST_CASE("A certificate names the office, and is for its key alone") {
    const Office one;
    CHECK(one.certificate.name() == "永昌县市场监督管理局");
    CHECK(one.authority.name() == "永昌县市场监督管理局 CA");
    CHECK(one.certificate.isFor(one.key.publicKey()));
    CHECK_FALSE(one.certificate.isFor(one.authorityKey.publicKey()));
    CHECK(one.certificate.until() > kNow + std::chrono::hours(24 * 1800));
    CHECK(*Certificate::fromDer(one.certificate.der()) == one.certificate);
    auto longer = one.certificate.der();
    longer.push_back(0);
    CHECK(Certificate::fromDer(longer).error().code == "bad_certificate");
    CHECK(Certificate::fromDer({}).error().code == "bad_certificate");
    CHECK(makeAuthority(one.key, std::string(65, 'x'), kNow).error().code == "bad_name");
    CHECK(makeAuthority(one.key, "", kNow).error().code == "bad_name");
}

TEST_CASE("A signature is of its content, by whom the authority certified, and carries what CAdES wants") {
    const Office one, other;
    const auto cms = one.sign("paper");
    CHECK(verifyCades(cms, asBytes("paper"), {other.authority, one.authority}, kNow)->name() == "永昌县市场监督管理局");
    CHECK(fate(cms, "Paper", {one.authority}) == "cms_broken");
    CHECK(fate(cms, "paper", {other.authority}) == "cms_untrusted");
    CHECK(fate(cms, "paper", {}) == "cms_untrusted");
    CHECK(fate(cms, "paper", {one.authority}, kNow + std::chrono::hours(24 * 365 * 6)) == "cms_untrusted");
    CHECK(fate(cms, "paper", {one.authority}, kNow - std::chrono::hours(48)) == "cms_untrusted");
    // id-aa-signingCertificateV2, and no signing-time.
    CHECK(holds(cms, {0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x02, 0x2f}));
    CHECK_FALSE(holds(cms, {0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x05}));
}

TEST_CASE("Zeros may follow a signature, and nothing else") {
    const Office one;
    auto cms = one.sign("paper");
    cms.insert(cms.end(), 100, 0);
    CHECK(fate(cms, "paper", {one.authority}) == "good");
    cms.back() = 1;
    CHECK(fate(cms, "paper", {one.authority}) == "cms_malformed");
    cms.resize(50);
    CHECK(fate(cms, "paper", {one.authority}) == "cms_malformed");
    CHECK(fate({}, "paper", {one.authority}) == "cms_malformed");
}

TEST_CASE("No byte of a signature can be changed unseen") {
    const Office one;
    const auto cms = one.sign("paper");
    // What is not signed itself: the further certificate, and the lengths around it.
    for (std::size_t i = 0; i < cms.size(); i += 7) {
        auto changed = cms;
        changed[i] ^= 0x10;
        const auto signer = verifyCades(changed, asBytes("paper"), {one.authority}, kNow);
        INFO(i);
        CHECK((!signer || *signer == one.certificate));
    }
}
