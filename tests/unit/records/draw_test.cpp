// The random draw: golden vectors, no preference, and what is not the draw that was committed.
#include "shared/records/planning/draw_lines.h"

#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "tests/unit/records/record_examples.h"

using namespace plumb;
using namespace plumb::records;

namespace {

DrawPool smallPool() {
    DrawPool out;
    for (int i = 1; i <= 42; ++i) out.sites["A"].push_back("a-" + std::to_string(100 + i));
    for (int i = 1; i <= 9; ++i) out.sites["D"].push_back("d-" + std::to_string(100 + i));
    for (const char* person : {"p-chen", "p-li", "p-sun", "p-wang", "p-zhao"}) out.inspectors.emplace_back(person);
    return out;
}

DrawCommitted committed(const DrawPool& pool) {
    DrawCommitted out;
    out.title = "第四季度监督抽查";
    out.pool = crypto::sha256(poolText(pool));
    for (const auto& [name, ids] : pool.sites)
        out.strata.push_back({name, static_cast<std::int64_t>(ids.size()), name == "A" ? 50 : 500});
    out.inspectors = static_cast<std::int64_t>(pool.inspectors.size());
    return out;
}

const DrawCheckpoint kCheckpoint{18377, crypto::sha256("a checkpoint")};

DrawRevealed revealed(const DrawPool& pool, std::vector<Excluded> excluded = {}) {
    DrawRevealed out;
    out.of = "0198d2c4-7a10-7c3e-8f21-0000000000d1";
    out.checkpoint = kCheckpoint;
    out.excluded = std::move(excluded);
    out.result = drawAgain(committed(pool), pool, kCheckpoint, out.excluded).value();
    return out;
}

std::string codeOf(const Result<void>& done) {
    return done ? std::string() : done.error().code;
}

record::Payload payload(std::string_view type, const std::string& id, json::object body) {
    record::Payload out;
    out.type = type;
    out.id = id;
    out.region = "6207";
    out.at = parseInstant("2026-11-16T10:02:00.000+08:00").value();
    out.body = std::move(body);
    return out;
}

// What the page's own lines make of a file, run by Python 3.
std::string replay(const json::object& file) {
    const auto page = test::readPage("shared/records/planning/DRAW.md");
    const auto from = page.find("```python\n") + 10;
    const auto folder =
        std::filesystem::temp_directory_path() / ("plumb-draw-" + std::to_string(std::random_device()()));
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "replay.py") << page.substr(from, page.find("```", from) - from);
    std::ofstream(folder / "draw.json") << toText(file);
    const auto command = "python3 " + (folder / "replay.py").string() + " " + (folder / "draw.json").string() + " 2>&1";
    auto* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe);
    std::string out;
    for (char buffer[4096]; const auto read = std::fread(buffer, 1, sizeof buffer, pipe);) out.append(buffer, read);
    pclose(pipe);
    std::filesystem::remove_all(folder);
    return out;
}

std::string lineOf(json::object body) {
    return "e30..e30 " + toText(json::object{{"body", std::move(body)}});
}

json::object fileOf(const DrawPool& pool, const DrawRevealed& reveal) {
    return {
        {"pool", poolText(pool)}, {"committed", lineOf(toBody(committed(pool)))}, {"revealed", lineOf(toBody(reveal))}};
}

}  // namespace

TEST_CASE("golden vectors of the draw") {
    const auto vectors = parseJson(test::readPage("tests/unit/records/cases/draw.json"));
    REQUIRE(vectors);
    const auto& golden = vectors->as_object();
    const auto pool = smallPool();
    CHECK(crypto::sha256(poolText(pool)).hex() == textOr(golden, "pool"));
    const auto reveal = revealed(pool, {{"a-104", "已注销"}, {"p-sun", "证件到期"}});
    CHECK(drawSeed(kCheckpoint, crypto::sha256(poolText(pool))).hex() == textOr(golden, "seed"));
    CHECK(toText(toBody(reveal)) == toText(golden.at("revealed")));
    CHECK(toText(toBody(committed(pool))) == toText(golden.at("committed")));
}

