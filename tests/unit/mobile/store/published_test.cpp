// Which documents of checklists stay in memory.
#include "mobile/store/published.h"

#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "tests/unit/mobile/kit.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;

namespace {

using Document = std::shared_ptr<const checklist::Checklist>;

// Documents of so many items each, published and pulled; their hashes in that order.
std::vector<Sha256> publish(Bench& bench, const std::vector<int>& items) {
    std::vector<Sha256> out;
    for (const int count : items) {
        const auto document = test::largeDocument(count);
        bench.publish(document);
        out.push_back(crypto::sha256(asBytes(document)));
    }
    (void)bench.unlock();
    return out;
}

Document document(Bench& bench, const Sha256& sha256) {
    return bench.ask([&](LocalStore& store) { return store.published().document(sha256); }).value();
}

// Whether it is in memory although nobody else has it in hands.
bool stays(Bench& bench, const Sha256& sha256) {
    const std::weak_ptr<const checklist::Checklist> weak = document(bench, sha256);
    return !weak.expired();
}

}  // namespace

TEST_CASE("checklists that are used by turns are loaded once") {
    Bench bench;
    const auto lists = publish(bench, {60, 80});
    const std::weak_ptr<const checklist::Checklist> first = document(bench, lists[0]),
                                                    second = document(bench, lists[1]);
    CHECK_FALSE(first.expired());
    CHECK_FALSE(second.expired());
    CHECK(document(bench, lists[0]) == first.lock());
    CHECK(document(bench, lists[1]) == second.lock());
}

TEST_CASE("of long checklists the one that was used last stays") {
    Bench bench;
    const auto lists = publish(bench, {700, 800, 60});
    const std::weak_ptr<const checklist::Checklist> first = document(bench, lists[0]);
    CHECK(stays(bench, lists[0]));
    CHECK(stays(bench, lists[1]));
    CHECK(first.expired());
    CHECK(document(bench, lists[0])->items.size() == 700);  // read again
}

TEST_CASE("a checklist that somebody has in hands is not loaded a second time") {
    Bench bench;
    const auto lists = publish(bench, {700, 800});
    const Document held = document(bench, lists[0]);
    CHECK(stays(bench, lists[1]));
    CHECK(document(bench, lists[0]) == held);
}
