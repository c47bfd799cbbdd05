// The exchange by file, as the sync page tells it.
#include <catch2/catch.hpp>

#include "mobile/sync/pack_model.h"
#include "tests/unit/mobile/kit.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

struct Stand {
    Bench bench;
    SyncService service{bench.home(), [this] { return bench.now; }};
    PackModel pack{service, nullptr};
};

}  // namespace

TEST_CASE("an exchange is told by what it came to, and a second tap starts no second one") {
    Stand it;
    CHECK(it.pack.said().isEmpty());
    it.pack.write("/nowhere");
    CHECK(it.pack.busy());
    it.pack.take("/nowhere");
    emit it.service.packDone({PackInfo::Step::write, "甲.plumbpack", 3, 5, 2, 4096, 0, 0, 0, {}});
    CHECK_FALSE(it.pack.busy());
    CHECK(it.pack.said().contains(u"已写好 甲.plumbpack：3 条记录、5 个文件"));
    CHECK(it.pack.said().contains(u"还有 2 个文件放不下"));
    CHECK(it.pack.tone() == "part");
    emit it.service.packDone({PackInfo::Step::take, {}, 0, 5, 0, 0, 3, 0, 7, {}});
    CHECK(it.pack.said() == "回执已核验：3 条记录已入日志并证明，5 个文件已到，取回 7 条新内容。");
    CHECK(it.pack.tone() == "info");
    emit it.service.packDone({PackInfo::Step::take, {}, 0, 5, 0, 0, 2, 1, 0, {}});
    CHECK(it.pack.said().contains(u"有 1 条没有收下"));
    CHECK(it.pack.tone() == "part");
    it.pack.forget();
    CHECK(it.pack.said().isEmpty());
}

TEST_CASE("an exchange that failed says why, by the code") {
    Stand it;
    it.pack.carry("/nowhere/there.plumbpack");
    emit it.service.packFailed({ErrorKind::offline, "offline", "no server answers"});
    CHECK_FALSE(it.pack.busy());
    CHECK(it.pack.tone() == "fail");
    CHECK_FALSE(it.pack.said().isEmpty());
    CHECK_FALSE(it.pack.said().contains(u"no server answers"));
}