TEST_CASE("writes the golden vectors of the draw", "[.write]") {
    const auto pool = smallPool();
    const auto hash = crypto::sha256(poolText(pool));
    std::ofstream(std::string(PLUMB_SOURCE_DIR) + "/tests/unit/records/cases/draw.json")
        << toText(json::object{{"pool", hash.hex()},
                               {"seed", drawSeed(kCheckpoint, hash).hex()},
                               {"committed", toBody(committed(pool))},
                               {"revealed", toBody(revealed(pool, {{"a-104", "已注销"}, {"p-sun", "证件到期"}}))}})
        << "\n";
}

// Draws of every kind, so that who writes the rule again in another language meets them all.
struct GoldenDraw {
    const char* name;
    DrawPool pool;
    std::vector<int> permille;  // of the strata in their order
    int teamSize;
    std::vector<Excluded> excluded;
    std::optional<std::vector<Excluded>> bound = {};  // by the commitment
};

DrawPool poolOf(const std::map<std::string, int>& strata, int inspectors) {
    DrawPool out;
    for (const auto& [name, n] : strata)
        for (int i = 1; i <= n; ++i) out.sites[name].push_back("site-" + name + "-" + std::to_string(1000 + i));
    for (int i = 1; i <= inspectors; ++i) out.inspectors.push_back("person-" + std::to_string(100 + i));
    return out;
}

std::vector<GoldenDraw> goldenDraws() {
    return {
        {"four risk classes, eighteen inspectors",
         poolOf({{"A", 42}, {"B", 68}, {"C", 31}, {"D", 9}}, 18),
         {50, 100, 200, 500},
         2,
         {{"site-B-1003", "已注销"}, {"site-D-1001", "本年已检查 2 次"}, {"person-103", "证件到期"}}},
        {"none of one stratum, all of another, and a thousandth is rounded up to one",
         poolOf({{"A", 12}, {"B", 7}, {"C", 3}}, 5),
         {0, 1000, 1},
         2,
         {}},
        {"strata in Chinese come in the order of their bytes; one person a team",
         poolOf({{"高", 6}, {"中", 11}, {"低", 5}, {"Z", 4}}, 3),
         {334, 250, 500, 999},
         1,
         {{"person-102", "申请回避"}}},
        {"one site, one team", poolOf({{"A", 1}}, 2), {1}, 2, {}},
        {"who stands in is the next of the same stratum, also for several",
         poolOf({{"A", 9}, {"D", 6}}, 7),
         {300, 500},
         2,
         {{"site-A-1001", "x"},
          {"site-A-1002", "x"},
          {"site-A-1003", "x"},
          {"site-A-1004", "x"},
          {"site-D-1006", "x"}}},
        {"who was excluded before the seed was known, and one for what arose later",
         poolOf({{"A", 14}, {"D", 8}}, 6),
         {250, 500},
         2,
         {{"site-D-1003", "已注销", parseDay("2026-11-20")}},
         {{{"site-A-1002", "停产检修"}, {"person-104", "长期病假"}}}},
    };
}

json::object asGolden(const GoldenDraw& of) {
    DrawCommitted says;
    says.title = of.name;
    says.pool = crypto::sha256(poolText(of.pool));
    says.inspectors = static_cast<std::int64_t>(of.pool.inspectors.size());
    says.teamSize = of.teamSize;
    for (const auto& [name, ids] : of.pool.sites)
        says.strata.push_back({name, static_cast<std::int64_t>(ids.size()), of.permille[says.strata.size()]});
    says.excluded = of.bound;
    DrawRevealed reveal;
    reveal.of = "0198d2c4-7a10-7c3e-8f21-0000000000d1";
    reveal.checkpoint = {1000 + of.pool.sites.size(), crypto::sha256(of.name)};
    reveal.excluded = of.excluded;
    reveal.result = drawAgain(says, of.pool, reveal.checkpoint, of.excluded).value();
    return {{"name", of.name},
            {"pool", poolText(of.pool)},
            {"seed", drawSeed(reveal.checkpoint, says.pool).hex()},
            {"committed", toBody(says)},
            {"revealed", toBody(reveal)}};
}

