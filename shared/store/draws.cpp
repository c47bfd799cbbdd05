#include "shared/store/draws.h"

#include "shared/crypto/hash.h"
#include "shared/store/folded_rows.h"
#include "shared/store/plans.h"
#include "shared/store/tasks.h"

namespace plumb::store {
namespace {

struct Lines {
    std::optional<records::DrawRow> row;
    std::string committed, revealed;  // texts
};

Lines linesOfDraw(const TabletStore& store, const std::string& draw) {
    Lines out;
    for (const auto& line : store.linesOf(draw)) {
        if (!counts(line.row)) continue;
        const auto payload = store.payload(line);
        if (!payload || records::drawOf(*payload) != draw) continue;
        if (!records::foldDraw(out.row, {*payload, line.row.hash, line.row.kid, line.row.logIndex})) continue;
        const auto text = store.line(line.row.hash);
        if (text) (payload->type == records::kDrawCommitted ? out.committed : out.revealed) = text->text();
    }
    return out;
}

tl::unexpected<Error> unknownDraw(const std::string& draw) {
    return fail(ErrorKind::notFound, "draw_unknown", "no draw " + draw + " is on this device; sync first");
}

Result<std::string> poolTextOf(const TabletStore& store, const records::DrawRow& row) {
    const auto bytes = store.vault().get(row.says.pool);
    if (!bytes)
        return fail(ErrorKind::notFound, "file_missing", "the pool of draw " + row.id + " is not on this device");
    return std::string(asText(*bytes));
}

}  // namespace

Result<record::Line> commitDraw(TabletStore& store, const DrawAsked& asked) {
    const auto text = records::poolText(asked.pool);
    records::DrawCommitted says;
    says.title = asked.title;
    says.pool = crypto::sha256(text);
    says.inspectors = static_cast<std::int64_t>(asked.pool.inspectors.size());
    says.teamSize = asked.teamSize;
    says.plan = asked.plan;
    says.excluded = asked.excluded;
    for (const auto& [stratum, ids] : asked.pool.sites) {
        const auto ratio = asked.ratios.find(stratum);
        if (ratio == asked.ratios.end())
            return fail(ErrorKind::malformed, "bad_draw", "stratum " + stratum + " has no ratio");
        says.strata.push_back({stratum, static_cast<std::int64_t>(ids.size()), ratio->second});
    }
    if (auto good = records::committedPool(says, text); !good) return fail(good.error());
    if (auto good = records::checkDrawable(says, asked.pool); !good) return fail(good.error());
    if (says.plan) {
        if (auto good = records::mayDrawFor(planAt(store, says.plan->of), says, asked.region); !good)
            return fail(good.error());
    }
    const auto file = store.importFile(asBytes(text), kPoolType);
    if (!file) return fail(file.error());
    NewRecord record;
    record.type = records::kDrawCommitted;
    record.region = asked.region;
    record.files.push_back({file->sha256, file->size, file->type, std::string(records::kPoolRole), {}});
    record.body = records::toBody(says);
    return store.append(record);
}

std::optional<records::DrawRow> drawAt(const TabletStore& store, const std::string& draw) {
    return linesOfDraw(store, draw).row;
}

Result<records::DrawPool> poolOf(const TabletStore& store, const records::DrawRow& row) {
    const auto text = poolTextOf(store, row);
    if (!text) return fail(text.error());
    return records::committedPool(row.says, *text);
}

records::Deciding decidingOf(const TabletStore& store, const records::DrawRow& row, std::uint64_t size) {
    const auto book = store.trust();
    const auto* drawer = book ? book->member(row.kid) : nullptr;
    const auto newest = store.newestCheckpoint();
    if (!drawer || !row.place || !newest || size > newest->checkpoint.size) return records::Deciding::unknown;
    return records::judgeDeciding(*row.place, drawer->personId, size,
                                  [&](std::uint64_t index) -> std::optional<std::string> {
                                      const auto kid = store.authorAt(index);
                                      if (!kid) return std::nullopt;
                                      const auto* member = book->member(*kid);
                                      return member ? member->personId : std::string();
                                  });
}

Result<record::Line> revealDraw(TabletStore& store, const std::string& draw, const records::DrawCheckpoint& checkpoint,
                                const std::vector<records::Excluded>& late) {
    const auto row = drawAt(store, draw);
    if (!row) return unknownDraw(draw);
    const auto pool = poolOf(store, *row);
    if (!pool) return fail(pool.error());
    if (decidingOf(store, *row, checkpoint.size) == records::Deciding::wrong)
        return fail(ErrorKind::refused, "checkpoint_wrong",
                    "the lines on this device say that the draw is decided by another checkpoint than this one");
    auto result = records::drawAgain(row->says, *pool, checkpoint, late);
    if (!result) return fail(result.error());
    NewRecord record;
    record.type = records::kDrawRevealed;
    record.region = row->region;
    record.body = records::toBody(records::DrawRevealed{draw, checkpoint, late, std::move(*result)});
    record.judge = [&](const records::BelievedLine& line) {
        return records::mayReveal(drawAt(store, draw), line.payload);
    };
    return store.append(record);
}

Result<std::vector<DrawnTask>> assignDrawn(TabletStore& store, const std::string& draw, const records::Task& task) {
    const auto row = drawAt(store, draw);
    if (!row) return unknownDraw(draw);
    if (!row->revealed)
        return fail(ErrorKind::refused, "draw_open", "draw " + draw + " is not revealed yet; nobody is drawn");
    std::vector<DrawnTask> out;
    for (const auto& drawn : row->revealed->result.sites) {
        DrawnTask one{static_cast<std::int64_t>(out.size()) + 1, drawn.site, {}, false};
        const records::FromDraw from{draw, one.number};
        for (const auto& line : store.linesOfType(records::kTaskAssigned, drawn.site)) {
            const auto payload = counts(line.row) ? store.payload(line) : Result<record::Payload>(fail(Error{}));
            const auto said = payload ? records::readTask(payload->body) : Result<records::Task>(fail(Error{}));
            if (said && said->draw == from && one.task.empty()) one.task = records::taskOf(*payload);
        }
        one.before = !one.task.empty();
        if (!one.before) {
            auto wanted = task;
            wanted.team = row->revealed->result.teams[drawn.team];
            wanted.draw = from;
            const auto line = assignTask(store, drawn.site, wanted);
            const auto payload =
                line ? record::parsePayload(line->payload()) : Result<record::Payload>(fail(line.error()));
            if (payload)
                one.task = payload->id;
            else
                one.refused = payload.error();
        }
        out.push_back(std::move(one));
    }
    return out;
}

namespace {

Result<Lines> revealedLines(const TabletStore& store, const std::string& draw) {
    auto lines = linesOfDraw(store, draw);
    if (!lines.row) return unknownDraw(draw);
    if (!lines.row->revealed)
        return fail(ErrorKind::refused, "draw_open",
                    "draw " + draw + " is not revealed yet; there is nothing to check");
    return lines;
}

json::object bothOf(const Lines& lines) {
    return {{"committed", lines.committed}, {"revealed", lines.revealed}};
}

}  // namespace

Result<json::object> drawLines(const TabletStore& store, const std::string& draw) {
    const auto lines = revealedLines(store, draw);
    if (!lines) return fail(lines.error());
    return bothOf(*lines);
}

Result<json::object> drawFile(const TabletStore& store, const std::string& draw,
                              const std::optional<std::string>& pool) {
    const auto lines = revealedLines(store, draw);
    if (!lines) return fail(lines.error());
    const auto text = pool ? Result<std::string>(*pool) : poolTextOf(store, *lines->row);
    if (!text) return fail(text.error());
    if (auto good = records::committedPool(lines->row->says, *text); !good) return fail(good.error());
    auto out = bothOf(*lines);
    out["pool"] = *text;
    return out;
}

}  // namespace plumb::store
