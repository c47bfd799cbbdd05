// A sync that ends at its n-th call, for every n, just before the server has it and just after: what a lost network, a
// closed app and a flat battery have in common. When it goes on, nothing is lost and nothing is there twice.
#include <catch2/catch.hpp>

#include <algorithm>

#include "shared/crypto/hash.h"
#include "tests/unit/sync/kit/tablet.h"

using namespace plumb;
using namespace plumb::sync::kit;

namespace {

struct Cut : std::runtime_error {
    Cut() : std::runtime_error("cut") {}
};

// Ends at call `left` (0: the first), after the server had it or before. By throwing: no code of ours runs on.
class EndsAt : public sync::HttpCaller {
  public:
    EndsAt(World& world, int left, bool after) : m_honest(world), m_left(left), m_after(after) {}
    using HttpCaller::call;
    Result<sync::HttpResponse> call(const sync::HttpRequest& request, std::size_t limit) override {
        const bool last = m_left-- == 0;
        if (last && !m_after) throw Cut();
        auto answer = m_honest.call(request, limit);
        if (last) throw Cut();
        return answer;
    }
    void cancel() override {}
    void resume() override {}
    [[nodiscard]] sync::HttpTraffic traffic() const override { return m_honest.traffic(); }

  private:
    ToWorld m_honest;
    int m_left;
    bool m_after;
};

}  // namespace

TEST_CASE("a sync that ends at its n-th call goes on, for every n, and loses and doubles nothing") {
    World world;
    world.publish();
    std::size_t lost = 0, doubled = 0, cuts = 0;
    for (const bool after : {false, true}) {
        Tablet tablet(world, world.invite(domain::Role::inspector, {"62"}));
        std::vector<record::Line> lines;
        std::vector<std::string> contents;
        for (int n = 0;; ++n) {
            contents.push_back("seen at " + std::to_string(n) + (after ? " after" : " before"));
            lines.push_back(tablet.inspect({contents.back()}, n % 2 == 0 ? "text/plain" : "application/octet-stream"));
            bool whole = true;
            try {
                const auto done = tablet.sync(std::make_unique<EndsAt>(world, n, after));
                REQUIRE(done);
            } catch (const Cut&) {
                whole = false;
                ++cuts;
            }
            tablet.reopen();
            // Until it is cut no more, each n meets what the one before left behind.
            if (whole) break;
        }
        REQUIRE(tablet.fate().empty());
        const auto held = linesOf(world);
        for (const auto& line : lines) {
            const auto count = std::count(held.begin(), held.end(), line.hash());
            lost += count == 0;
            doubled += count > 1;
            CHECK(tablet.store->recordByHash(line.hash())->state == store::RecordState::proved);
        }
        CHECK(tablet.unproved() == 0);
        CHECK(tablet.store->tally().missing == 0);
        for (const auto& content : contents)
            CHECK(world.services().blobs.sizeOf(crypto::sha256(content)) == content.size());
    }
    CHECK(lost == 0);
    CHECK(doubled == 0);
    CHECK(cuts > 20);
    std::printf("faults.cut.cuts %zu\nfaults.cut.lost %zu\nfaults.cut.doubled %zu\n", cuts, lost, doubled);
}