constexpr const char* kGoldenDraws = "tests/unit/records/cases/draws.json";

TEST_CASE("draws with strata of every kind come out as they are written down, and by the page's twenty lines, too") {
    const auto written = parseJson(test::readPage(kGoldenDraws));
    REQUIRE(written);
    const auto all = goldenDraws();
    REQUIRE(written->as_array().size() == all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        INFO(all[i].name);
        const auto& golden = written->as_array()[i].as_object();
        CHECK(toText(asGolden(all[i])) == toText(golden));
        const auto says = readDrawCommitted(golden.at("committed").as_object());
        const auto reveal = readDrawRevealed(golden.at("revealed").as_object());
        REQUIRE((says && reveal));
        const auto pool = committedPool(*says, textOr(golden, "pool"));
        REQUIRE(pool);
        CHECK(codeOf(checkDraw(*says, *pool, *reveal)).empty());
        const auto said = parseJson(replay({{"pool", golden.at("pool")},
                                            {"committed", lineOf(golden.at("committed").as_object())},
                                            {"revealed", lineOf(golden.at("revealed").as_object())}}));
        REQUIRE(said);
        CHECK(textOr(said->as_object(), "seed") == textOr(golden, "seed"));
        CHECK(said->at("drawn").as_array().size() == reveal->result.sites.size());
    }
}

TEST_CASE("writes the golden draws with strata", "[.write]") {
    json::array out;
    for (const auto& one : goldenDraws()) out.push_back(asGolden(one));
    std::ofstream(std::string(PLUMB_SOURCE_DIR) + "/" + kGoldenDraws) << toText(out) << "\n";
}

TEST_CASE("a stranger's twenty lines draw the same, and say where something else is stated") {
    const auto pool = smallPool();
    auto reveal = revealed(pool, {{"a-104", "已注销"}, {"p-sun", "证件到期"}});
    const auto said = parseJson(replay(fileOf(pool, reveal)));
    REQUIRE(said);
    CHECK(textOr(said->as_object(), "seed") == drawSeed(kCheckpoint, crypto::sha256(poolText(pool))).hex());
    REQUIRE(said->at("drawn").as_array().size() == reveal.result.sites.size());
    for (std::size_t i = 0; i < reveal.result.sites.size(); ++i)
        CHECK(said->at("drawn").as_array()[i].as_string() == reveal.result.sites[i].site);
    auto other = pool;
    other.sites["A"][0] = "a-000";
    auto file = fileOf(pool, reveal);
    file["pool"] = poolText(other);
    CHECK(replay(file).find("another pool") != std::string::npos);
    std::swap(reveal.result.sites[0], reveal.result.sites[1]);
    CHECK(replay(fileOf(pool, reveal)).find("another result") != std::string::npos);
}

