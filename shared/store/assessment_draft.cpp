#include "shared/store/assessment_draft.h"

#include <algorithm>
#include <tuple>

#include "shared/checklist/model/answer_key.h"
#include "shared/store/folded_rows.h"
#include "shared/store/inspection_fill.h"

namespace plumb::store {
namespace {

// Facts of the site stand in contributions beside the items; the base of each stands under this name.
const std::string kFactBase = "fact/";

bool isBefore(const record::FileRef& a, const record::FileRef& b) {
    return std::tie(a.role, a.sha256) < std::tie(b.role, b.sha256);
}

bool isBlank(const ItemContent& content) {
    return content.answers.blank() && content.files.empty();
}

std::string baseText(const ItemContent& content) {
    json::array files;
    for (const auto& file : content.files)
        files.push_back(json::object{{"sha256", file.sha256.hex()}, {"role", file.role}});
    return toText(json::object{{"item", records::toJson(content.answers)}, {"files", std::move(files)}});
}

DraftEntry baseEntry(const std::string& item, const ItemContent& content) {
    return {"base", item, baseText(content)};
}

using Items = std::map<std::string, ItemContent>;

struct Opened {
    InspectionDraft draft;
    std::shared_ptr<const checklist::Checklist> checklist;
    Items items;  // that hold something

