#include "shared/store/inspection_draft.h"

#include "shared/store/image_type.h"

namespace plumb::store {
namespace {

DraftEntry photoEntry(const Photo& photo) {
    return {"photo", photo.item + "/" + photo.sha256.hex(),
            toText(json::object{{"sha256", photo.sha256.hex()},
                                {"size", photo.size},
                                {"type", photo.type},
                                {"item", photo.item},
                                {"caption", photo.caption},
                                {"added", formatInstant(photo.added)}})};
}

Result<json::object> objectOf(const std::string& text) {
    const auto value = parseJson(text);
    if (!value || !value->is_object())
        return fail(ErrorKind::broken, "store_broken", "an entry of the draft is damaged");
    return value->get_object();
}

}  // namespace

json::object findingToJson(const SignedFinding& finding) {
    json::object out{
        {"item", finding.item}, {"severity", finding.severity}, {"text", finding.text}, {"due", finding.due}};
    if (!finding.where.empty()) out["where"] = finding.where;
    return out;
}

SignedFinding findingFromJson(const json::object& object) {
    return {textOr(object, "item"), textOr(object, "severity"), textOr(object, "text"), textOr(object, "where"),
            textOr(object, "due")};
}

DraftEntry answerEntry(const std::string& question, const std::string& value) {
    return {"answer", question, value};
}
DraftEntry naEntry(const std::string& item, const std::string& reason) {
    return {"na", item, reason};
}
DraftEntry noteEntry(const std::string& item, const std::string& text) {
    return {"note", item, text};
}
DraftEntry factEntry(const std::string& fact, const std::string& value) {
    return {"fact", fact, value};
}
DraftEntry findingEntry(const SignedFinding& finding) {
    return {"finding", finding.item, toText(findingToJson(finding))};
}
DraftEntry placeEntry(const std::string& item) {
    return {"place", "item", item};
}

Result<DraftRow> beginInspection(TabletStore& store, const std::string& site, const std::string& checklist) {
    if (const auto known = siteById(store, site); !known) return fail(known.error());
    const auto published = checklistById(store, checklist);
    if (!published) return fail(published.error());
    // A draft whose document is missing could not be filled without a network.
    if (const auto document = loadDocument(store, published->sha256); !document) return fail(document.error());
    auto row = store.createDraft(site, published->sha256);
    if (!row) return row;
    if (auto done = store.putEntries(row->id, {{"place", "started", formatInstant(store.now())}}); !done)
        return fail(done.error());
    return row;
}

Result<DraftRow> beginAmendment(TabletStore& store, const std::string& recordId) {
    for (const auto& open : store.drafts()) {
        if (open.amends == recordId) return open;
    }
    const auto first = store.recordById(recordId);
    if (!first || first->type != "inspection.submitted" || !first->own) {
        return fail(ErrorKind::notFound, "no_record",
                    "only an inspection that was signed on this device can be amended here");
    }
    // The newest version: the submission or its latest amendment.
    Sha256 newest = first->hash;
    RecordFilter filter;
    filter.about = recordId;
    filter.type = "inspection.amended";
    filter.own = true;
    filter.limit = 1;
    for (const auto& amendment : store.records(filter)) newest = amendment.hash;
    const auto payload = store.payload(newest);
    if (!payload) return fail(payload.error());
    const auto answers = checklist::Answers::fromJson(payload->body);
    if (!answers) return fail(answers.error());
    const auto ref = objectAt(payload->body, "checklist", "body");
    const auto hash = ref ? Sha256::fromHex(textOr(**ref, "sha256")) : Result<Sha256>(fail(ref.error()));
    if (!hash) return fail(hash.error());
    auto row = store.createDraft(payload->site, *hash, recordId);
    if (!row) return row;
    std::vector<DraftEntry> entries{{"place", "started", textOr(payload->body, "started")}};
    for (const auto& [question, value] : answers->values) entries.push_back(answerEntry(question, value));
    for (const auto& [item, reason] : answers->na) entries.push_back(naEntry(item, reason));
    for (const auto& [item, text] : answers->notes) entries.push_back(noteEntry(item, text));
    for (const auto& [fact, value] : answers->facts) entries.push_back(factEntry(fact, value));
    for (const auto& file : payload->files) {
        if (file.role == "evidence")
            entries.push_back(photoEntry({file.sha256, file.size, file.type, file.item, {}, payload->at}));
    }
    if (const auto findings = arrayAt(payload->body, "findings")) {
        for (const auto& value : **findings) {
            if (value.is_object()) entries.push_back(findingEntry(findingFromJson(value.get_object())));
        }
    }
    if (auto done = store.putEntries(row->id, entries); !done) return fail(done.error());
    return row;
}

Result<InspectionDraft> loadDraft(const TabletStore& store, const std::string& id) {
    const auto row = store.draft(id);
    if (!row) return fail(ErrorKind::notFound, "no_draft", "this draft is not here any more; it was signed or deleted");
    const auto entries = store.entries(id);
    if (!entries) return fail(entries.error());
    InspectionDraft out;
    out.row = *row;
    out.started = {row->created, store.now().offset};
    for (const auto& entry : *entries) {
        if (entry.kind == "answer") out.answers.values[entry.name] = entry.value;
        if (entry.kind == "na") out.answers.na[entry.name] = entry.value;
        if (entry.kind == "note") out.answers.notes[entry.name] = entry.value;
        if (entry.kind == "fact") out.answers.facts[entry.name] = entry.value;
        if (entry.kind == "place" && entry.name == "item") out.place = entry.value;
        if (entry.kind == "place" && entry.name == "started") {
            if (const auto at = parseInstant(entry.value)) out.started = *at;
        }
        if (entry.kind != "photo" && entry.kind != "finding") continue;
        const auto object = objectOf(entry.value);
        if (!object) return fail(object.error());
        if (entry.kind == "finding") {
            out.findings[entry.name] = findingFromJson(*object);
            continue;
        }
        const auto hash = Sha256::fromHex(textOr(*object, "sha256"));
        const auto size = integerAt(*object, "size");
        const auto added = parseInstant(textOr(*object, "added"));
        if (!hash || !size || !added) return fail(ErrorKind::broken, "store_broken", "a photo of the draft is damaged");
        out.photos.push_back({*hash, static_cast<std::uint64_t>(*size), textOr(*object, "type"),
                              textOr(*object, "item"), textOr(*object, "caption"), *added});
    }
    return out;
}

Result<Photo> addPhoto(TabletStore& store, const std::string& draft, const std::string& item, ByteView content,
                       const std::string& caption) {
    const auto info = imageInfo(content);
    if (!info) return fail(info.error());
    const auto file = store.importFile(content, info->type);
    if (!file) return fail(file.error());
    const Photo photo{file->sha256, file->size, file->type, item, caption, store.now()};
    if (auto done = store.putEntries(draft, {photoEntry(photo)}); !done) return fail(done.error());
    return photo;
}

Result<void> removePhoto(TabletStore& store, const std::string& draft, const Photo& photo) {
    return store.putEntries(draft, {{"photo", photo.item + "/" + photo.sha256.hex(), ""}});
}

}  // namespace plumb::store
