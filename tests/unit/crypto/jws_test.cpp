#include "shared/crypto/jws.h"

#include <catch2/catch.hpp>

#include "shared/base/encoding.h"

using namespace plumb;
using namespace plumb::crypto;

TEST_CASE("RFC 8037 A.4: Ed25519 signs the very bytes of the example") {
    const auto key =
        PrivateKey::fromSecret(Suite::eddsa, fromBase64Url("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A").value())
            .value();
    CHECK(toBase64Url(key.publicKey().raw()) == "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    const std::string input = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
    CHECK(toBase64Url(key.sign(asBytes(input))) ==
          "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
}

TEST_CASE("RFC 7515 A.3: the ES256 example verifies") {
    const auto key = PublicKey::fromJwk({{"kty", "EC"},
                                         {"crv", "P-256"},
                                         {"x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"},
                                         {"y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}})
                         .value();
    const std::string input =
        "eyJhbGciOiJFUzI1NiJ9."
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    const auto signature =
        fromBase64Url("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q").value();
    CHECK(key.verify(asBytes(input), signature));
    CHECK(PrivateKey::fromSecret(Suite::es256, fromBase64Url("jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI").value())
              .value()
              .kid() == key.kid());
}

TEST_CASE("RFC 7515 appendix F: detached is the compact form with its middle left out") {
    const auto key = PrivateKey::generate(Suite::eddsa);
    const std::string payload = R"({"v":1})";
    const auto detached = signDetached(key, kRecordTyp, payload);
    const auto dots = detached.find("..");
    REQUIRE(dots != std::string::npos);
    const std::string whole = detached.substr(0, dots + 1) + toBase64Url(asBytes(payload)) + detached.substr(dots + 1);
    const auto parsed = parseCompact(whole).value();
    CHECK(parsed.payload == payload);
    CHECK(parsed.header.kid == key.kid());
    CHECK(key.publicKey().verify(asBytes(parsed.signingInput), parsed.signature));
}

TEST_CASE("a signature for one purpose is none for another") {
    const auto key = PrivateKey::generate(Suite::eddsa);
    const auto detached = signDetached(key, kEnrolTyp, "x");
    CHECK(verifyDetached(key.publicKey(), kEnrolTyp, detached, "x"));
    CHECK_FALSE(verifyDetached(key.publicKey(), kRecordTyp, detached, "x"));
    CHECK_FALSE(verifyDetached(PrivateKey::generate(Suite::eddsa).publicKey(), kEnrolTyp, detached, "x"));
}

TEST_CASE("a header holds exactly alg, kid and typ") {
    const auto header = [](const char* text) { return parseProtectedHeader(toBase64Url(asBytes(text))); };
    CHECK(header(R"({"alg":"EdDSA","kid":"k","typ":"plumb+json"})"));
    for (const char* bad :
         {R"({"alg":"EdDSA","kid":"k"})", R"({"alg":"EdDSA","kid":"k","typ":"t","crit":["b64"]})",
          R"({"alg":"EdDSA","kid":"k","typ":"t","jwk":{}})", R"({"alg":1,"kid":"k","typ":"t"})", "[]", "", "{"}) {
        CAPTURE(bad);
        CHECK_FALSE(header(bad));
    }
    CHECK_FALSE(parseProtectedHeader("!!"));
    CHECK_FALSE(parseProtectedHeader(std::string(2000, 'A')));
    for (const char* bad : {"", "a.b", "a.b.c.d", "..", "eyJh.x.y"}) CHECK_FALSE(parseCompact(bad));
}
