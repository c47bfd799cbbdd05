#include "tests/bench/many_records.h"

#include <cstdlib>

#include "shared/base/uuid.h"
#include "tests/unit/store/store_fixture.h"

namespace plumb::bench {

namespace {

class Filler {
  public:
    Filler(store::TabletStore& store, const Instant& at) : m_store(store), m_at(at) {}
    ~Filler() { flush(); }
    Filler(const Filler&) = delete;
    Filler& operator=(const Filler&) = delete;

    void add(const std::string& type, const std::string& site, json::object body) {
        record::Payload payload;
        payload.at = m_at;
        payload.at.utc += std::chrono::seconds(m_index);
        payload.id = makeUuid7(payload.at.utc);
        payload.type = type;
        payload.seq = 1;
        payload.site = site;
        payload.region = "620321";
        payload.body = std::move(body);
        auto line = record::Line::sign(m_key, record::formatPayload(payload));
        m_lines.push_back({m_index++, std::move(line), std::move(payload)});
        if (m_lines.size() == 1000) flush();
    }

  private:
    void flush() {
        if (!m_store.takePulled(m_lines)) std::abort();
        m_lines.clear();
    }

    store::TabletStore& m_store;
    Instant m_at;
    crypto::PrivateKey m_key = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    std::vector<store::TabletStore::PulledLine> m_lines;
    std::uint64_t m_index = 1000;
};

}  // namespace

std::string manySiteId(int number) {
    return "site-" + std::to_string(number);
}

void pullMany(store::TabletStore& store, const Instant& at, int sites, int records) {
    Filler filler(store, at);
    static const char* const kPlaces[] = {"永昌县", "金川区", "民勤县", "古浪县", "山丹县", "临泽县"};
    static const char* const kKinds[] = {"设施蔬菜", "高原夏菜", "马铃薯", "肉羊养殖", "中药材"};
    for (int n = 0; n < sites; ++n) {
        filler.add("site.published", manySiteId(n),
                   {{"id", manySiteId(n)},
                    {"name", std::string(kPlaces[n % 6]) + kKinds[n % 5] + "标准化示范区" + std::to_string(n)},
                    {"code", "93620321MA" + std::to_string(1'000'000 + n)},
                    {"region", "620321"},
                    {"address", "城关镇" + std::to_string(n) + "号"}});
    }
    json::object answers;
    for (int i = 0; i < 40; ++i) answers[std::to_string(i)] = "在场看过第 " + std::to_string(i) + " 项的记录";
    for (int n = 0; n < records; ++n) {
        filler.add("inspection.submitted", manySiteId(n % sites),
                   test::wholeBody({{"team", json::array{json::object{{"name", "检查员" + std::to_string(n % 50)}}}},
                                    {"party", {{"name", "陪同人" + std::to_string(n)}}},
                                    {"notes", answers}}));
    }
}

}  // namespace plumb::bench
