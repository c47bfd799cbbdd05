#include "shared/domain/standard_search.h"

#include <catch2/catch.hpp>
#include <random>

#include "shared/domain/standards.h"

using namespace plumb::domain;

namespace {

const std::vector<SearchedStandard> kShelf{
    {"NY/T 1168-2006", {"畜禽粪便无害化处理技术规范"}, {"6.2 贮存设施应防雨、防渗、防溢流"}},
    {"NY/T 1168", {"畜禽粪便无害化处理技术规范"}, {}},
    {"NY/T 11680-2020", {"别的"}, {}},
    {"GB 2763-2021",
     {"食品安全国家标准 食品中农药最大残留限量", "Maximum residue limits for pesticides"},
     {"4.1 每种农药的限量"}},
    {"农药管理条例", {"农药管理条例"}, {"第二十条 农药经营者应当建立采购台账"}},
};

std::vector<std::string> names(std::string_view query) {
    std::vector<std::string> out;
    for (const auto& found : StandardSearch(kShelf).find(query)) out.push_back(kShelf[found.standard].name);
    return out;
}

}  // namespace

TEST_CASE("a number is found in any spelling, spacing and width, the nearest first") {
    const auto* typed =
        GENERATE("NY/T 1168", "ny/t1168", "NYT1168", "ＮＹ／Ｔ　１１６８", "NY∕T 1168", " n y / t 1 1 6 8 ", "1168");
    CAPTURE(typed);
    const auto found = names(typed);
    REQUIRE(found.size() == 3);
    if (std::string_view(typed) != "1168") CHECK(found.front() == "NY/T 1168");
    CHECK(found.back() == "NY/T 11680-2020");
    CHECK(names("NY/T 1168—2006") == std::vector<std::string>{"NY/T 1168-2006"});
}

TEST_CASE("words of a title, of a clause, and the initials of the pinyin find it") {
    CHECK(names("农药最大残留") == std::vector<std::string>{"GB 2763-2021"});
    CHECK(names("防渗") == std::vector<std::string>{"NY/T 1168-2006"});
    CHECK(names("采购台账") == std::vector<std::string>{"农药管理条例"});
    CHECK(names("nygltl") == std::vector<std::string>{"农药管理条例"});
    CHECK(names("RESIDUE") == std::vector<std::string>{"GB 2763-2021"});
    // Each word where it will.
    CHECK(names("农药 台账") == std::vector<std::string>{"农药管理条例"});
    CHECK(names("2763 残留") == std::vector<std::string>{"GB 2763-2021"});
    const auto found = StandardSearch(kShelf).find("台账");
    CHECK(found.front().by == FoundBy::text);
    CHECK(found.front().inText);
}

TEST_CASE("one wrong character hides nothing, and nonsense finds nothing") {
    CHECK(names("农药最大残溜限量") == std::vector<std::string>{"GB 2763-2021"});
    CHECK(names("畜禽粪变无害化处理").front().starts_with("NY/T 1168"));
    CHECK(names("量子计算机的校准").empty());
    CHECK(names("zzzz").empty());
    CHECK(names("9999999").empty());
    CHECK(names("").size() == kShelf.size());
    CHECK(names(" 　").size() == kShelf.size());
}

TEST_CASE("whatever is typed is answered") {
    std::mt19937 random(7);
    const StandardSearch search(kShelf);
    for (int round = 0; round < 2000; ++round) {
        std::string query(random() % 24, '\0');
        for (auto& c : query) c = static_cast<char>(random());
        for (const auto& found : search.find(query)) {
            REQUIRE(found.standard < kShelf.size());
            if (found.inText) REQUIRE(found.text < kShelf[found.standard].texts.size());
        }
    }
}

TEST_CASE("every entry of the catalogue is found by its own name and title") {
    std::vector<SearchedStandard> all;
    for (const auto& entry : builtinStandards().entries())
        all.push_back({entry.name, {entry.titleZh, entry.titleEn}, {}});
    const StandardSearch search(all);
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (const auto& query : {all[i].name, all[i].titles[0]}) {
            if (query.empty()) continue;
            const auto found = search.find(query);
            CAPTURE(query);
            CHECK(std::any_of(found.begin(), found.end(), [i](const auto& one) { return one.standard == i; }));
        }
    }
}
