#include "shared/store/act_draft.h"

#include <algorithm>
#include <array>

#include "shared/store/folded_rows.h"

namespace plumb::store {
namespace {

using records::Act;
using records::ActEntry;

tl::unexpected<Error> damaged() {
    return fail(ErrorKind::broken, "store_broken", "an entry of the draft is damaged");
}

// Texts of an act that stand for themselves, by the name that they have here.
template <class AnyAct>
auto textsOf(AnyAct& act) {
    return std::array{std::pair{"order", &act.order},
                      std::pair{"about", &act.about},
                      std::pair{"office", &act.office},
                      std::pair{"contact", &act.contact},
                      std::pair{"remedies", &act.remedies},
                      std::pair{"inspection", &act.inspection},
                      std::pair{"to", &act.to},
                      std::pair{"why", &act.why},
                      std::pair{"term", &act.term}};
}

template <class AnyDelivery>
auto deliveryTexts(AnyDelivery& delivery) {
    return std::array{std::pair{"name", &delivery.name}, std::pair{"witness", &delivery.witness},
                      std::pair{"reason", &delivery.reason}, std::pair{"tracking", &delivery.tracking}};
}

// A draft's act need not be whole: the record's own form would refuse it.
json::object headJson(const Act& act) {
    json::object out{{"count", domain::dayCountName(act.counted)}};
    for (const auto& [name, text] : textsOf(act)) {
        if (!text->empty()) out[name] = *text;
    }
    if (act.hash) out["hash"] = act.hash->hex();
    if (act.delivery) {
        json::object delivery{{"how", static_cast<int>(act.delivery->way)}};
        for (const auto& [name, text] : deliveryTexts(*act.delivery)) delivery[name] = *text;
        if (act.delivery->signature) delivery["signature"] = act.delivery->signature->hex();
        out["delivery"] = std::move(delivery);
    }
    return out;
}

Result<void> readHead(Act& act, const std::string& text) {
    const auto value = parseJson(text);
    if (!value || !value->is_object()) return damaged();
    const auto& object = value->get_object();
    if (const auto counted = domain::dayCountByName(textOr(object, "count"))) act.counted = *counted;
    for (const auto& [name, to] : textsOf(act)) *to = textOr(object, name);
    if (const auto hash = Sha256::fromHex(textOr(object, "hash"))) act.hash = *hash;
    const auto* delivery = object.if_contains("delivery");
    if (!delivery) return {};
    if (!delivery->is_object()) return damaged();
    const auto& parts = delivery->get_object();
    act.delivery.emplace();
    const auto way = integerAt(parts, "how");
    if (!way || *way < 0 || *way > static_cast<int>(records::DeliveryWay::electronic)) return damaged();
    act.delivery->way = static_cast<records::DeliveryWay>(*way);
    for (const auto& [name, to] : deliveryTexts(*act.delivery)) *to = textOr(parts, name);
    if (const auto hash = Sha256::fromHex(textOr(parts, "signature"))) act.delivery->signature = *hash;
    return {};
}

DraftEntry findingRow(const ActEntry& entry) {
    json::object out{{"text", entry.text}};
    if (!entry.requirement.empty()) out["requirement"] = entry.requirement;
    if (!entry.late.empty()) out["late"] = entry.late;
    if (entry.day) out["day"] = dayText(*entry.day);
    if (!entry.clause.empty()) out["clause"] = entry.clause;
    return {"finding", entry.item, toText(out)};
}

Result<ActEntry> findingFrom(const DraftEntry& row) {
    const auto value = parseJson(row.value);
    if (!value || !value->is_object()) return damaged();
    const auto& object = value->get_object();
    ActEntry out;
    out.item = row.name;
    out.text = textOr(object, "text");
    out.requirement = textOr(object, "requirement");
    out.late = textOr(object, "late");
    out.day = parseDay(textOr(object, "day"));
    if (const auto* clause = object.if_contains("clause"); clause && clause->is_object())
        out.clause = clause->get_object();
    return out;
}

DraftEntry headRow(const Act& act) {
    return {"act", "act", toText(headJson(act))};
}

// The photo, and what was drawn over it.
std::vector<DraftEntry> goneEntries(const Photo& photo) {
    auto bare = photo;
    bare.marks.clear();
    return {photoGone(bare), marksEntry(bare)};
}

}  // namespace

const ActEntry* ActDraft::entry(std::string_view item) const {
    const auto found =
        std::find_if(act.entries.begin(), act.entries.end(), [&](const auto& one) { return one.item == item; });
    return found == act.entries.end() ? nullptr : &*found;
}

Result<DraftRow> beginAct(TabletStore& store, const Act& act) {
    const std::string type(records::typeOf(act.kind));
    for (const auto& open : store.actDrafts()) {
        if (open.act != type || open.amends != act.of) continue;
        const auto draft = loadActDraft(store, open.id);
        if (!draft) return fail(draft.error());
        if (draft->act.order == act.order) return open;
    }
    const auto row = caseOf(store, act.of);
    if (!row)
        return fail(ErrorKind::notFound, "no_record", "no inspection " + act.of + " is on this device; sync first");
    auto draft = store.createActDraft(type, act.of, row->site);
    if (!draft) return draft;
    std::vector<DraftEntry> entries{headRow(act)};
    for (const auto& entry : act.entries) entries.push_back(findingRow(entry));
    if (auto done = store.putEntries(draft->id, entries); !done) return fail(done.error());
    return draft;
}

Result<ActDraft> loadActDraft(const TabletStore& store, const std::string& id) {
    const auto row = store.draft(id);
    const auto kind = row ? records::actKindOf(row->act) : std::nullopt;
    if (!kind)
        return fail(ErrorKind::notFound, "no_draft", "this draft is not here any more; it was signed or deleted");
    const auto entries = store.entries(id);
    if (!entries) return fail(entries.error());
    ActDraft out;
    out.row = *row;
    out.act.kind = *kind;
    out.act.of = row->amends;
    for (const auto& entry : *entries) {
        if (entry.kind == "act") {
            if (auto read = readHead(out.act, entry.value); !read) return fail(read.error());
        } else if (entry.kind == "finding") {
            auto finding = findingFrom(entry);
            if (!finding) return fail(finding.error());
            out.act.entries.push_back(std::move(*finding));
        } else if (entry.kind == "document") {
            auto file = documentFrom(entry);
            if (!file) return fail(file.error());
            out.files.push_back(std::move(*file));
        } else if (entry.kind == "form") {
            out.form[entry.name] = entry.value;
        }
    }
    auto photos = photosOf(*entries);
    if (!photos) return fail(photos.error());
    out.photos = std::move(*photos);
    return out;
}

Result<void> putAct(TabletStore& store, const std::string& draft, const Act& act) {
    return store.putEntries(draft, {headRow(act)});
}

Result<void> putFinding(TabletStore& store, const std::string& draft, const ActEntry& entry) {
    return store.putEntries(draft, {findingRow(entry)});
}

Result<void> putForm(TabletStore& store, const std::string& draft, const std::map<std::string, std::string>& form) {
    std::vector<DraftEntry> entries;
    for (const auto& [name, value] : form) entries.push_back({"form", name, value});
    return store.putEntries(draft, entries);
}

Result<void> putWhole(TabletStore& store, const std::string& draft, const Act& act,
                      const std::map<std::string, std::string>& form) {
    const auto before = loadActDraft(store, draft);
    if (!before) return fail(before.error());
    std::vector<DraftEntry> entries{headRow(act)};
    for (const auto& entry : before->act.entries) {
        const bool stays = std::any_of(act.entries.begin(), act.entries.end(),
                                       [&](const auto& one) { return one.item == entry.item; });
        if (!stays) entries.push_back({"finding", entry.item, {}});
    }
    for (const auto& entry : act.entries) entries.push_back(findingRow(entry));
    for (const auto& [name, value] : before->form) {
        if (!form.contains(name)) entries.push_back({"form", name, {}});
    }
    for (const auto& [name, value] : form) entries.push_back({"form", name, value});
    return store.putEntries(draft, entries);
}

Result<void> removeFinding(TabletStore& store, const std::string& draft, const std::string& item) {
    const auto loaded = loadActDraft(store, draft);
    if (!loaded) return fail(loaded.error());
    std::vector<DraftEntry> entries{{"finding", item, {}}};
    for (const auto& file : loaded->files) {
        if (file.item == item) entries.push_back(documentGone(file));
    }
    for (const auto& photo : loaded->photos) {
        if (photo.item != item) continue;
        for (auto& gone : goneEntries(photo)) entries.push_back(std::move(gone));
    }
    return store.putEntries(draft, entries);
}

Result<void> attach(TabletStore& store, const std::string& draft, const AttachedFile& file) {
    return store.putEntries(draft, {documentEntry(file)});
}

Result<void> detach(TabletStore& store, const std::string& draft, const AttachedFile& file) {
    return store.putEntries(draft, {documentGone(file)});
}

Result<void> attachPhoto(TabletStore& store, const std::string& draft, const Photo& photo) {
    return store.putEntries(draft, {photoEntry(photo), marksEntry(photo)});
}

Result<void> detachPhoto(TabletStore& store, const std::string& draft, const Photo& photo) {
    return store.putEntries(draft, goneEntries(photo));
}

Result<record::Line> signActDraft(TabletStore& store, const std::string& draft) {
    const auto loaded = loadActDraft(store, draft);
    if (!loaded) return fail(loaded.error());
    return signAct(store, loaded->act, loaded->files, draft, loaded->photos);
}

}  // namespace plumb::store
