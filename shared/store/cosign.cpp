#include "shared/store/cosign.h"

#include <algorithm>

#include "shared/records/believe.h"
#include "shared/records/inspection/summary.h"
#include "shared/records/planning/persons.h"
#include "shared/store/inspection_history.h"
#include "shared/store/tablet_facts.h"

namespace plumb::store {
namespace {

// What is known of an inspection here and beside: enough to say which version is the newest and where it stands.
struct Known {
    std::vector<records::HistoryLine> lines;
    std::vector<record::Line> texts;  // beside `lines`

    [[nodiscard]] bool has(const Sha256& hash) const {
        return std::any_of(lines.begin(), lines.end(), [&](const auto& one) { return one.hash == hash; });
    }
};

Result<Known> knownOf(const TabletStore& store, const std::string& id, const std::vector<record::Line>& beside) {
    Known out;
    if (auto history = historyOf(store, id)) {
        for (auto& line : history->lines) {
            auto text = store.line(line.hash);
            if (!text) return fail(text.error());
            out.texts.push_back(std::move(*text));
            out.lines.push_back(std::move(line));
        }
    }
    for (const auto& line : beside) {
        if (out.has(line.hash())) continue;
        auto payload = record::parsePayload(line.payload());
        if (!payload) return fail(payload.error());
        out.lines.push_back({std::move(*payload), line.hash(), line.kid()});
        out.texts.push_back(line);
    }
    const bool begins = !out.lines.empty() && records::isSubmission(out.lines.front().payload.type);
    if (begins) return out;
    return fail(ErrorKind::notFound, "no_record", "no inspection " + id + " is on this device; sync first");
}

// The line by which this person co-signed that very version before.
std::optional<record::Line> signedBefore(const TabletStore& store, const records::Cosignature& wanted) {
    RecordFilter filter;
    filter.type = "inspection.cosigned";
    filter.about = wanted.of;
    filter.own = true;
    for (const auto& row : store.records(filter)) {
        const auto payload =
            row.state == RecordState::refused ? Result<record::Payload>(fail(Error{})) : store.payload(row.hash);
        const auto said =
            payload ? records::readCosignature(payload->body) : Result<records::Cosignature>(fail(payload.error()));
        if (!said) continue;
        auto same = wanted;  // wherever it was signed
        same.place = said->place;
        if (!(*said == same)) continue;
        if (auto line = store.line(row.hash)) return std::move(*line);
    }
    return std::nullopt;
}

}  // namespace

Result<record::Line> cosignInspection(TabletStore& store, const std::string& id,
                                      const std::vector<record::Line>& beside,
                                      const std::optional<records::Whereabouts>& where) {
    const auto known = knownOf(store, id, beside);
    if (!known) return fail(known.error());
    const auto key = store.deviceKey();
    if (!key) return fail(key.error());
    const auto history = records::historyOf(known->lines);
    const auto& standing = history.standing;
    records::Cosignature said{standing.id, standing.newest,
                              records::contentDigest(known->texts[history.newest].payload())};
    const auto& version = known->lines[history.newest].payload;
    const auto who = store.profile();
    if (!who) return fail(who.error());
    said.task = textOr(version.body, "task");
    if (!said.task.empty()) said.person = who->personId;
    if (auto before = signedBefore(store, said)) return std::move(*before);
    if (const auto may = records::mayCosign(standing, said, key->kid()); !may) return fail(may.error());
    if (const auto day = parseDay(textOr(version.body, "day"))) {
        const auto book = store.trust();
        if (!book) return fail(book.error());
        if (auto good = records::checkCertified(*book, who->personId, *day); !good) return fail(good.error());
    }
    if (where) said.place = domain::asOf(*where, store.now());
    NewRecord record;
    record.type = "inspection.cosigned";
    record.site = version.site;
    record.region = version.region;
    record.body = records::toBody(said);
    record.beside = beside;
    return store.append(record);
}

Result<std::vector<record::Line>> linesToCosign(const TabletStore& store, const std::string& id) {
    const auto history = historyOf(store, id);
    if (!history) return fail(history.error());
    std::vector<record::Line> out;
    for (const std::size_t at : {std::size_t{0}, history->history.newest}) {
        if (at == 0 && !out.empty()) break;
        auto line = store.line(history->rows[at].hash);
        if (!line) return fail(line.error());
        out.push_back(std::move(*line));
    }
    return out;
}

Result<void> knowsCosigner(const TabletStore& store, const std::string& kid) {
    const auto book = store.trust();
    if (!book) return fail(book.error());
    if (book->member(kid)) return {};
    return fail(ErrorKind::refused, "cosigner_unknown",
                "the first inspector's store has not heard of this key yet; sync it once, then sign");
}

Result<void> carryCosignature(TabletStore& store, const record::Line& line) {
    const auto payload = record::parsePayload(line.payload());
    if (!payload) return fail(payload.error());
    const auto said = records::readCosignature(payload->body);
    if (!said) return fail(said.error());
    if (store.recordByHash(line.hash())) return {};
    const auto book = store.trust();
    if (!book) return fail(book.error());
    if (const auto known = knowsCosigner(store, line.kid()); !known) return known;
    if (const auto good = records::believe(*book, line, *payload, {}, TabletFacts(store)); !good)
        return fail(good.error());
    const auto known = knownOf(store, said->of, {});
    if (!known) return fail(known.error());
    const auto history = records::historyOf(known->lines);
    if (auto may = records::mayCosign(history.standing, *said, line.kid()); !may) return may;
    if (auto same = records::checkContent(*said, known->texts[history.newest].payload()); !same) return same;
    return store.carry(line, *payload);
}

}  // namespace plumb::store