TEST_CASE("random draws: so many of each stratum, nobody twice, nobody excluded, teams in turn, and as the page says") {
    std::mt19937 random(11);
    for (int round = 0; round < 60; ++round) {
        DrawPool pool;
        const auto strata = 1 + random() % 4;
        for (std::size_t s = 0; s < strata; ++s) {
            for (std::size_t i = 0, n = 1 + random() % 40; i < n; ++i)
                pool.sites[std::string(1, static_cast<char>('A' + s))].push_back(std::to_string(1000 * (s + 1) + i));
        }
        for (std::size_t i = 0, n = 2 + random() % 9; i < n; ++i)
            pool.inspectors.push_back("p" + std::to_string(10 + i));
        CHECK(parsePool(poolText(pool)).value() == pool);
        DrawCommitted asked;
        asked.pool = crypto::sha256(poolText(pool));
        asked.teamSize = 1 + static_cast<int>(random() % 2);
        asked.inspectors = static_cast<std::int64_t>(pool.inspectors.size());
        for (const auto& [name, ids] : pool.sites)
            asked.strata.push_back({name, static_cast<std::int64_t>(ids.size()), static_cast<int>(random() % 700)});
        std::vector<Excluded> excluded;
        for (const auto& [name, ids] : pool.sites)
            if (ids.size() > 8) excluded.push_back({ids[random() % ids.size()], "注销"});
        DrawRevealed reveal;
        reveal.of = "0198d2c4-7a10-7c3e-8f21-0000000000d1";
        reveal.checkpoint = {1 + random() % 100000, crypto::sha256(std::to_string(random()))};
        reveal.excluded = excluded;
        const auto result = drawAgain(asked, pool, reveal.checkpoint, excluded);
        REQUIRE(result);
        reveal.result = *result;
        CHECK(readDrawRevealed(toBody(reveal)).value() == reveal);
        std::set<std::string> seen;
        std::map<std::string, std::size_t> count;
        for (std::size_t i = 0; i < result->sites.size(); ++i) {
            const auto& one = result->sites[i];
            CHECK(seen.insert(one.site).second);
            CHECK(one.team == i % result->teams.size());
            ++count[one.stratum];
            for (const auto& out : excluded) CHECK(one.site != out.id);
        }
        for (const auto& stratum : asked.strata)
            CHECK(count[stratum.name] == drawnOf(static_cast<std::size_t>(stratum.of), stratum.permille));
        if (round % 12 != 0) continue;
        const auto said = parseJson(replay(
            {{"pool", poolText(pool)}, {"committed", lineOf(toBody(asked))}, {"revealed", lineOf(toBody(reveal))}}));
        if (!result->sites.empty()) CHECK(said);
    }
}

TEST_CASE("no place is preferred: each of seven comes first about as often") {
    std::map<std::string, int> first;
    for (int i = 0; i < 7000; ++i)
        ++first[shuffled({"a", "b", "c", "d", "e", "f", "g"}, crypto::sha256(std::to_string(i)), "site A").front()];
    REQUIRE(first.size() == 7);
    for (const auto& [id, times] : first) CHECK((times > 850 && times < 1150));  // five standard deviations
}

TEST_CASE("a pool that was changed, another checkpoint, another result or a wrong exclusion is found") {
    const auto pool = smallPool();
    const auto says = committed(pool);
    CHECK(codeOf(checkDraw(says, pool, revealed(pool))).empty());
    auto other = pool;
    other.sites["A"].pop_back();
    CHECK(committedPool(says, poolText(other)).error().code == "pool_differs");
    CHECK(committedPool(says, poolText(pool)).value() == pool);
    auto moved = revealed(pool);
    ++moved.checkpoint.size;
    CHECK(codeOf(checkDraw(says, pool, moved)) == "draw_differs");
    auto picked = revealed(pool);
    picked.result.sites[0].site = "a-101";
    picked.result.sites[1].site = "a-102";
    CHECK(codeOf(checkDraw(says, pool, picked)) == "draw_differs");
    auto stranger = revealed(pool);
    stranger.excluded.push_back({"nobody", "x"});
    CHECK(codeOf(checkDraw(says, pool, stranger)) == "draw_excluded");
    auto all = revealed(pool);
    for (const auto& person : pool.inspectors) all.excluded.push_back({person, "出差"});
    CHECK(codeOf(checkDraw(says, pool, all)) == "draw_short");
    for (const char* text :
         {"", "site\tA\tx\n", "plumb-pool-v1\n", "plumb-pool-v1\nsite\tA\tx", "plumb-pool-v1\nsite\tA\n",
          "plumb-pool-v1\nsite\tA\tb\nsite\tA\ta\n", "plumb-pool-v1\nsite\tA\ta\nsite\tA\ta\n",
          "plumb-pool-v1\nsite\tA\ta\nsite\tB\ta\n", "plumb-pool-v1\nsite\t\ta\n", "plumb-pool-v1\nperson\ta\n",
          "plumb-pool-v1\ninspector\t\nsite\tA\ta\n"}) {
        INFO(text);
        CHECK(parsePool(text).error().code == "bad_pool");
    }
}