    [[nodiscard]] ItemContent item(const std::string& id) const {
        const auto found = items.find(id);
        return found == items.end() ? ItemContent{} : found->second;
    }
    // What an item was when it was last contributed or taken in; one that never was held nothing.
    [[nodiscard]] bool isBase(const std::string& id, const ItemContent& content) const {
        const auto base = draft.base.find(id);
        return base == draft.base.end() ? isBlank(content) : base->second == baseText(content);
    }
};

// The item that an answer belongs to; "" where this version of the checklist has no such question.
std::string itemOf(const checklist::Checklist& document, const std::string& question) {
    const auto key = checklist::parseKey(document, question);
    return key ? document.items[document.questions[key->question].item].id : std::string();
}

Result<Opened> openAssessment(TabletStore& store, const std::string& id) {
    auto draft = loadDraft(store, id);
    if (!draft) return fail(draft.error());
    if (draft->row.round.empty()) return fail(ErrorKind::malformed, "bad_value", "this draft is no self-assessment");
    const auto document = loadDocument(store, draft->row.checklist);
    if (!document) return fail(document.error());
    Opened out{std::move(*draft), *document, {}};
    const auto& answers = out.draft.answers;
    for (const auto& [question, value] : answers.values) {
        const auto item = itemOf(*out.checklist, question);
        if (!item.empty() && !value.empty()) out.items[item].answers.answers[question] = value;
    }
    for (const auto& [item, reason] : answers.na) out.items[item].answers.na = reason;
    for (const auto& [item, note] : answers.notes) out.items[item].answers.note = note;
    for (const auto& photo : out.draft.photos)
        out.items[photo.item].files.push_back({photo.sha256, photo.size, photo.type, "evidence", photo.item});
    for (const auto& file : out.draft.documents) out.items[file.item].files.push_back(file.ref());
    for (auto& [item, content] : out.items) std::sort(content.files.begin(), content.files.end(), isBefore);
    return out;
}

std::optional<records::AssessmentRow> rowFor(const TabletStore& store, const Opened& opened) {
    return assessmentAt(store, opened.draft.row.site, opened.draft.row.round, opened.checklist->id);
}

// What a contribution gave an item, as far as this version of the checklist knows its questions. Files that answers
// name are part of those.
ItemContent contentOf(const records::AnsweredItem& answered, const record::Payload& line, const std::string& item,
                      const checklist::Checklist& document) {
    ItemContent out;
    out.answers.na = answered.content.na;
    out.answers.note = answered.content.note;
    std::string named;
    for (const auto& [question, value] : answered.content.answers) {
        if (value.empty() || itemOf(document, question) != item) continue;
        out.answers.answers[question] = value;
        named += value + ' ';
    }
    for (const auto& file : line.files) {
        const bool attached = file.role == "evidence" || file.role == kDocumentRole;
        if (attached && file.item == item && named.find(file.sha256.hex()) == std::string::npos)
            out.files.push_back(file);
    }
    std::sort(out.files.begin(), out.files.end(), isBefore);
    return out;
}

// Entries that turn one content of an item into another.
std::vector<DraftEntry> entriesBetween(const std::string& item, const ItemContent& from, const ItemContent& to,
                                       const Instant& at) {
    std::vector<DraftEntry> out;
    for (const auto& [question, value] : from.answers.answers) out.push_back(answerEntry(question, {}));
    for (const auto& [question, value] : to.answers.answers) out.push_back(answerEntry(question, value));
    out.push_back(naEntry(item, to.answers.na));
    out.push_back(noteEntry(item, to.answers.note));
    const auto entryOf = [&](const record::FileRef& file, bool here) {
        if (file.role == kDocumentRole) {
            const AttachedFile document{file.sha256, file.size, file.type, item, {}};
            return here ? documentEntry(document) : documentGone(document);
        }
        const Photo photo{file.sha256, file.size, file.type, item, {}, at};
        return here ? photoEntry(photo) : photoGone(photo);
    };
    for (const auto& file : from.files) out.push_back(entryOf(file, false));
    for (const auto& file : to.files) out.push_back(entryOf(file, true));
    return out;
}

// What each item holds by the contributions that this device has.
struct Theirs {
    Items items;
    std::optional<records::AssessmentRow> row;
};

Result<Theirs> theirsOf(const TabletStore& store, const Opened& opened) {
    Theirs out{{}, rowFor(store, opened)};
    if (!out.row) return out;
    std::map<Sha256, record::Payload> lines;
    for (const auto& [item, answered] : out.row->items) {
        if (!opened.checklist->itemIndex(item)) continue;
        auto line = lines.find(answered.by);
        if (line == lines.end()) {
            auto payload = store.payload(answered.by);
            if (!payload) return fail(payload.error());
            line = lines.emplace(answered.by, std::move(*payload)).first;
        }
        out.items[item] = contentOf(answered, line->second, item, *opened.checklist);
    }
    return out;
}

// An amendment begins with what was submitted: that is the base of all its items, once.
Result<void> setFirstBase(TabletStore& store, Opened& opened) {
    if (opened.draft.row.amends.empty() || !opened.draft.base.empty()) return {};
    std::vector<DraftEntry> entries;
    for (const auto& [item, content] : opened.items) {
        entries.push_back(baseEntry(item, content));
        opened.draft.base[item] = entries.back().value;
    }
    return store.putEntries(opened.draft.row.id, entries);
}

std::vector<DraftEntry> takeFacts(const Opened& opened, const records::AssessmentRow& row) {
    std::vector<DraftEntry> out;
    for (const auto& [fact, text] : row.facts) {
        const auto mine = opened.draft.answers.facts.find(fact);
        const auto base = opened.draft.base.find(kFactBase + fact);
        const std::string now = mine == opened.draft.answers.facts.end() ? "" : mine->second;
        const std::string before = base == opened.draft.base.end() ? "" : base->second;
        if (now != before) continue;  // changed here since: it is contributed next
        if (now != text) out.push_back(factEntry(fact, text));
        if (before != text) out.push_back({"base", kFactBase + fact, text});
    }
    return out;
}

}  // namespace

bool operator==(const ItemContent& a, const ItemContent& b) {
    return baseText(a) == baseText(b);
}

namespace {

// And the region of the line.
Result<std::pair<records::Round, std::string>> publishedRound(const TabletStore& store, const std::string& id) {
    const auto lines = store.linesOfType("round.published", {});
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        if (line->row.state == RecordState::refused) continue;
        const auto payload = store.payload(*line);
        if (!payload || textOr(payload->body, "id") != id) continue;
        auto round = records::readRound(payload->body);
        if (!round) return fail(round.error());
        return std::pair(std::move(*round), line->row.region);
    }
    return fail(ErrorKind::notFound, "round_unknown",
                "no round \"" + id + "\" of self-assessment was published; sync first");
}

// A round that takes contributions of this site, under this checklist.
Result<records::Round> openRound(const TabletStore& store, const Site& site, const std::string& id,
                                 const std::string& checklist = "") {
    auto published = publishedRound(store, id);
    if (!published) return fail(published.error());
    auto& [round, region] = *published;
    const bool asked = checklist.empty() || round.checklist.id == checklist;
    if (!asked || !round.isFor(site.id, site.region, region))
        return fail(
            ErrorKind::refused, "round_unknown",
            "round \"" + id + "\" is not for this site and this checklist; an administrator has to publish one");
    if (round.closed) return fail(ErrorKind::refused, "round_closed", "round \"" + id + "\" was closed for all sites");
    return std::move(round);
}

}  // namespace

Result<records::Round> roundById(const TabletStore& store, const std::string& round) {
    auto published = publishedRound(store, round);
    if (!published) return fail(published.error());
    return std::move(published->first);
}

Result<DraftRow> beginAssessment(TabletStore& store, const std::string& site, const std::string& round) {
    const auto where = siteById(store, site);
    if (!where) return fail(where.error());
    const auto asked = openRound(store, *where, round);
    if (!asked) return fail(asked.error());
    for (const auto& open : store.drafts()) {
        if (open.site == site && open.round == round) return open;
    }
    const auto row = assessmentAt(store, site, round, asked->checklist.id);
    if (auto may = records::mayContribute(row); !may) return fail(may.error());
    const auto submission = row && row->submitted ? store.recordById(row->submitted->id) : std::nullopt;
    auto draft = submission && submission->own ? beginAmendment(store, submission->id)
                                               : beginInspection(store, site, asked->checklist.id, round);
    if (!draft) return draft;
    if (const auto merged = takeContributions(store, draft->id); !merged) return fail(merged.error());
    return draft;
}

