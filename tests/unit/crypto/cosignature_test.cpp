// Notes with several signatures, witnesses' cosignatures and lists of witnesses. The vectors were made by another
// implementation (Python's cryptography) from the specification's own example body.
#include "shared/crypto/cosignature.h"

#include <catch2/catch.hpp>

#include "shared/base/encoding.h"
#include "shared/crypto/checkpoint.h"
#include "shared/crypto/witness_policy.h"

using namespace plumb;
using namespace plumb::crypto;

namespace {

const std::string kBody = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
const std::string kLogKey = "example.com/behind-the-sofa+6ded73a9+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c";
const std::string kWitnessKey = "witness.example.com/w1+745fb5e8+BIE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU";
const std::string kLogLine =
    "— example.com/behind-the-sofa "
    "be1zqQx8hYrJJIfiWfY39ShElJ74dPrOjXSgJJ2qG3vny2U7JyHN2kKCWb5H5e2MfxP7My2OyDRrDvCH/RbVubiZ8AE=\n";
const std::string kWitnessLine =
    "— witness.example.com/w1 "
    "dF+16AAAAABkGFDLUwBLV8e4tjvb6qEHiNTQjDZIX+7tvd038taw9A7W/cQ7ZhSah0uJMOI6CTPez5qwHtE49MrkWhU349mtYmi3Dw==\n";
const std::chrono::sys_seconds kAt{std::chrono::seconds(1679315147)};

PrivateKey keyOf(std::uint8_t seed) {
    return PrivateKey::fromSecret(Suite::eddsa, Bytes(32, seed)).value();
}
std::string witnessKey(std::uint8_t seed, const std::string& name) {
    return formatWitnessKey(name, keyOf(seed).publicKey());
}
std::string noteBy(const std::vector<std::uint8_t>& witnesses) {
    std::string note = signNote(kBody, "example.com/behind-the-sofa", keyOf(1));
    for (const auto seed : witnesses) note += cosign(kBody, "w" + std::to_string(seed), keyOf(seed), kAt);
    return note;
}
SignedNote split(const std::string& note) {
    return splitNote(note, kMostCheckpointBytes, "checkpoint").value();
}

}  // namespace

TEST_CASE("a cosigned checkpoint is, byte for byte, what another implementation makes") {
    CHECK(formatWitnessKey("witness.example.com/w1", keyOf(2).publicKey()) == kWitnessKey);
    CHECK(signNote(kBody, "example.com/behind-the-sofa", keyOf(1)) == kBody + "\n" + kLogLine);
    CHECK(cosign(kBody, "witness.example.com/w1", keyOf(2), kAt) == kWitnessLine);
    const std::string note = kBody + "\n" + kLogLine + kWitnessLine;
    const auto head = verifyTreeHead(note, parseNoteKey(kLogKey).value()).value();
    CHECK(head.size == 20852163);
    CHECK(cosignedAt(split(note), parseWitnessKey(kWitnessKey).value()).value() == kAt);
}

TEST_CASE("the specification's own example is taken apart") {
    const std::string note =
        kBody +
        "\n— example.com/behind-the-sofa "
        "Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
        "— witness.example.com/w1 "
        "jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+"
        "mbIUBkBIfZ+qnA==\n";
    const auto parts = split(note);
    REQUIRE(parts.signatures.size() == 2);
    CHECK(parts.body == kBody);
    CHECK(parts.signatures[0].signature.size() == 64);
    CHECK(parts.signatures[1].name == "witness.example.com/w1");
    CHECK(toHex(parts.signatures[1].keyId) == "8d66cf3f");
    CHECK(parts.signatures[1].signature.size() == 72);
    // Its keys are not told: by ours it is nobody's.
    CHECK(cosignedAt(parts, parseWitnessKey(kWitnessKey).value()).value() == std::nullopt);
}

TEST_CASE("a log's key is no witness's, and the other way round") {
    CHECK_FALSE(parseWitnessKey(kLogKey));
    CHECK_FALSE(parseNoteKey(kWitnessKey));
    // The same key under the same name signs as two: the ids differ.
    CHECK(noteKeyId("a", keyOf(1).publicKey(), NoteKeyType::signs) !=
          noteKeyId("a", keyOf(1).publicKey(), NoteKeyType::cosigns));
    for (const char* bad : {"", "w", "w+1", "w+745fb5e8+", "w+745fb5e8+BIE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU",
                            "witness.example.com/w1+745fb5e9+BIE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU",
                            "+745fb5e8+BIE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU"}) {
        INFO(bad);
        CHECK_FALSE(parseWitnessKey(bad));
    }
}

