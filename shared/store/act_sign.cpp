#include "shared/store/act_sign.h"

#include <algorithm>

#include "shared/checklist/evaluate/value_text.h"
#include "shared/domain/standards.h"
#include "shared/records/inspection/body.h"
#include "shared/records/rules.h"
#include "shared/store/folded_rows.h"
#include "shared/store/inspection_fill.h"
#include "shared/store/inspection_history.h"
#include "shared/store/reference.h"
#include "shared/store/tablet_facts.h"
#include "shared/store/tuning.h"
#include "shared/store/working_calendar.h"

namespace plumb::store {
namespace {

Result<records::CaseRow> caseFor(const TabletStore& store, const std::string& inspection) {
    auto row = caseOf(store, inspection);
    if (!row)
        return fail(ErrorKind::notFound, "no_record", "no inspection " + inspection + " is on this device; sync first");
    return std::move(*row);
}

Result<void> checkTexts(const records::Act& act) {
    std::vector<Result<void>> checks;
    for (const auto& entry : act.entries) {
        const std::string at = " at item " + entry.item.substr(0, 80);
        checks.push_back(checklist::checkText("the text" + at, entry.text));
        checks.push_back(checklist::checkText("the requirement" + at, entry.requirement));
        checks.push_back(checklist::checkText("the reason of the delay" + at, entry.late));
    }
    checks.push_back(checklist::checkText("the office", act.office));
    checks.push_back(checklist::checkText("the contact", act.contact));
    checks.push_back(checklist::checkText("the remedies", act.remedies));
    checks.push_back(checklist::checkText("the authority", act.to));
    if (act.delivery) {
        for (const auto* text :
             {&act.delivery->name, &act.delivery->witness, &act.delivery->reason, &act.delivery->tracking})
            checks.push_back(checklist::checkText("how the order was delivered", *text));
    }
    for (auto& check : checks) {
        if (!check) return std::move(check);
    }
    return {};
}

Result<void> checkTurn(const TabletStore& store, const records::CaseRow& row, const records::Act& act,
                       const records::BelievedLine& line) {
    if (auto good = records::mayHappen(row, act, line); !good) return good;
    const auto book = store.trust();
    if (!book) return fail(book.error());
    return records::mayJudge(row, act, line.kid, [&](std::string_view kid) {
        const auto* member = book->member(std::string(kid));
        return member ? member->personId : std::string();
    });
}

// What a line of this act has in common with the one that will be signed.
record::Payload payloadOf(const TabletStore& store, const records::Act& act, const records::CaseRow& row) {
    record::Payload out;
    out.type = records::typeOf(act.kind);
    out.at = store.now();
    out.site = row.site;
    out.region = row.region;
    out.body = records::toBody(act);
    return out;
}

}  // namespace

Result<void> checkAct(const TabletStore& store, const records::Act& act) {
    const auto row = caseFor(store, act.of);
    if (!row) return fail(row.error());
    const auto key = store.deviceKey();
    if (!key) return fail(key.error());
    const auto payload = payloadOf(store, act, *row);
    const auto book = store.trust();
    if (!book) return fail(book.error());
    if (book->member(key->kid())) {
        if (const auto good = book->checkRights(key->kid(), payload, {}, TabletFacts(store)); !good)
            return fail(good.error());
    }
    if (auto good = records::checkPayload(payload); !good) return good;
    if (auto good = checkTexts(act); !good) return good;
    return checkTurn(store, *row, act, {payload, {}, key->kid(), std::nullopt});
}

Result<record::Line> signAct(TabletStore& store, records::Act act, const std::vector<AttachedFile>& files,
                             const std::string& endsDraft, const std::vector<Photo>& photos) {
    if (act.place) act.place = domain::asOf(*act.place, store.now());
    const auto row = caseFor(store, act.of);
    if (!row) return fail(row.error());
    if (auto good = checkTexts(act); !good) return fail(good.error());
    NewRecord record;
    record.type = records::typeOf(act.kind);
    record.site = row->site;
    record.region = row->region;
    record.body = records::toBody(act);
    record.endsDraft = endsDraft;
    const auto checkItem = [&](const std::string& item) -> Result<void> {
        const bool named =
            std::any_of(act.entries.begin(), act.entries.end(), [&](const auto& entry) { return entry.item == item; });
        if (named) return {};
        return fail(ErrorKind::malformed, "bad_value",
                    "a file belongs to item " + item + ", of which the record says nothing");
    };
    for (auto photo : photos) {
        if (auto good = checkItem(photo.item); !good) return fail(good.error());
        // An act lists no places of its files as an inspection does: the photo's own entry says it.
        photo.where.reset();
        if (auto added = namePhoto(store, photo, {}, record); !added) return fail(added.error());
    }
    for (const auto& file : files) {
        if (auto good = checkItem(file.item); !good) return fail(good.error());
        if (auto added = nameFile(store, file.ref(), {}, record); !added) return fail(added.error());
    }
    if (act.delivery && act.delivery->signature) {
        const auto image = store.file(*act.delivery->signature);
        if (!image) return fail(ErrorKind::notFound, "no_file", "the drawn signature is not on this device");
        record.files.push_back({image->sha256, image->size, image->type, "signature", {}});
    }
    // In the transaction that stores it: another thread may have taken in what makes it too late.
    record.judge = [&](const records::BelievedLine& line) -> Result<void> {
        const auto now = caseFor(store, act.of);
        if (!now) return fail(now.error());
        return checkTurn(store, *now, act, line);
    };
    return store.append(record);
}

namespace {

json::object clauseOf(const checklist::ClauseStanding& clause) {
    json::object out{{"standard", clause.ref},
                     {"force", clause.force == checklist::Force::mandatory ? "mandatory" : "recommended"}};
    if (!clause.clause.empty()) out["clause"] = clause.clause;
    if (clause.state) out["status"] = domain::statusName(clause.state->status);
    return out;
}

// The days that the checklist gives each finding, and how they are counted: one way for the whole order.
void setDays(records::Act& order, const domain::WorkingCalendar& calendar, const std::vector<int>& days, Day today) {
    order.counted = domain::DayCount::working;
    for (const auto count : days) {
        if (calendar.deadline(today, count, domain::DayCount::working).counted != domain::DayCount::working)
            order.counted = domain::DayCount::calendar;
    }
    for (std::size_t i = 0; i < order.entries.size(); ++i)
        order.entries[i].day = calendar.deadline(today, days[i], order.counted).day;
}

}  // namespace

Result<records::Act> offeredOrder(TabletStore& store, const std::string& inspection,
                                  const std::vector<std::string>& items, const checklist::StandardTable& table) {
    const auto row = caseFor(store, inspection);
    if (!row) return fail(row.error());
    const auto history = historyOf(store, inspection);
    if (!history) return fail(history.error());
    const auto& line = history->newestLine();
    const auto body = records::readVersion(line.payload.type, line.payload.body);
    if (!body) return fail(body.error());
    const auto document = loadDocument(store, row->checklist.sha256);
    const Day today = dayOf(store.now());
    records::Act out;
    out.of = inspection;
    out.hash = row->standing.newest;
    std::vector<int> days;
    for (const auto& finding : row->findings) {
        const bool wanted = items.empty() || std::find(items.begin(), items.end(), finding.item) != items.end();
        if (!wanted || finding.state != records::FindingState::found || !finding.stated) continue;
        records::ActEntry entry;
        entry.item = finding.item;
        entry.text = finding.text;
        const auto stated = std::find_if(body->findings.begin(), body->findings.end(),
                                         [&](const auto& one) { return one.item == finding.item; });
        if (stated != body->findings.end()) entry.day = parseDay(stated->due);
        int term = entry.day ? std::max(0, static_cast<int>((*entry.day - today).count())) : 0;
        if (const auto at = document ? (*document)->itemIndex(finding.item) : std::nullopt) {
            const auto& item = (*document)->items[*at];
            entry.requirement = item.text.in("zh");
            if (item.finding) term = item.finding->days;
            const auto clauses = checklist::clausesOf(**document, item, table, today);
            if (!clauses.empty()) entry.clause = clauseOf(clauses.front());
        }
        days.push_back(std::clamp(term, 0, kLongestTerm));
        out.entries.push_back(std::move(entry));
    }
    setDays(out, workingCalendar(store), days, today);
    return out;
}

}  // namespace plumb::store
