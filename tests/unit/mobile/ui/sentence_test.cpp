#include "mobile/ui/sentence.h"

#include <catch2/catch.hpp>

#include "mobile/ui/sentences.h"
#include "mobile/ui/settings.h"
#include "tests/unit/mobile/kit.h"

using namespace plumb;
using namespace plumb::mobile;

TEST_CASE("what a model keeps of an error is said in the language of the moment") {
    const plumb::test::Bench bench;  // which makes the settings
    const Error error{ErrorKind::forbidden, "wrong_pin", "the PIN does not open this vault"};
    const Sentence kept = error;
    const QString chinese = kept.text();
    CHECK(chinese == sentenceFor(error));
    Settings::instance().setLanguage(QStringLiteral("en"));
    const QString english = kept.text();
    CHECK(english == sentenceFor(error));
    CHECK(english != chinese);
    Settings::instance().setLanguage(QStringLiteral("zh"));
    CHECK(kept.text() == chinese);
}

TEST_CASE("a sentence of none says nothing, and what was taken back is none") {
    CHECK(Sentence().isEmpty());
    Sentence said = [] { return QStringLiteral("x"); };
    CHECK(said.text() == "x");
    said.clear();
    CHECK(said.text().isEmpty());
}

// A text that stands in for how it is said would stay in its language: it does not compile.
static_assert(!std::is_convertible_v<QString, Sentence>);
static_assert(!std::is_convertible_v<const char*, Sentence>);