TEST_CASE("a cosignature with one byte changed is none") {
    const std::string note = kBody + "\n" + kLogLine + kWitnessLine;
    const auto witness = parseWitnessKey(kWitnessKey).value();
    const auto begin = note.size() - kWitnessLine.size();
    for (std::size_t i = begin; i < note.size(); ++i) {
        auto changed = note;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        const auto parts = splitNote(changed, kMostCheckpointBytes, "checkpoint");
        if (!parts) continue;
        const auto at = cosignedAt(*parts, witness);
        INFO(i);
        CHECK_FALSE((at && *at));
    }
    // Nor is one for another body, or for another time.
    const auto other = signNote("example.com/behind-the-sofa\n1\n" + kBody.substr(kBody.find("Cs")), "l", keyOf(1));
    CHECK_FALSE(cosignedAt(split(other + kWitnessLine), witness));
    CHECK(cosignedAt(split(note + cosign(kBody, witness.name, keyOf(2), kAt + std::chrono::seconds(1))), witness)
              .value() == kAt + std::chrono::seconds(1));
}

TEST_CASE("a note that is not one is refused") {
    const std::string good = kBody + "\n" + kLogLine;
    const auto key = parseNoteKey(kLogKey).value();
    REQUIRE(verifyNote(good, key, kMostCheckpointBytes, "checkpoint"));
    std::string many = good;
    for (std::size_t i = 0; i < kMostNoteSignatures; ++i) many += kWitnessLine;
    const std::string bads[] = {"",
                                "\n",
                                "\n\n",
                                kBody,
                                kBody + "\n",
                                kBody + "\n" + kLogLine.substr(0, kLogLine.size() - 1),
                                kBody + "\n" + kLogLine + "\n",
                                kBody + "\n" + kLogLine + "words\n",
                                kBody + "\n" + "- " + kLogLine.substr(4),
                                kBody + "\n" + "— a+b " + kLogLine.substr(kLogLine.rfind(' ') + 1),
                                kBody + "\n" +
                                    "— a\xC2\xA0"
                                    "b " +
                                    kLogLine.substr(kLogLine.rfind(' ') + 1),
                                kBody + "\n" + "—  " + kLogLine.substr(kLogLine.rfind(' ') + 1),
                                kBody + "\n" + "— a AAAA\n",
                                kBody + "\n" + "— a =\n",
                                "a\tb\n" + good,
                                "\xFF\n" + good,
                                many};
    for (const auto& bad : bads) {
        INFO(bad);
        CHECK_FALSE(splitNote(bad, kMostCheckpointBytes, "checkpoint"));
        CHECK_FALSE(verifyNote(bad, key, kMostCheckpointBytes, "checkpoint"));
    }
    CHECK_FALSE(splitNote(good, good.size() - 1, "checkpoint"));
    // A line that goes by the key's name and id and is not its signature spoils the note, wherever it stands.
    auto spoiled = kLogLine;
    spoiled[spoiled.size() - 10] = spoiled[spoiled.size() - 10] == 'A' ? 'B' : 'A';
    CHECK_FALSE(verifyNote(kBody + "\n" + kLogLine + spoiled, key, kMostCheckpointBytes, "checkpoint"));
    CHECK_FALSE(verifyNote(kBody + "\n" + spoiled + kLogLine, key, kMostCheckpointBytes, "checkpoint"));
    CHECK(verifyNote(kBody + "\n" + kWitnessLine + kLogLine, key, kMostCheckpointBytes, "checkpoint"));
}

TEST_CASE("a tree head says what every log's does, and no more is asked of it") {
    CHECK(readTreeHead(kBody).value().origin == "example.com/behind-the-sofa");
    CHECK(readTreeHead(kBody + "something of the log's own\n"));
    const std::string root = kBody.substr(kBody.find("Cs"));
    for (const auto& bad :
         {std::string(), std::string("a\n1\n"), "\n1\n" + root, "a\n01\n" + root, "a\n-1\n" + root, "a\n1 \n" + root,
          std::string("a\n1\nAAAA\n"), "a\n1\n" + root + "\n", "a\n0\n" + root, "a\n18446744073709551616\n" + root}) {
        INFO(bad);
        CHECK_FALSE(readTreeHead(bad));
    }
}

