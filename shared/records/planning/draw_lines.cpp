#include "shared/records/planning/draw_lines.h"

#include <algorithm>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "shared/records/body_reader.h"

namespace plumb::records {
namespace {

constexpr int kWhole = 1000;

DrawCheckpoint checkpointFrom(BodyReader& read) {
    DrawCheckpoint out;
    const auto size = read.integer("size");
    if (size < 1) read.fault("size", "must be at least 1");
    out.size = static_cast<std::uint64_t>(std::max<std::int64_t>(size, 0));
    const auto bytes = fromBase64(read.text("root"));
    const auto root = bytes ? Sha256::fromView(*bytes) : Result<Sha256>(fail(Error{}));
    if (!root) read.fault("root", "must be a hash in base64");
    if (root) out.root = *root;
    return out;
}

Excluded excludedFrom(BodyReader& read) {
    Excluded out{read.text("id"), read.text("reason"), {}};
    if (read.members().contains("arose")) out.arose = read.day("arose");
    return out;
}

json::array excludedBody(const std::vector<Excluded>& excluded) {
    json::array out;
    for (const auto& one : excluded) {
        json::object body{{"id", one.id}, {"reason", one.reason}};
        if (one.arose) body["arose"] = dayText(*one.arose);
        out.push_back(std::move(body));
    }
    return out;
}

bool holds(const std::vector<Excluded>& excluded, const std::string& id) {
    return std::any_of(excluded.begin(), excluded.end(), [&](const auto& one) { return one.id == id; });
}

// What the reveal of a draw whose commitment said who is excluded may exclude beside them.
Result<void> mayExclude(const DrawRow& row, const std::vector<Excluded>& late, Day revealed) {
    if (!row.says.excluded) return {};
    for (auto one = late.begin(); one != late.end(); ++one) {
        const auto id = one->id.substr(0, 80);
        if (holds(*row.says.excluded, one->id))
            return fail(ErrorKind::refused, "exclusion_late", id + " is excluded by the commitment already");
        if (std::any_of(late.begin(), one, [&](const auto& before) { return before.id == one->id; }))
            return fail(ErrorKind::refused, "exclusion_late", id + " is excluded twice; say it once");
        if (!one->arose || *one->arose < dayOf(row.at) || *one->arose > revealed)
            return fail(ErrorKind::refused, "exclusion_late",
                        id + " is excluded after the commitment: say when the reason arose (\"arose\"), from " +
                            dayText(dayOf(row.at)) + " to " + dayText(revealed) +
                            ", the day of the reveal; what was known before is excluded by the commitment");
    }
    return {};
}

}  // namespace

DrawRatios DrawCommitted::ratios() const {
    DrawRatios out;
    for (const auto& stratum : strata) out[stratum.name] = stratum.permille;
    return out;
}

Result<DrawCommitted> readDrawCommitted(const json::object& body) {
    BodyReader read(body);
    DrawCommitted out;
    if (read.text("rule") != kDrawRule) read.fault("rule", "must be \"plumb-draw-v1\"");
    out.title = read.text("title");
    out.pool = read.hash("pool");
    const auto strata = read.eachIf("strata", [&](BodyReader& stratum) {
        DrawStratum one{stratum.text("name"), stratum.integer("of"), 0};
        const auto permille = stratum.integer("permille");
        if (one.of < 1) stratum.fault("of", "must be at least 1");
        if (permille < 0 || permille > kWhole) stratum.fault("permille", "must be 0 to 1000");
        one.permille = static_cast<int>(permille);
        if (!out.strata.empty() && one.name <= out.strata.back().name)
            stratum.fault("name", "must come after the one before");
        out.strata.push_back(std::move(one));
    });
    if (strata == 0) read.fault("strata", "must name one stratum at least");
    out.inspectors = read.integer("inspectors");
    const auto team = read.integer("team");
    if (team < 1 || team > 2) read.fault("team", "must be 1 or 2");
    out.teamSize = static_cast<int>(team);
    if (out.inspectors < team) read.fault("inspectors", "must be enough for one team");
    if (body.contains("excluded")) {
        out.excluded.emplace();
        (void)read.eachIf("excluded", [&](BodyReader& one) {
            auto excluded = excludedFrom(one);
            if (excluded.arose) one.fault("arose", "stands in a reveal alone");
            if (holds(*out.excluded, excluded.id)) one.fault("id", "is excluded twice");
            out.excluded->push_back(std::move(excluded));
        });
    }
    (void)read.objectIf("plan", [&](BodyReader& plan) {
        out.plan = DrawPlan{plan.recordId("of"), plan.text("batch")};
    });
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const DrawCommitted& committed) {
    json::array strata;
    for (const auto& one : committed.strata)
        strata.push_back(json::object{{"name", one.name}, {"of", one.of}, {"permille", one.permille}});
    json::object out{
        {"rule", kDrawRule},           {"title", committed.title},           {"pool", committed.pool.hex()},
        {"strata", std::move(strata)}, {"inspectors", committed.inspectors}, {"team", committed.teamSize}};
    if (committed.excluded) out["excluded"] = excludedBody(*committed.excluded);
    if (committed.plan) out["plan"] = {{"of", committed.plan->of}, {"batch", committed.plan->batch}};
    return out;
}

Result<DrawRevealed> readDrawRevealed(const json::object& body) {
    BodyReader read(body);
    DrawRevealed out;
    out.of = read.recordId("of");
    (void)read.object("checkpoint", [&](BodyReader& checkpoint) { out.checkpoint = checkpointFrom(checkpoint); });
    (void)read.eachIf("excluded", [&](BodyReader& one) { out.excluded.push_back(excludedFrom(one)); });
    (void)read.eachIf("teams", [&](BodyReader& team) {
        out.result.teams.push_back(team.textsIf("persons"));
        if (out.result.teams.back().empty()) team.fault("persons", "must name one person at least");
    });
    if (out.result.teams.empty()) read.fault("teams", "must name one team at least");
    (void)read.eachIf("drawn", [&](BodyReader& one) {
        DrawnSite site{one.text("site"), one.text("stratum"), 0};
        const auto team = one.integer("team");
        if (team < 1 || static_cast<std::size_t>(team) > out.result.teams.size())
            one.fault("team", "must be the number of one of \"teams\"");
        site.team = static_cast<std::size_t>(std::max<std::int64_t>(team, 1) - 1);
        out.result.sites.push_back(std::move(site));
    });
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const DrawRevealed& revealed) {
    json::array drawn, teams;
    for (const auto& team : revealed.result.teams)
        teams.push_back(json::object{{"persons", json::array(team.begin(), team.end())}});
    for (const auto& one : revealed.result.sites)
        drawn.push_back(json::object{
            {"site", one.site}, {"stratum", one.stratum}, {"team", static_cast<std::int64_t>(one.team + 1)}});
    json::object out{{"of", revealed.of},
                     {"checkpoint",
                      {{"size", static_cast<std::int64_t>(revealed.checkpoint.size)},
                       {"root", toBase64(revealed.checkpoint.root.view())}}},
                     {"teams", std::move(teams)},
                     {"drawn", std::move(drawn)}};
    if (!revealed.excluded.empty()) out["excluded"] = excludedBody(revealed.excluded);
    return out;
}

Result<DrawPool> committedPool(const DrawCommitted& committed, std::string_view text) {
    const auto differs = [](const std::string& what) {
        return fail(ErrorKind::refused, "pool_differs", "the pool is not the one that was committed: " + what);
    };
    if (crypto::sha256(text) != committed.pool) return differs("its hash is another");
    auto pool = parsePool(text);
    if (!pool) return pool;
    if (pool->sites.size() != committed.strata.size()) return differs("it has other strata");
    for (const auto& stratum : committed.strata) {
        const auto found = pool->sites.find(stratum.name);
        if (found == pool->sites.end() || found->second.size() != static_cast<std::size_t>(stratum.of))
            return differs("stratum " + stratum.name + " has another number of sites");
    }
    if (pool->inspectors.size() != static_cast<std::size_t>(committed.inspectors))
        return differs("it has another number of inspectors");
    return pool;
}

Result<DrawResult> drawAgain(const DrawCommitted& committed, const DrawPool& pool, const DrawCheckpoint& checkpoint,
                             const std::vector<Excluded>& late) {
    std::vector<std::string> ids;
    if (committed.excluded)
        for (const auto& one : *committed.excluded) ids.push_back(one.id);
    for (const auto& one : late) ids.push_back(one.id);
    return draw(pool, committed.ratios(), static_cast<std::size_t>(committed.teamSize),
                drawSeed(checkpoint, committed.pool), ids);
}

Result<void> checkDrawable(const DrawCommitted& committed, const DrawPool& pool) {
    const auto drawn = drawAgain(committed, pool, {}, {});
    return drawn ? Result<void>() : fail(drawn.error());
}

Result<void> checkDraw(const DrawCommitted& committed, const DrawPool& pool, const DrawRevealed& revealed) {
    const auto again = drawAgain(committed, pool, revealed.checkpoint, revealed.excluded);
    if (!again) return fail(again.error());
    if (*again == revealed.result) return {};
    return fail(ErrorKind::refused, "draw_differs",
                "what is stated as drawn is not what pool, checkpoint and exclusions give");
}

std::string drawOf(const record::Payload& payload) {
    if (payload.type == kDrawCommitted) return payload.id;
    return payload.type == kDrawRevealed ? textOr(payload.body, "of") : std::string();
}

Result<void> mayReveal(const std::optional<DrawRow>& row, const record::Payload& payload) {
    const auto of = drawOf(payload);
    if (!row || row->id != of)
        return fail(ErrorKind::refused, "draw_unknown",
                    "no draw " + of.substr(0, 40) + " is committed in this log; it has to be sent first");
    if (row->revealed)
        return fail(ErrorKind::refused, "draw_revealed",
                    "draw " + of.substr(0, 40) + " was revealed by record " + row->reveal.substr(0, 40) + " already");
    const auto says = readDrawRevealed(payload.body);
    if (!says) return fail(says.error());
    // A tree of this size holds the commitment and one line at least that came after it.
    if (row->place && says->checkpoint.size >= *row->place + 2)
        return mayExclude(*row, says->excluded, dayOf(payload.at));
    return fail(ErrorKind::refused, "checkpoint_old",
                "the checkpoint of " + std::to_string(says->checkpoint.size) +
                    " entries does not lie behind the commitment: its seed could have been known before");
}

bool foldDraw(std::optional<DrawRow>& row, const BelievedLine& line) {
    const auto& payload = line.payload;
    if (payload.type == kDrawCommitted) {
        auto says = row ? Result<DrawCommitted>(fail(Error{})) : readDrawCommitted(payload.body);
        if (!says) return false;
        row.emplace();
        row->id = payload.id;
        row->region = payload.region;
        row->kid = line.kid;
        row->at = payload.at;
        row->says = std::move(*says);
        row->place = line.place;
        return true;
    }
    if (payload.type != kDrawRevealed || !mayReveal(row, payload)) return false;
    row->reveal = payload.id;
    row->revealed = readDrawRevealed(payload.body).value();
    return true;
}

}  // namespace plumb::records
