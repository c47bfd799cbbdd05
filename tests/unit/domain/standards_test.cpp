#include "shared/domain/standards.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

using namespace plumb;
using namespace plumb::domain;

namespace {

Day day(const char* text) {
    return parseDay(text).value();
}
std::string entry(const std::string& number, const std::string& rest = "", const std::string& status = "in_force") {
    return R"({"number":")" + number + R"(","kind":"national","title":{"zh":"甲","en":"A"},"mark":"V","status":")" +
           status + "\"" + (rest.empty() ? "" : "," + rest) + "}";
}
std::string catalogue(const std::string& standards, const std::string& statutes = "") {
    return R"({"format":1,"asOf":"2026-11-22","standards":[)" + standards + R"(],"statutes":[)" + statutes + "]}";
}
StandardsCatalogue read(const std::string& text) {
    auto out = StandardsCatalogue::parse(text);
    return std::move(out).value();  // throws where it cannot be read
}
StandardStatus on(const char* cited, const char* when) {
    return builtinStandards().judge(cited, day(when)).status;
}
std::string successors(const Citation& citation) {
    std::string out;
    for (const auto* next : citation.successors) out += next->name + ";";
    return out;
}

}  // namespace

TEST_CASE("an edition is in force until the day its successor takes its place") {
    CHECK(on("GB/T 24421.2-2009", "2009-10-31") == StandardStatus::upcoming);
    CHECK(on("GB/T 24421.2-2009", "2023-03-16") == StandardStatus::inForce);
    CHECK(on("GB/T 24421.2-2009", "2023-03-17") == StandardStatus::replaced);
    CHECK(on("GB/T 24421.2-2023", "2023-03-16") == StandardStatus::upcoming);
    CHECK(on("GB/T 24421.2-2023", "2023-03-17") == StandardStatus::inForce);
    CHECK(on("GB/T 20014.5-2008", "2014-06-21") == StandardStatus::inForce);
    CHECK(on("GB/T 20014.5-2008", "2014-06-22") == StandardStatus::replaced);
    CHECK(successors(builtinStandards().judge("gb/t20014.5—2008", day("2026-11-22"))) == "GB/T 20014.5-2013;");
}

TEST_CASE("a chain of successors is followed to what is in force on the day") {
    CHECK(successors(builtinStandards().judge("GB 2763-2019", day("2022-01-01"))) == "GB 2763-2021;");
    CHECK(successors(builtinStandards().judge("GB 2763-2019", day("2026-11-22"))) == "GB 2763-2026;");
    CHECK(on("GB 2763-2021", "2026-02-28") == StandardStatus::inForce);
    CHECK(on("GB 2763-2021", "2026-03-01") == StandardStatus::replaced);
}

TEST_CASE("an undated citation stands for the edition of the day") {
    const auto& standards = builtinStandards();
    CHECK(standards.judge("GB 2763", day("2021-01-01")).entry->name == "GB 2763-2019");
    CHECK(standards.judge("GB 2763", day("2022-01-01")).entry->name == "GB 2763-2021");
    CHECK(standards.judge("GB 2763", day("2026-11-22")).entry->name == "GB 2763-2026");
    CHECK(standards.judge("GB 2763", day("2026-11-22")).status == StandardStatus::inForce);
    CHECK(standards.judge("GB/T 31600", day("2026-11-22")).status == StandardStatus::inForce);
    const auto old = read(catalogue(entry("GB 7-87", "", "withdrawn") + "," + entry("GB 7-2001", "", "withdrawn")));
    CHECK(old.judge("GB 7", day("2026-01-01")).entry->name == "GB 7-2001");
    CHECK(old.judge("GB 7", day("2026-01-01")).status == StandardStatus::withdrawn);
}

TEST_CASE("what nothing dates is stated, not certain") {
    const auto& standards = builtinStandards();
    CHECK_FALSE(standards.judge("GB/T 35778-2017", day("2026-11-22")).certain);
    CHECK(standards.judge("GB/T 24421.2-2009", day("2026-11-22")).certain);
    CHECK(standards.judge("GB 99999-2020", day("2026-11-22")).status == StandardStatus::unknown);
    CHECK_FALSE(standards.judge("GB 99999-2020", day("2026-11-22")).entry);
}

TEST_CASE("statutes are found by their titles") {
    const auto& standards = builtinStandards();
    const auto* law = standards.find("农产品质量安全法");
    REQUIRE(law);
    CHECK(law->name == "中华人民共和国农产品质量安全法");
    CHECK(standards.find("中华人民共和国农产品质量安全法") == law);
    CHECK_FALSE(law->number);
    CHECK(standards.judge("农药管理条例", day("2026-11-22")).status == StandardStatus::inForce);
}

