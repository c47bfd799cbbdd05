// Two who accept a veto, and what staff write to each other at an item: the rules that server and devices ask.
#include <catch2/catch.hpp>

#include "shared/records/review/remark.h"
#include "shared/records/review/second.h"

using namespace plumb;
using namespace plumb::records;

namespace {

constexpr const char *kRecord = "0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f",
                     *kFirst = "0198d2c4-7a10-7c3e-8f21-000000000001", *kOther = "0198d2c4-7a10-7c3e-8f21-000000000002";
const Sha256 kVersion{{1}};
const std::vector<std::string> kVisitors{"ann", "colleague", ""};

Standing vetoed() {
    Standing out{kRecord, "kid", kVersion};
    out.veto = true;
    return out;
}

std::string agrees(const Standing& standing, const std::string& person, const char* type = "review.accepted") {
    const auto may = mayAgree(standing, type, {kRecord, kVersion, {}, {}, {}, person}, kVisitors);
    return may ? "" : may.error().code;
}

struct Talk {
    Standing standing{kRecord, "kid", kVersion};
    json::object newest = parseJson(R"({"score":{"items":[{"id":"1"},{"id":"2"}]}})").value().as_object();
    std::vector<Thread> threads;

    std::string say(const char* id, const Remark& said) {
        if (const auto may = mayRemark({standing, newest, threads, kVisitors}, said); !may) return may.error().code;
        return foldRemark(threads, id, said) ? "" : "ignored";
    }
    Remark ask(const char* item = "2") { return {kRecord, item, "哪一天？", "sun"}; }
    Remark answer(const char* person, bool resolved = false) {
        return {kRecord, "2", resolved ? "" : "当天", person, kFirst, resolved};
    }
};

}  // namespace

TEST_CASE("two persons accept a veto, and none of them made the visit") {
    auto standing = vetoed();
    CHECK(agrees(standing, "") == "person_missing");
    CHECK(agrees(standing, "ann") == "own_record");
    CHECK(agrees(standing, "colleague") == "own_record");
    CHECK(agrees(standing, "sun").empty());
    standing.agreed = Agreement{Sha256{{2}}, "sun"};
    CHECK(agrees(standing, "sun") == "agreed_already");
    CHECK(agrees(standing, "sun", "review.returned").empty());
    CHECK(agrees(standing, "li").empty());
}

TEST_CASE("nothing more is asked where one is enough, or where nothing would be decided") {
    auto standing = vetoed();
    standing.veto = false;
    CHECK(agrees(standing, "").empty());
    standing = vetoed();
    standing.status = InspectionStatus::accepted;
    CHECK(agrees(standing, "").empty());
    standing = vetoed();
    standing.newest = Sha256{{9}};
    CHECK(agrees(standing, "").empty());
}

TEST_CASE("a thread is asked, answered, resolved and opened again") {
    Talk it;
    CHECK(it.say(kFirst, it.ask()).empty());
    CHECK(it.threads.front() == Thread{kFirst, "2", "sun", "sun", 1, false});
    CHECK(it.say("b", it.answer("ann")).empty());
    CHECK(it.threads.front() == Thread{kFirst, "2", "sun", "ann", 2, false});
    CHECK(it.say("c", it.answer("sun", true)).empty());
    CHECK(it.threads.front().resolved);
    CHECK(it.say("d", it.answer("sun", true)) == "thread_resolved");
    CHECK(it.say("e", it.answer("ann")).empty());
    CHECK_FALSE(it.threads.front().resolved);
    CHECK(it.threads.size() == 1);
}

TEST_CASE("whoever made the visit resolves what she asked herself, not what was asked of her") {
    Talk it;
    CHECK(it.say(kFirst, it.ask()).empty());
    CHECK(it.say("b", it.answer("ann", true)) == "thread_not_yours");
    CHECK(it.say("c", it.answer("colleague", true)) == "thread_not_yours");
    CHECK(it.say("d", it.answer("another reviewer", true)).empty());
    Talk hers;
    CHECK(hers.say(kFirst, {kRecord, "2", "这样判可以吗？", "ann"}).empty());
    CHECK(hers.say("b", hers.answer("colleague", true)).empty());
}

TEST_CASE("an item that is not there and a thread of another record or item are refused") {
    Talk it;
    CHECK(it.say(kFirst, it.ask("3")) == "item_unknown");
    CHECK(it.say("b", it.answer("ann")) == "thread_unknown");
    CHECK(it.say(kFirst, it.ask()).empty());
    CHECK(it.say("c", {kRecord, "1", "x", "ann", kFirst}) == "thread_unknown");
    CHECK(it.say("d", {kRecord, "2", "x", "ann", kOther}) == "thread_unknown");
    it.standing.assessment = true;
    CHECK(it.say("e", it.ask()) == "of_unknown");
    // A log that took the record in before outcomes were signed knows no items of it.
    Talk old;
    old.newest = {};
    CHECK(old.say(kFirst, old.ask("3")).empty());
}

TEST_CASE("with the acceptance no thread begins, and what was on its way is taken") {
    Talk it;
    CHECK(it.say(kFirst, it.ask()).empty());
    it.standing.status = InspectionStatus::accepted;
    CHECK(it.say("b", it.ask()) == "thread_over");
    CHECK(it.say("c", it.answer("ann")).empty());
}

TEST_CASE("a remark that answers nothing that is there moves no thread") {
    std::vector<Thread> threads;
    CHECK_FALSE(foldRemark(threads, "b", {kRecord, "2", "x", "ann", kFirst}));
    CHECK(threads.empty());
}