Result<std::map<std::string, ItemContent>> notContributed(TabletStore& store, const std::string& draft) {
    auto opened = openAssessment(store, draft);
    if (!opened) return fail(opened.error());
    if (auto set = setFirstBase(store, *opened); !set) return fail(set.error());
    Items out;
    for (const auto& [item, content] : opened->items) {
        if (!opened->isBase(item, content)) out[item] = content;
    }
    for (const auto& [item, text] : opened->draft.base) {  // emptied since
        const bool isItem = opened->checklist->itemIndex(item).has_value();
        if (isItem && !opened->items.contains(item) && !opened->isBase(item, {})) out[item] = {};
    }
    return out;
}

Result<Contributed> contribute(TabletStore& store, const std::string& draft) {
    auto merged = takeContributions(store, draft);
    if (!merged) return fail(merged.error());
    Contributed out{std::nullopt, std::move(*merged)};
    auto changed = notContributed(store, draft);
    if (!changed) return fail(changed.error());
    for (const auto& one : out.merged.divergent) changed->erase(one.item);
    const auto opened = openAssessment(store, draft);
    if (!opened) return fail(opened.error());
    const auto& mine = opened->draft;
    records::Contribution contribution;
    contribution.round = mine.row.round;
    contribution.checklist = {opened->checklist->id, opened->checklist->version, mine.row.checklist};
    NewRecord record;
    record.draft = draft;
    for (const auto& [item, content] : *changed) {
        contribution.items[item] = content.answers;
        record.entries.push_back(baseEntry(item, content));
    }
    for (const auto& [fact, text] : mine.answers.facts) {
        const auto base = mine.base.find(kFactBase + fact);
        if (base != mine.base.end() && base->second == text) continue;
        contribution.facts[fact] = text;
        record.entries.push_back({"base", kFactBase + fact, text});
    }
    if (contribution.items.empty() && contribution.facts.empty()) return out;
    const auto site = siteById(store, mine.row.site);
    if (!site) return fail(site.error());
    if (const auto round = openRound(store, *site, mine.row.round, opened->checklist->id); !round)
        return fail(round.error());
    const auto known = filesOfContributions(store, mine.row.site, mine.row.round, opened->checklist->id);
    for (const auto& [item, content] : *changed) {
        for (const auto& file : content.files) {
            if (auto named = nameFile(store, file, known, record); !named) return fail(named.error());
        }
        if (auto named = nameAnswerFiles(store, *opened->checklist, content.answers.answers, known, record); !named)
            return fail(named.error());
    }
    record.type = "assessment.contributed";
    record.site = site->id;
    record.region = site->region;
    record.body = records::toBody(contribution);
    record.judge = [&](const records::BelievedLine&) { return records::mayContribute(rowFor(store, *opened)); };
    auto line = store.append(record);
    if (!line) return fail(line.error());
    out.line = std::move(*line);
    return out;
}

Result<Merged> takeContributions(TabletStore& store, const std::string& draft) {
    auto opened = openAssessment(store, draft);
    if (!opened) return fail(opened.error());
    if (auto set = setFirstBase(store, *opened); !set) return fail(set.error());
    const auto theirs = theirsOf(store, *opened);
    if (!theirs) return fail(theirs.error());
    Merged out;
    if (!theirs->row) return out;
    auto entries = takeFacts(*opened, *theirs->row);
    for (const auto& [item, content] : theirs->items) {
        const auto mine = opened->item(item);
        if (opened->isBase(item, content)) continue;  // nobody else changed it
        if (mine == content) {
            entries.push_back(baseEntry(item, content));
        } else if (opened->isBase(item, mine)) {
            for (auto& entry : entriesBetween(item, mine, content, store.now())) entries.push_back(std::move(entry));
            entries.push_back(baseEntry(item, content));
            out.taken.push_back(item);
        } else {
            out.divergent.push_back({item, mine, content, theirs->row->items.at(item)});
        }
    }
    if (entries.empty()) return out;
    if (auto done = store.putEntries(draft, entries); !done) return fail(done.error());
    return out;
}

Result<void> settle(TabletStore& store, const std::string& draft, const std::string& item, Keep keep) {
    const auto merged = takeContributions(store, draft);
    if (!merged) return fail(merged.error());
    const auto found = std::find_if(merged->divergent.begin(), merged->divergent.end(),
                                    [&](const Divergence& one) { return one.item == item; });
    if (found == merged->divergent.end())
        return fail(ErrorKind::notFound, "no_divergence", "item " + item + " stands as it was contributed");
    std::vector<DraftEntry> entries;
    if (keep == Keep::theirs) entries = entriesBetween(item, found->mine, found->theirs, store.now());
    entries.push_back(baseEntry(item, found->theirs));
    return store.putEntries(draft, entries);
}

std::vector<record::FileRef> filesOfContributions(const TabletStore& store, const std::string& site,
                                                  const std::string& round, const std::string& checklist) {
    std::vector<record::FileRef> out;
    for (const auto& line : linesOfAssessment(store, site, round, checklist))
        out.insert(out.end(), line.payload.files.begin(), line.payload.files.end());
    return out;
}

}  // namespace plumb::store