TEST_CASE("part replacement and withdrawal without a successor") {
    const auto standards =
        read(catalogue(entry("GB 1-2001", R"("partlyReplacedBy":["GB 2-2010"])", "partly_replaced") + "," +
                       entry("GB 2-2010") + "," + entry("GB 3-2001", R"("until":"2020-01-01")", "withdrawn") + "," +
                       entry("GB 4-2027", R"("from":"2027-05-01")", "upcoming")));
    CHECK(standards.judge("GB 1-2001", day("2026-11-22")).status == StandardStatus::partlyReplaced);
    CHECK(standards.judge("GB 3-2001", day("2019-12-31")).status == StandardStatus::inForce);
    CHECK(standards.judge("GB 3-2001", day("2020-01-01")).status == StandardStatus::withdrawn);
    CHECK(standards.judge("GB 4-2027", day("2026-11-22")).status == StandardStatus::upcoming);
    CHECK(standards.judge("GB 4-2027", day("2027-05-01")).status == StandardStatus::inForce);
}

TEST_CASE("two that were replaced by one lead to it once") {
    const auto standards =
        read(catalogue(entry("GB 1-2001", R"("replacedBy":["GB 2-2005","GB 3-2005"])", "replaced") + "," +
                       entry("GB 2-2005", R"("replacedBy":["GB 4-2010"])", "replaced") + "," +
                       entry("GB 3-2005", R"("replacedBy":["GB 4-2010"])", "replaced") + "," + entry("GB 4-2010")));
    CHECK(successors(standards.judge("GB 1-2001", day("2026-11-22"))) == "GB 4-2010;");
}

TEST_CASE("a catalogue that contradicts itself is refused with the place") {
    const std::pair<std::string, const char*> rows[] = {
        {"{", "line"},
        {"[]", "must be an object"},
        {R"({"format":2,"standards":[],"statutes":[]})", "format 1"},
        {R"({"format":1,"asOf":null,"standards":[],"statutes":[]})", "asOf"},
        {catalogue(entry("GBT2763")), "did you mean"},
        {catalogue(entry("GB2763-2021")), "write it as \"GB 2763-2021\""},
        {catalogue(entry("NY 1-2001")), "kind"},
        {catalogue(entry("GB 1-2001", "", "good")), "status"},
        {catalogue(entry("GB 1-2001", R"("from":"2001-02-30")")), "2001-02-30"},
        {catalogue(entry("GB 1-2001", R"("from":20010101)")), "from"},
        {catalogue(entry("GB 1-2001", R"("from":"2020-01-01","until":"2020-01-01")", "withdrawn")), "after"},
        {catalogue(entry("GB 1-2001", R"("replacedBy":["GB 9-2020"])", "replaced")), "GB 9-2020"},
        {catalogue(entry("GB 1-2001", "", "replaced")), "replacedBy"},
        {catalogue(entry("GB 1-2001", R"("replacedBy":"GB 2")", "replaced")), "array"},
        {catalogue(entry("GB 1-2027", "", "upcoming")), "from"},
        {catalogue(entry("GB 1-2001", R"("from":"2027-01-01")")), "make it upcoming"},
        {catalogue(entry("GB 1-2001", R"("until":"2020-01-01")")), "make it withdrawn"},
        {catalogue(entry("GB 1-2001") + "," + entry("GB 1-2001")), "twice"},
        {catalogue(entry("GB 1-2001", R"("replacedBy":["GB 2-2001"])", "replaced") + "," +
                   entry("GB 2-2001", R"("replacedBy":["GB 1-2001"])", "replaced")),
         "lead back"},
        {catalogue("", R"({"title":{"zh":"甲","en":"A"},"mark":"V","status":"in_force"})"), "name"},
        {catalogue("", R"({"name":"甲法","title":{"zh":"甲"},"mark":"V","status":"in_force"})"), "title"},
        {catalogue("", R"({"name":"甲法","title":{"zh":"甲","en":"A"},"status":"in_force"})"), "mark"},
    };
    for (const auto& [text, why] : rows) {
        INFO(text);
        const auto parsed = StandardsCatalogue::parse(text);
        REQUIRE_FALSE(parsed);
        CHECK_THAT(parsed.error().detail, Catch::Contains(why));
    }
}

TEST_CASE("the catalogue within the program is the file in assets, and gives no date without a source") {
    std::ifstream file(PLUMB_SOURCE_DIR "/assets/standards/catalogue.json", std::ios::binary);
    const auto text = std::string(std::istreambuf_iterator<char>(file), {});
    const auto parsed = read(text);
    REQUIRE(parsed.entries().size() == builtinStandards().entries().size());
    for (std::size_t i = 0; i < parsed.entries().size(); ++i)
        CHECK(parsed.entries()[i].titleZh == builtinStandards().entries()[i].titleZh);
    for (const auto& one : parsed.entries()) {
        INFO(one.name);
        if (one.published || one.from || one.until) CHECK(one.mark == 'V');
    }
}
