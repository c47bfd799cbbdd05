// The credential that is held out: whose it is, for which regions by name, and a code that is signed anew.
#include <catch2/catch.hpp>

#include "mobile/people/credential_model.h"
#include "mobile/people/region_words.h"
#include "tests/unit/mobile/kit.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

TEST_CASE("regions are said by name, and a code that nobody knows stays a code") {
    CHECK(regionWords({"62"}, "zh") == "甘肃省");
    CHECK(regionWords({"6203", "620321"}, "zh") == "甘肃省金昌市、甘肃省金昌市永昌县");
    CHECK(regionWords({"6203"}, "en") == "Jinchang");
    CHECK(regionWords({"620722"}, "en") == "Minle County");
    CHECK(regionWords({"62", "62"}, "zh") == "甘肃省");
    CHECK(regionWords({"99"}, "zh") == "99");
    CHECK(regionWords({"62", ""}, "zh") == "全部地区");
    CHECK(regionWords({}, "zh").isEmpty());
}

TEST_CASE("the code is there while the page is open, names who is signed in, and nothing of it is kept") {
    Bench bench;
    bench.unlock();
    CredentialModel credential(bench.store(), nullptr);
    CHECK(credential.code().isEmpty());
    credential.open();
    waitFor([&] { return !credential.code().isEmpty(); });
    CHECK(credential.name() == "检查员甲");
    CHECK(credential.regions() == "甘肃省金昌市");
    CHECK(credential.code().contains(u"/verify/#c."));
    CHECK_FALSE(credential.madeAt().isEmpty());
    // Her invitation states no number: none is shown, and nobody can type one.
    CHECK(credential.certificate().isEmpty());
    credential.close();
    CHECK(credential.code().isEmpty());
    CHECK(credential.name().isEmpty());
}

TEST_CASE("of a tablet that is locked there is no credential, and that is said") {
    Bench bench;
    CredentialModel credential(bench.store(), nullptr);
    credential.open();
    waitFor([&] { return !credential.problem().isEmpty(); });
    CHECK(credential.code().isEmpty());
}