TEST_CASE("a draw is revealed once, by a checkpoint that did not stand when it was committed") {
    const auto pool = smallPool();
    auto reveal = revealed(pool);
    const auto id = reveal.of;
    std::optional<DrawRow> row;
    const auto shown = [&] { return payload(kDrawRevealed, "r1", toBody(reveal)); };
    CHECK(codeOf(mayReveal(row, shown())) == "draw_unknown");
    const auto begun = payload(kDrawCommitted, id, toBody(committed(pool)));
    REQUIRE(foldDraw(row, {begun, Sha256{}, "kid", 18400}));
    CHECK(codeOf(mayReveal(row, shown())) == "checkpoint_old");
    reveal.checkpoint.size = 18401;
    CHECK(codeOf(mayReveal(row, shown())) == "checkpoint_old");
    reveal.checkpoint.size = 18402;
    const auto good = shown();
    REQUIRE(foldDraw(row, {good, Sha256{}, "kid", 18420}));
    CHECK(row->reveal == "r1");
    CHECK(codeOf(mayReveal(row, good)) == "draw_revealed");
    CHECK_FALSE(foldDraw(row, {good, Sha256{}, "kid", 18421}));
}

TEST_CASE("who is excluded is bound by the commitment; a later one has arisen since, and is none of those") {
    const auto pool = smallPool();
    auto says = committed(pool);
    says.excluded = {{"a-104", "停产检修"}, {"p-sun", "长期病假"}};
    CHECK(readDrawCommitted(toBody(says)).value() == says);
    CHECK(codeOf(checkDrawable(says, pool)).empty());
    // The same as if the reveal had said it: only when it is said is another thing.
    CHECK(drawAgain(says, pool, kCheckpoint, {}).value() ==
          drawAgain(committed(pool), pool, kCheckpoint, *says.excluded).value());

    auto short_ = says;
    for (const auto& person : pool.inspectors)
        if (person != "p-sun") short_.excluded->push_back({person, "出差"});
    CHECK(codeOf(checkDrawable(short_, pool)) == "draw_short");
    auto stranger = says;
    stranger.excluded->push_back({"nobody", "x"});
    CHECK(codeOf(checkDrawable(stranger, pool)) == "draw_excluded");

    const std::string id = "0198d2c4-7a10-7c3e-8f21-0000000000d1";
    std::optional<DrawRow> row;
    const auto begun = payload(kDrawCommitted, id, toBody(says));
    REQUIRE(foldDraw(row, {begun, Sha256{}, "kid", 100}));
    const auto revealedWith = [&](std::vector<Excluded> late) {
        DrawRevealed out{id, {102, crypto::sha256("x")}, std::move(late), {}};
        out.result = drawAgain(says, pool, out.checkpoint, out.excluded).value();
        return codeOf(mayReveal(row, payload(kDrawRevealed, "r1", toBody(out))));
    };
    CHECK(revealedWith({}).empty());
    CHECK(revealedWith({{"a-105", "已注销", parseDay("2026-11-16")}}).empty());
    CHECK(revealedWith({{"a-105", "已注销", parseDay("2026-11-15")}}) == "exclusion_late");
    CHECK(revealedWith({{"a-105", "已注销"}}) == "exclusion_late");
    CHECK(revealedWith({{"a-104", "停产", parseDay("2026-11-16")}}) == "exclusion_late");
    // The reveal is of the same day: nothing has arisen that is yet to come.
    CHECK(revealedWith({{"a-105", "已注销", parseDay("2026-11-17")}}) == "exclusion_late");
    CHECK(revealedWith({{"a-105", "已注销", parseDay("2099-01-01")}}) == "exclusion_late");
    const Excluded gone{"a-105", "已注销", parseDay("2026-11-16")};
    CHECK(revealedWith({gone, gone}) == "exclusion_late");

    // A commitment of before the rule says nothing of it, and its reveal says all.
    row.reset();
    says.excluded.reset();
    const auto old = payload(kDrawCommitted, id, toBody(says));
    REQUIRE(foldDraw(row, {old, Sha256{}, "kid", 100}));
    CHECK(revealedWith({{"a-105", "已注销"}}).empty());
}
