#include "shared/base/encoding.h"

#include <catch2/catch.hpp>
#include <random>

using namespace plumb;

TEST_CASE("base64url has the vectors of RFC 4648 without padding") {
    const std::pair<const char*, const char*> table[] = {
        {"", ""},           {"f", "Zg"},          {"fo", "Zm8"},         {"foo", "Zm9v"},
        {"foob", "Zm9vYg"}, {"fooba", "Zm9vYmE"}, {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, text] : table) {
        CHECK(toBase64Url(asBytes(plain)) == text);
        CHECK(asText(fromBase64Url(text).value()) == plain);
    }
}

TEST_CASE("one byte sequence has one accepted text") {
    for (const char* text : {"Zh", "Zg==", "Zg=", "Z", "Zm9v Yg", "Zm9v\n", "Zm+v", "Zm/v", "Zm8\xC3"}) {
        CAPTURE(text);
        CHECK_FALSE(fromBase64Url(text));
    }
    for (const char* text : {"Zg", "Zh==", "Zm-v", "Zm9=", "====", "Z==="}) {
        CAPTURE(text);
        CHECK_FALSE(fromBase64(text));
    }
    for (const char* text : {"0", "0G", "AB", " 00", "0x"}) CHECK_FALSE(fromHex(text));
}

TEST_CASE("every byte sequence survives each text form") {
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        Bytes bytes(random() % 100);
        for (auto& b : bytes) b = static_cast<std::uint8_t>(random());
        CHECK(fromHex(toHex(bytes)).value() == bytes);
        CHECK(fromBase64(toBase64(bytes)).value() == bytes);
        CHECK(fromBase64Url(toBase64Url(bytes)).value() == bytes);
        CHECK(percentDecode(percentEncode(asText(bytes))).value() == asText(bytes));
    }
}

TEST_CASE("UTF-8 is judged as RFC 3629 says") {
    for (const char* good : {"", "a", "准绳", "\xF0\x9F\x8C\xBE", "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF"})
        CHECK(isUtf8(good));
    for (const char* bad : {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                            "\xF5\x80\x80\x80", "\xE5\x87", "\xF0\x9F\x8C", "\xFF"}) {
        CAPTURE(bad);
        CHECK_FALSE(isUtf8(bad));
    }
}

TEST_CASE("one bad byte is found wherever it stands in a long text") {
    for (std::size_t length : {1u, 7u, 8u, 9u, 16u, 40u}) {
        CHECK(isUtf8(std::string(length, 'a')));
        for (std::size_t at = 0; at < length; ++at) {
            std::string text(length, 'a');
            text[at] = '\x80';
            CAPTURE(length, at);
            CHECK_FALSE(isUtf8(text));
        }
    }
}

TEST_CASE("a percent sign must lead two hex digits") {
    for (const char* bad : {"%", "%2", "a%G0", "%%20"}) CHECK_FALSE(percentDecode(bad));
    CHECK(percentDecode("a+b%2B").value() == "a+b+");
}