TEST_CASE("of the witnesses that were named it is told which cosigned") {
    const auto log = parseNoteKey(kLogKey).value();
    const auto policy = WitnessPolicy::of({witnessKey(2, "w2"), witnessKey(3, "w3"), witnessKey(4, "w4")}, 2).value();
    const auto two = policy.judge(noteBy({2, 3, 9}), log);
    CHECK(two.enough);
    REQUIRE(two.by.size() == 2);
    CHECK(two.by[0].name == "w2");
    CHECK(two.by[0].at == kAt);
    CHECK(two.named == 3);
    CHECK(two.others == 1);
    CHECK(two.word() ==
          "cosigned by 2 of the 3 witnesses that you named: w2 (2023-03-20T12:25:47.000+00:00), w3 "
          "(2023-03-20T12:25:47.000+00:00); 1 further signature is by keys that you did not name");
    CHECK_FALSE(policy.judge(noteBy({2}), log).enough);
    CHECK_FALSE(policy.judge(noteBy({}), log).enough);
    // The same witness twice is one.
    CHECK_FALSE(policy.judge(noteBy({2, 2}), log).enough);
    // One who lies spoils what two others say.
    auto lie = cosign("other\n1\n" + kBody, "w4", keyOf(4), kAt);
    const auto lied = policy.judge(noteBy({2, 3}) + lie, log);
    CHECK_FALSE(lied.enough);
    CHECK(lied.bad == std::vector<std::string>{"w4"});
    CHECK_FALSE(policy.judge("no note", log).enough);
    CHECK(WitnessPolicy::of({witnessKey(2, "w2")}, 0).value().judge(noteBy({}), log).enough);
    CHECK_FALSE(WitnessPolicy::of({witnessKey(2, "w2"), witnessKey(2, "w2")}, 1));
    CHECK_FALSE(WitnessPolicy::of({witnessKey(2, "w2")}, 2));
    CHECK_FALSE(WitnessPolicy::of({"w2"}, 1));
}

TEST_CASE("a policy file names logs, witnesses, groups and how many are enough") {
    const auto w = [](int n) {
        return "witness W" + std::to_string(n) + " " +
               witnessKey(static_cast<std::uint8_t>(n), "w" + std::to_string(n));
    };
    const std::string text = "# those of the province\nlog " + kLogKey + " https://log.example/log\n\n" + w(2) +
                             " https://w2.example/\n" + w(3) + "\n" + w(4) + "\ngroup X 2 W2 W3 W4\n" + w(5) + "\n\t" +
                             w(6) + "\ngroup Y any W5 W6\ngroup all-of all X Y\nquorum all-of";
    const auto policy = WitnessPolicy::parse(text).value();
    CHECK(policy.logs().at(0).url == "https://log.example/log");
    REQUIRE(policy.witnesses().size() == 5);
    CHECK(policy.witnesses()[0].name == "W2");
    CHECK(policy.witnesses()[0].url == "https://w2.example/");
    const auto& log = policy.logs()[0].key;
    CHECK(policy.judge(noteBy({2, 4, 6}), log).enough);
    CHECK_FALSE(policy.judge(noteBy({2, 6}), log).enough);
    CHECK_FALSE(policy.judge(noteBy({2, 3, 4}), log).enough);
    CHECK(WitnessPolicy::parse("quorum none\n").value().judge(noteBy({}), log).enough);
    CHECK_FALSE(WitnessPolicy::parse(w(2) + "\nquorum W2\n").value().judge(noteBy({3}), log).enough);

    const std::string bads[] = {
        "",
        w(2),
        "quorum W2\n",
        w(2) + "\nquorum W2\nquorum none\n",
        w(2) + "\n" + w(2) + "\nquorum none\n",
        "witness A " + witnessKey(2, "w2") + "\nwitness B " + witnessKey(2, "other") + "\nquorum none\n",
        "witness none " + witnessKey(2, "w2") + "\nquorum none\n",
        "witness A " + kLogKey + "\nquorum none\n",
        "log " + witnessKey(2, "w2") + "\nquorum none\n",
        "log " + kLogKey + "\nlog " + kLogKey + "\nquorum none\n",
        w(2) + "\ngroup G 2 W2\nquorum G\n",
        w(2) + "\ngroup G 0 W2\nquorum G\n",
        w(2) + "\ngroup G some W2\nquorum G\n",
        w(2) + "\ngroup G any\nquorum G\n",
        w(2) + "\ngroup G any W2\ngroup H any W2\nquorum G\n",
        w(2) + "\ngroup G any G\nquorum G\n",
        w(2) + "\ngroup G any none\nquorum G\n",
        "trust me\nquorum none\n",
        "quorum none\r\n"};
    for (const auto& bad : bads) {
        INFO(bad);
        CHECK_FALSE(WitnessPolicy::parse(bad));
    }
    CHECK_THAT(WitnessPolicy::parse("quorum none\nwitness A b\n").error().detail, Catch::Contains("line 2"));
}
