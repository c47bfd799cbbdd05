#include "shared/domain/regions.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

using namespace plumb;
using namespace plumb::domain;

namespace {
std::string book(const std::string& regions, const std::string& former = "") {
    return R"({"format":1,"regions":[)" + regions + R"(],"former":[)" + former + "]}";
}
const std::string kSmall =
    R"({"code":"620000","name":"甘肃省"},{"code":"620300","name":"金昌市"},{"code":"620321","name":"永昌县"})";
}  // namespace

TEST_CASE("Gansu has 14 prefectures and 86 counties, Qinghai 8 and 44") {
    const auto& regions = builtinRegions();
    CHECK(regions.children("").size() == 2);
    for (const auto& [province, prefectures, counties] :
         {std::tuple("620000", 14u, 86u), std::tuple("630000", 8u, 44u)}) {
        std::size_t found = 0;
        for (const auto* prefecture : regions.children(province)) found += regions.children(prefecture->code).size();
        CHECK(regions.children(province).size() == prefectures);
        CHECK(found == counties);
    }
    CHECK(regions.all().size() == 154);
    for (const auto& region : regions.all()) CHECK_FALSE(region.english.empty());
    CHECK(regions.children("620200").empty());
}

TEST_CASE("every prefecture of the field's list is there under its code") {
    const std::pair<const char*, const char*> prefectures[] = {
        {"620100", "兰州"}, {"620200", "嘉峪关"}, {"620300", "金昌"}, {"620400", "白银"}, {"620500", "天水"},
        {"620600", "武威"}, {"620700", "张掖"},   {"620800", "平凉"}, {"620900", "酒泉"}, {"621000", "庆阳"},
        {"621100", "定西"}, {"621200", "陇南"},   {"622900", "临夏"}, {"623000", "甘南"}, {"630100", "西宁"},
        {"630200", "海东"}, {"632200", "海北"},   {"632300", "黄南"}, {"632500", "海南"}, {"632600", "果洛"},
        {"632700", "玉树"}, {"632800", "海西"}};
    for (const auto& [code, name] : prefectures) {
        INFO(code);
        const auto* region = builtinRegions().find(code);
        REQUIRE(region);
        CHECK(region->name.starts_with(name));
        CHECK_FALSE(region->english.empty());
        CHECK(region->level() == RegionLevel::prefecture);
        CHECK(region->prefix() == std::string(code).substr(0, 4));
    }
}

TEST_CASE("statistical pseudo-codes are no regions") {
    for (const char* code : {"620171", "620201", "632857", "", "62", "6203", "999999", "620321x"})
        CHECK_FALSE(builtinRegions().resolve(code));
}

TEST_CASE("a former code leads to the region of today, and is none itself") {
    const std::pair<const char*, const char*> codes[] = {
        {"632100", "630200"}, {"630122", "630106"}, {"632321", "632301"}, {"620824", "620881"}, {"632721", "632701"}};
    CHECK(builtinRegions().former().size() == 5);
    for (const auto& [old, now] : codes) {
        CHECK_FALSE(builtinRegions().find(old));
        REQUIRE(builtinRegions().resolve(old));
        CHECK(builtinRegions().resolve(old)->code == now);
    }
}

TEST_CASE("a region says where it lies") {
    const auto& regions = builtinRegions();
    CHECK(regions.fullName("620321") == "甘肃省金昌市永昌县");
    CHECK(regions.fullName("630106") == "青海省西宁市湟中区");
    CHECK(regions.fullName("620000") == "甘肃省");
    CHECK(regions.fullName("620999").empty());
    CHECK(regions.parent(*regions.find("620321"))->code == "620300");
    CHECK(regions.parent(*regions.find("620300"))->prefix() == "62");
    CHECK_FALSE(regions.parent(*regions.find("620000")));
}

TEST_CASE("the book within the program is the file in assets") {
    std::ifstream file(PLUMB_SOURCE_DIR "/assets/regions/gansu_qinghai.json", std::ios::binary);
    const auto read = RegionBook::parse(std::string(std::istreambuf_iterator<char>(file), {}));
    REQUIRE(read);
    CHECK(read->all().size() == builtinRegions().all().size());
    for (std::size_t i = 0; i < read->all().size(); ++i) CHECK(read->all()[i].name == builtinRegions().all()[i].name);
}

TEST_CASE("a damaged book is refused with the place of its fault") {
    CHECK(RegionBook::parse(book(kSmall)));
    const std::pair<std::string, const char*> rows[] = {
        {"", "line"},
        {"[]", "must be an object"},
        {R"({"format":2,"regions":[],"former":[]})", "format 1"},
        {R"({"format":1,"former":[]})", "regions"},
        {book(R"({"code":"62000","name":"x"})"), "regions[0].code"},
        {book(R"({"code":"000000","name":"x"})"), "regions[0].code"},
        {book(R"({"code":"620000"})"), "regions[0].name"},
        {book("1"), "regions[0]"},
        {book(R"({"code":"620321","name":"永昌县"})"), "620300"},
        {book(kSmall + "," + kSmall), "twice"},
        {book(kSmall, R"({"code":"620399","name":"x","now":"620398","mark":"B"})"), "620398"},
        {book(kSmall, R"({"code":"620321","name":"x","now":"620300","mark":"B"})"), "620321"},
        {book(kSmall, R"({"code":"620399","name":"x","now":"620321"})"), "former[0].mark"},
    };
    for (const auto& [text, why] : rows) {
        INFO(text);
        const auto read = RegionBook::parse(text);
        REQUIRE_FALSE(read);
        CHECK_THAT(read.error().detail, Catch::Contains(why));
    }
}
