#include <QStringList>
#include <catch2/catch.hpp>

#include "mobile/ui/sentences.h"

using namespace plumb;
using mobile::sentenceFor;

TEST_CASE("what a person can meet has a sentence of its own that says what to do") {
    const std::pair<const char*, QString> known[] = {
        {"bad_invitation", "plumb://enrol"}, {"invite_used", "再发一份"}, {"invite_expired", "再发一份"},
        {"invite_unknown", "重发一份"},      {"wrong_pin", "PIN 不对"},   {"pin_wait", "稍等再试"},
        {"no_image", "JPEG、PNG 和 WebP"},   {"disk_full", "清理空间"},   {"wrong_server", "告知管理员"},
        {"log_forgot", "告知管理员"},        {"incomplete", "请先补全"},  {"bad_number", "要填数字"},
        {"no_checklist", "联网同步"},        {"no_site", "联网同步"},     {"amending", "不能改用新版"},
        {"pin_uncounted", "没有核对 PIN"},   {"vault_busy", "另一个程序"}};
    QStringList said;
    for (const auto& [code, part] : known) {
        INFO(code);
        const auto sentence = sentenceFor({ErrorKind::refused, code, "in the library's words"});
        CHECK(sentence.contains(part));
        CHECK_FALSE(sentence.contains("library"));
        said.append(sentence);
    }
    CHECK(said.removeDuplicates() == 0);
}

TEST_CASE("what has none is told by its kind, with the detail; being offline is no fault") {
    CHECK(sentenceFor({ErrorKind::malformed, "odd", "line 3"}).contains("line 3"));
    CHECK_FALSE(sentenceFor({ErrorKind::offline, "offline", "curl: 7"}).contains("curl"));
}
