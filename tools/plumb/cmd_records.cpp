// plumb list, plumb show
#include "shared/records/assessment/assessment_json.h"
#include "shared/records/inspection/test_mode.h"
#include "shared/records/planning/persons.h"
#include "shared/records/rectification/case_json.h"
#include "shared/store/folded_rows.h"
#include "shared/store/inspection_history.h"
#include "shared/store/inspection_sign.h"
#include "shared/store/remarks.h"
#include "tools/plumb/app.h"

namespace plumb::cli {
namespace {

const char* stateName(store::RecordState state) {
    switch (state) {
        case store::RecordState::signedHere:
            return "signed";
        case store::RecordState::sent:
            return "sent";
        case store::RecordState::proved:
            return "proved";
        case store::RecordState::refused:
            return "refused";
        case store::RecordState::pulled:
            return "pulled";
    }
    return "";
}

json::object rowObject(const store::RecordRow& row) {
    json::object out{{"id", row.id},           {"type", row.type},
                     {"hash", row.hash.hex()}, {"kid", row.kid},
                     {"seq", row.seq},         {"site", row.site},
                     {"region", row.region},   {"at", formatInstant({row.at, {}})},
                     {"own", row.own},         {"state", stateName(row.state)}};
    if (row.logIndex) out["index"] = *row.logIndex;
    if (row.provedSize) out["proved_size"] = *row.provedSize;
    if (!row.problem.empty()) out["problem"] = row.problem;
    return out;
}

int list(const HomeOptions& options, const std::string& type) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    json::array rows;
    std::string text;
    store::RecordFilter filter;
    filter.type = type;
    for (const auto& row : (*store)->records(filter)) {
        rows.push_back(rowObject(row));
        text += row.id + "  " + stateName(row.state) + "  " + row.type + "  " + row.site + "  " +
                formatInstant({row.at, {}}) + (row.problem.empty() ? "" : "  " + row.problem) + "\n";
    }
    json::array drafts;
    for (const auto& draft : (*store)->drafts())
        drafts.push_back({{"id", draft.id}, {"site", draft.site}, {"amends", draft.amends}, {"round", draft.round}});
    return print({{"records", std::move(rows)}, {"drafts", std::move(drafts)}}, text, options.json);
}

// A re-check has no case of its own: it names the order, and the inspection that was ordered.
std::string addRecheck(store::TabletStore& store, const store::RecordRow& row, json::object& out) {
    const auto payload = store.payload(row.hash);
    const auto name = payload ? textOr(payload->body, "order") : std::string();
    const auto order = name.empty() ? std::nullopt : store.recordById(name);
    const auto ordered = order ? store.payload(order->hash) : Result<record::Payload>(fail(Error{}));
    if (!ordered) return {};
    const auto number = records::orderNumber(order->region, ordered->at, order->kid, order->seq);
    out["rechecks"] = {{"case", order->about}, {"order", order->id}, {"number", number}};
    return "re-check for order " + number + ", case " + order->about + "\n";
}

// What the line's family adds: the case of an inspection or an act, the self-assessment of a contribution.
std::string addFamily(store::TabletStore& store, const store::RecordRow& row, json::object& out) {
    std::string text;
    if (const auto version =
            records::isSubmission(row.type) ? store.payload(row.hash) : Result<record::Payload>(fail(Error{}));
        version && records::isTest(version->body)) {
        out[records::kTestMember] = true;
        return "made in test mode: it counts for nothing\n";
    }
    const bool act = records::actKindOf(row.type).has_value();
    if (act || row.type == "inspection.submitted") {
        const auto folded = store::caseOf(store, act ? row.about : row.id);
        if (!folded) return act ? text : addRecheck(store, row, out);
        out["case"] = records::toJson(*folded);
        if (act || !folded->findings.empty())
            text +=
                "case " + folded->standing.id + " " + std::string(records::stateName(records::stateOf(*folded))) + "\n";
        for (const auto& finding : folded->findings)
            text += "item " + finding.item + " " + std::string(records::stateName(finding.state)) +
                    (finding.due ? ", due " + dayText(*finding.due) : "") + "\n";
        for (const auto& ignored : folded->ignored)
            text += (ignored.hash == row.hash ? "this record changed nothing: " : "ignored: ") + ignored.why + "\n";
        for (const auto& order : folded->orders) {
            if (order.id == row.id) text += "order " + order.number + "\n";
        }
    }
    const auto payload =
        row.type.starts_with("assessment.") ? store.payload(row.hash) : Result<record::Payload>(fail(Error{}));
    const auto key = payload ? store::assessmentOf(*payload) : std::nullopt;
    const auto folded = key ? store::assessmentAt(store, key->site, key->round, key->checklist) : std::nullopt;
    if (!folded) return text;
    out["assessment"] = records::toJson(*folded);
    const auto book = store.trust();
    for (const auto& [item, answered] : folded->items) {
        const auto* member = book ? book->member(answered.kid) : nullptr;
        text += "item " + item + " by " + (member ? member->personName : answered.kid) + ", " +
                formatInstant(answered.at) +
                (answered.before.empty() ? "" : ", in place of " + std::to_string(answered.before.size()) + " before") +
                "\n";
    }
    return text;
}

std::string nameOf(const store::TabletStore& store, const std::string& person) {
    const auto book = store.trust();
    const auto* member = book ? records::memberOf(*book, person) : nullptr;
    return member ? member->personName : person;
}

// Who accepted it first, where two have to.
std::string addAgreed(const store::TabletStore& store, const store::InspectionHistory& history, json::object& out) {
    const auto& agreed = history.history.standing.agreed;
    if (!agreed) return {};
    const auto name = nameOf(store, agreed->person);
    out["agreed"] = {{"person", agreed->person}, {"name", name}, {"hash", agreed->line.hex()}};
    if (history.history.status != records::InspectionStatus::submitted) return "first accepted by " + name + "\n";
    return "accepted by " + name + "; waits for a second reviewer, since an item with a veto failed\n";
}

std::string addThreads(const store::TabletStore& store, const std::string& id, json::object& out) {
    const auto discussion = store::discussionOf(store, id);
    if (discussion.threads.empty()) return {};
    json::array threads;
    std::string text;
    for (const auto& one : discussion.threads) {
        const auto* state = one.thread.resolved ? "resolved" : "open";
        json::array said;
        text += "thread " + one.thread.id + " at item " + one.thread.item + ", " + state +
                (one.waits && !one.thread.resolved ? ", waits for you" : "") + "\n";
        for (const auto at : one.said) {
            const auto& remark = discussion.remarks[at];
            const auto name = nameOf(store, remark.says.person);
            said.push_back({{"id", remark.id},
                            {"person", remark.says.person},
                            {"name", name},
                            {"at", formatInstant(remark.at)},
                            {"text", remark.says.text},
                            {"resolved", remark.says.resolved}});
            text += "  " + name + ": " + (remark.says.text.empty() ? "(resolved)" : remark.says.text) + "\n";
        }
        threads.push_back({{"id", one.thread.id},
                           {"item", one.thread.item},
                           {"state", state},
                           {"waits", one.waits && !one.thread.resolved},
                           {"said", std::move(said)}});
    }
    out["threads"] = std::move(threads);
    return text;
}

int show(const HomeOptions& options, const std::string& id, bool raw) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto row = (*store)->recordById(id);
    if (!row)
        return report({ErrorKind::notFound, "no_record", "the record " + id + " is not on this device; sync first"},
                      options.json);
    const auto line = (*store)->line(row->hash);
    if (!line) return report(line.error(), options.json);
    if (raw) return print({{"line", line->text()}}, line->text(), options.json);
    const auto payload = parseJson(line->payload());
    auto out = rowObject(*row);
    out["fingerprint"] = store::shortFingerprint(row->hash);
    out["line"] = line->text();
    out["payload"] = *payload;
    const auto read = record::parsePayload(line->payload());
    const auto photos = read ? (*store)->tallyOf(read->files, "evidence") : store::FileTally{};
    if (row->own) out["photos"] = {{"total", photos.total}, {"missing", photos.missing}};
    std::string text = row->type + " " + row->id + "\nstate " + stateName(row->state) + "\nfingerprint " +
                       store::shortFingerprint(row->hash) + "\n";
    if (!row->problem.empty()) text += row->problem + "\n";
    if (const auto missing = notThereSentence(photos, "photo"); row->own && !missing.empty()) text += missing + "\n";
    if (const auto history = store::historyOf(**store, id)) {
        out["status"] = records::statusName(history->history.status);
        out["version"] = history->history.version;
        json::array reviews;
        text += "status " + std::string(records::statusName(history->history.status)) + ", version " +
                std::to_string(history->history.version) + "\n";
        if (history->history.cosigned) {
            const auto& second = history->lines[*history->history.cosigned];
            const auto book = (*store)->trust();
            const auto* member = book ? book->member(second.kid) : nullptr;
            const auto name = member ? member->personName : second.kid;
            out["cosigned"] = {{"id", second.payload.id},
                               {"hash", second.hash.hex()},
                               {"kid", second.kid},
                               {"name", name},
                               {"at", formatInstant(second.payload.at)}};
            text += "co-signed by " + name + ", " + formatInstant(second.payload.at) + "\n";
        }
        for (const auto index : history->history.reviews) {
            const auto& review = history->lines[index].payload;
            const auto said = records::readReview(review.body);
            const auto comment = said ? said->comment : std::string();
            reviews.push_back({{"id", review.id}, {"type", review.type}, {"comment", comment}});
            text += review.type + ": " + comment + "\n";
        }
        out["reviews"] = std::move(reviews);
        text += addAgreed(**store, *history, out);
        text += addThreads(**store, history->rows.front().id, out);
    }
    text += addFamily(**store, *row, out);
    return print(out, text + std::string(line->payload()), options.json);
}

}  // namespace

void addRecords(CLI::App& app, int& exit) {
    struct Options : HomeOptions {
        std::string type, id;
        bool line = false;
    };
    auto listing = std::make_shared<Options>();
    auto* listCommand = app.add_subcommand("list", "Records on this device, newest first");
    addHome(*listCommand, *listing);
    listCommand->add_option("--type", listing->type, "A type, or a family that ends in '.' (inspection.)");
    listCommand->callback([listing, &exit] { exit = list(*listing, listing->type); });

    auto showing = std::make_shared<Options>();
    auto* showCommand = app.add_subcommand("show", "One record: state, status, reviews, payload");
    addHome(*showCommand, *showing);
    showCommand->add_option("ID", showing->id, "The record's id")->required();
    showCommand->add_flag("--line", showing->line, "Print the line's exact bytes only");
    showCommand->callback([showing, &exit] { exit = show(*showing, showing->id, showing->line); });
}

}  // namespace plumb::cli
