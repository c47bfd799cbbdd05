#include "mobile/camera/code_check.h"

#include <catch2/catch.hpp>

#include "mobile/check/check_codes.h"
#include "mobile/check/check_model.h"
#include "mobile/ui/text.h"
#include "tests/unit/mobile/kit.h"
#include "tests/unit/store/documents.h"

using namespace plumb::mobile;
using plumb::test::Bench;
using plumb::test::waitFor;

namespace {

// The small checklist with two questions for ear tags.
std::string taggedDocument() {
    std::string document = plumb::test::smallDocument(1);
    const std::string from = R"({"id":"b_n",)";
    const auto at = document.find(from);
    REQUIRE(at != std::string::npos);
    return document.insert(at, R"({"id":"tag","type":"barcode","label":"耳标号","required":false},)"
                               R"({"id":"tag2","type":"barcode","label":"耳标号","required":false},)");
}

constexpr const char* kTag = "162032100000017";

}  // namespace

TEST_CASE("a question says by its appearance or its label which code it takes") {
    CHECK(codeKindOf("ear-tag", "") == CodeKind::earTag);
    CHECK(codeKindOf("w1 credit-code", "") == CodeKind::creditCode);
    CHECK(codeKindOf("", "耳标号") == CodeKind::earTag);
    CHECK(codeKindOf("", "统一社会信用代码") == CodeKind::creditCode);
    CHECK(codeKindOf("", "追溯码") == CodeKind::trace);
    CHECK(codeKindOf("", "批号") == CodeKind::any);
}

TEST_CASE("what scanners give is brought to the form of the code") {
    CHECK(codeText(CodeKind::earTag, " 1 620321 00000017 ") == kTag);
    CHECK(codeText(CodeKind::earTag, "https://example.cn/t?c=162032100000017") == kTag);
    CHECK(codeText(CodeKind::creditCode, "91350100m000100y43") == "91350100M000100Y43");
}

TEST_CASE("a code that does not keep its check is told, one that does is not") {
    CHECK(codeProblem(CodeKind::earTag, kTag).isEmpty());
    CHECK_FALSE(codeProblem(CodeKind::earTag, "962032100000017").isEmpty());
    CHECK_FALSE(codeProblem(CodeKind::earTag, "16203210000001").isEmpty());
    CHECK(codeProblem(CodeKind::creditCode, "91350100M000100Y43").isEmpty());
    CHECK_FALSE(codeProblem(CodeKind::creditCode, "91350100M000100Y44").isEmpty());
    CHECK(codeProblem(CodeKind::any, "anything").isEmpty());
}

TEST_CASE("scanned codes go through the checks of typed ones, and the same code twice is told") {
    Bench bench;
    bench.unlock();
    bench.publish(taggedDocument());
    CheckModel check(bench.store(), nullptr);
    check.begin("yongchang", "small");
    waitFor([&] { return check.isOpen(); });
    check.place()->goTo("b");
    const auto valueOf = [&](const char* question) { return qs(check.session()->question(question).value); };
    auto& codes = *check.codes();
    REQUIRE(codes.isCode("tag"));
    CHECK_FALSE(codes.isCode("b_n"));

    SECTION("a good one is entered at once") {
        codes.begin("tag");
        codes.see({kTag});
        CHECK(valueOf("tag") == kTag);
        CHECK(codes.code().isEmpty());
    }
    SECTION("a bad one waits for the person") {
        codes.begin("tag");
        codes.see({"962032100000017"});
        CHECK(valueOf("tag").isEmpty());
        CHECK(codes.code() == "962032100000017");
        CHECK_FALSE(codes.doubt().isEmpty());
        codes.see({kTag});  // what comes meanwhile changes nothing
        CHECK(codes.code() == "962032100000017");
        codes.takeAnyway();
        CHECK(valueOf("tag") == "962032100000017");
    }
    SECTION("the same code in another field is told where") {
        check.editor()->answer("tag", kTag);
        codes.begin("tag2");
        codes.see({kTag});
        CHECK(valueOf("tag2").isEmpty());
        CHECK(codes.doubt().contains("同一个码"));
        codes.again();
        CHECK(codes.code().isEmpty());
    }
    SECTION("of several codes the one that is an ear tag's is meant") {
        codes.begin("tag");
        codes.see({"6901234567892", kTag});
        CHECK(valueOf("tag") == kTag);
    }
    SECTION("a typed one that does not keep its check says so in its field") {
        check.editor()->answer("tag", "962032100000017");
        auto* rows = check.item()->questions();
        bool said = false;
        for (int row = 0; row < rows->rowCount(); ++row)
            for (const auto role : rows->roleNames().keys())
                said = said || rows->data(rows->index(row, 0), role).toString().contains("耳标号不对");
        CHECK(said);
    }
}
