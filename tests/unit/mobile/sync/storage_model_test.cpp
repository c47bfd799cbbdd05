// What is held on the tablet, what can be let go of, and what that came to.
#include <catch2/catch.hpp>

#include "mobile/sync/storage_model.h"
#include "tests/unit/mobile/records.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

struct Stand {
    Bench bench;
    SyncService service{bench.home(), [this] { return bench.now; }};
    StorageModel storage{bench.store(), service, nullptr};

    [[nodiscard]] QString value(const QString& id) {
        const auto* row = static_cast<Rows<NamedValueRow>*>(storage.rows())->find(id);
        return row ? row->value : QString();
    }
};

}  // namespace

TEST_CASE("what is held is counted by kind; what the server did not confirm is not offered for letting go") {
    Stand it;
    it.bench.publish(test::smallDocument(1));
    (void)test::signSmall(it.bench);
    it.storage.refresh();
    waitFor([&] { return it.storage.rows()->count() > 0; });
    CHECK_FALSE(it.value("records").isEmpty());
    CHECK(it.value("photos").contains(u" 个"));
    CHECK(it.value("map").isEmpty());
    CHECK(it.value("free").contains(u"，共 "));
    CHECK(it.storage.releasable().isEmpty());
    it.storage.forget();
    CHECK(it.value("free").isEmpty());
}

TEST_CASE("letting go is told by what it came to, and by why it stopped") {
    Stand it;
    it.bench.unlock();
    it.storage.release();
    CHECK(it.storage.busy());
    emit it.service.released(3, 5 << 20, 0, {});
    CHECK_FALSE(it.storage.busy());
    CHECK_FALSE(it.storage.failed());
    CHECK(it.storage.said().contains(u"3 个原件已放开"));
    emit it.service.released(1, 1 << 20, 2, "服务器不答了。");
    CHECK(it.storage.failed());
    CHECK(it.storage.said().contains(u"有 2 个服务器说已经没有"));
    CHECK(it.storage.said().endsWith(u"服务器不答了。"));
    emit it.service.releaseFailed({ErrorKind::offline, "offline", "x"});
    CHECK(it.storage.failed());
    CHECK(it.storage.said().startsWith(u"没有放开任何文件："));
}
