#include <catch2/catch.hpp>

#include "mobile/ui/sentences.h"

using namespace plumb;
using mobile::sentenceFor;

TEST_CASE("what a person can meet has a sentence of its own that says what to do") {
    for (const auto* code : {"bad_invitation", "invite_used", "invite_expired", "invite_unknown", "wrong_pin",
                             "no_image", "disk_full", "wrong_server", "log_forgot", "incomplete"}) {
        const auto sentence = sentenceFor({ErrorKind::refused, code, "in the library's words"});
        CHECK_FALSE(sentence.contains("library"));
        CHECK(sentence.size() > 4);
    }
}

TEST_CASE("what has none is told by its kind, with the detail; being offline is no fault") {
    CHECK(sentenceFor({ErrorKind::malformed, "odd", "line 3"}).contains("line 3"));
    CHECK_FALSE(sentenceFor({ErrorKind::offline, "offline", "curl: 7"}).contains("curl"));
}
