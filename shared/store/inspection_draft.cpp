#include "shared/store/inspection_draft.h"

#include "shared/domain/place.h"
#include "shared/records/inspection/test_mode.h"
#include "shared/store/draft_audit_trail.h"
#include "shared/store/judged_picture.h"

namespace plumb::store {
namespace {

std::string photoName(const Photo& photo) {
    return photo.item + "/" + photo.sha256.hex();
}

Result<json::object> objectOf(const std::string& text) {
    const auto value = parseJson(text);
    if (!value || !value->is_object())
        return fail(ErrorKind::broken, "store_broken", "an entry of the draft is damaged");
    return value->get_object();
}

Result<Photo> photoFrom(const json::object& object) {
    const auto hash = Sha256::fromHex(textOr(object, "sha256"));
    const auto size = integerAt(object, "size");
    const auto added = parseInstant(textOr(object, "added"));
    if (!hash || !size || !added) return fail(ErrorKind::broken, "store_broken", "a photo of the draft is damaged");
    Photo out{*hash,
              static_cast<std::uint64_t>(*size),
              textOr(object, "type"),
              textOr(object, "item"),
              textOr(object, "caption"),
              *added};
    if (const auto* where = object.if_contains("where"); where && where->is_object()) {
        auto read = domain::readWhereabouts(where->get_object());
        if (!read) return fail(ErrorKind::broken, "store_broken", read.error().detail);
        out.where = *read;
    }
    if (const auto* origin = object.if_contains("origin")) {
        auto read = origin->is_object() ? record::readPhotoOrigin(origin->get_object(), "origin")
                                        : Result<record::PhotoOrigin>(fail(Error{}));
        if (!read) return fail(ErrorKind::broken, "store_broken", "a photo of the draft is damaged");
        out.origin = std::move(*read);
    }
    return out;
}

// Takes what is text as it is, or reads it as an object.
Result<void> take(InspectionDraft& draft, const DraftEntry& entry) {
    if (entry.kind == "answer") draft.answers.values[entry.name] = entry.value;
    if (entry.kind == "na") draft.answers.na[entry.name] = entry.value;
    if (entry.kind == "note") draft.answers.notes[entry.name] = entry.value;
    if (entry.kind == "fact") draft.answers.facts[entry.name] = entry.value;
    if (entry.kind == "place" && entry.name == "item") draft.place = entry.value;
    if (entry.kind == "place" && entry.name == "started") {
        if (const auto at = parseInstant(entry.value)) draft.started = *at;
    }
    if (entry.kind == "place" && entry.name == "stays") {
        if (const auto hash = Sha256::fromHex(entry.value)) draft.staysBefore = *hash;
    }
    if (entry.kind == "place" && entry.name == "replaces") {
        if (const auto hash = Sha256::fromHex(entry.value)) draft.replaces = *hash;
    }
    if (entry.kind == "place" && entry.name == "begun") {
        const auto object = objectOf(entry.value);
        if (!object) return fail(object.error());
        auto where = domain::readWhereabouts(*object);
        if (!where) return fail(ErrorKind::broken, "store_broken", where.error().detail);
        draft.begunAt = *where;
    }
    if (entry.kind == "place" && entry.name == "credential") {
        const auto object = objectOf(entry.value);
        if (!object) return fail(object.error());
        auto shown = records::readCredential(*object);
        if (!shown) return fail(ErrorKind::broken, "store_broken", shown.error().detail);
        draft.credential = std::move(*shown);
    }
    if (entry.kind == "place" && entry.name == "inspected") {
        const auto object = objectOf(entry.value);
        if (!object) return fail(object.error());
        auto inspected = records::readKeptInspected(*object);
        if (!inspected) return fail(ErrorKind::broken, "store_broken", inspected.error().detail);
        draft.inspected = std::move(*inspected);
    }
    if (entry.kind == "refusal") {
        auto file = documentFrom(entry);
        if (!file) return fail(file.error());
        draft.refusal.push_back(std::move(*file));
    }
    if (entry.kind == "place" && entry.name == "order") draft.order = entry.value;
    if (entry.kind == "place" && entry.name == "task") draft.task = entry.value;
    if (entry.kind == "place" && entry.name == records::kTestMember) draft.test = true;
    if (entry.kind == "place" && entry.name == "rechecks") {
        if (const auto hash = Sha256::fromHex(entry.value)) draft.rechecks = *hash;
    }
    if (entry.kind == "base") draft.base[entry.name] = entry.value;
    if (entry.kind == "document") {
        auto file = documentFrom(entry);
        if (!file) return fail(file.error());
        draft.documents.push_back(std::move(*file));
    }
    if (entry.kind == "marks") {
        // Of one that was taken out they wait until it comes back.
        for (auto& photo : draft.photos) {
            if (photoName(photo) == entry.name) photo.marks = entry.value;
        }
    }
    if (entry.kind == "trail") {
        auto read = trailFromEntry(entry);
        if (!read) return fail(read.error());
        draft.trail.append(std::move(*read));
    }
    if (entry.kind != "photo" && entry.kind != "finding" && entry.kind != "version") return {};
    const auto object = objectOf(entry.value);
    if (!object) return fail(object.error());
    if (entry.kind == "finding") {
        auto finding = records::readFinding(*object);
        if (!finding) return fail(ErrorKind::broken, "store_broken", finding.error().detail);
        draft.findings[entry.name] = std::move(*finding);
    } else if (entry.kind == "photo") {
        auto photo = photoFrom(*object);
        if (!photo) return fail(photo.error());
        draft.photos.push_back(std::move(*photo));
    } else {
        auto left = records::readLeftVersion(*object);
        if (!left) return fail(ErrorKind::broken, "store_broken", left.error().detail);
        draft.left.push_back(std::move(*left));
    }
    return {};
}

}  // namespace

SignedFinding offeredFinding(const checklist::Finding& finding) {
    return {finding.item,
            std::string(checklist::severityName(finding.severity)),
            std::string(finding.text.in("zh")),
            {},
            finding.due};
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
    return {"finding", finding.item, toText(records::toJson(finding))};
}
DraftEntry placeEntry(const std::string& item) {
    return {"place", "item", item};
}
DraftEntry testEntry() {
    return {"place", std::string(records::kTestMember), "true"};
}
DraftEntry startedEntry(const Instant& started) {
    return {"place", "started", formatInstant(started)};
}
DraftEntry begunAtEntry(const records::Whereabouts& where) {
    return {"place", "begun", toText(domain::toJson(where))};
}
DraftEntry credentialEntry(const std::optional<records::CredentialShown>& shown) {
    return {"place", "credential", shown ? toText(records::toJson(*shown)) : std::string()};
}
DraftEntry inspectedEntry(const std::optional<records::InspectedName>& inspected) {
    return {"place", "inspected", inspected ? toText(records::toJson(*inspected)) : std::string()};
}
DraftEntry refusalEntry(const AttachedFile& file) {
    auto out = documentEntry(file);
    out.kind = "refusal";
    return out;
}
DraftEntry refusalGone(const AttachedFile& file) {
    auto out = refusalEntry(file);
    out.value.clear();
    return out;
}
DraftEntry photoEntry(const Photo& photo) {
    json::object out{{"sha256", photo.sha256.hex()}, {"size", photo.size},       {"type", photo.type},
                     {"item", photo.item},           {"caption", photo.caption}, {"added", formatInstant(photo.added)}};
    if (photo.where) out["where"] = domain::toJson(*photo.where);
    if (photo.origin) out["origin"] = record::toJson(*photo.origin);
    return {"photo", photoName(photo), toText(out)};
}
DraftEntry marksEntry(const Photo& photo) {
    return {"marks", photoName(photo), photo.marks};
}
DraftEntry photoGone(const Photo& photo) {
    return {"photo", photoName(photo), ""};
}
bool samePhoto(const Photo& a, const Photo& b) {
    return a.sha256 == b.sha256 && a.item == b.item;
}
DraftEntry leftVersionEntry(const LeftVersion& left, std::size_t number) {
    std::string name = std::to_string(number);
    return {"version", std::string(name.size() < 4 ? 4 - name.size() : 0, '0') + name, toText(records::toJson(left))};
}
DraftEntry staysEntry(const Sha256& newer) {
    return {"place", "stays", newer.hex()};
}

Result<std::vector<Photo>> photosOf(const std::vector<DraftEntry>& entries) {
    InspectionDraft draft;
    // Marks belong to photos that are known by then.
    for (const char* kind : {"photo", "marks"}) {
        for (const auto& entry : entries) {
            if (entry.kind != kind) continue;
            if (auto taken = take(draft, entry); !taken) return fail(taken.error());
        }
    }
    return std::move(draft.photos);
}

std::vector<DraftEntry> answerEntries(const checklist::Answers& answers) {
    std::vector<DraftEntry> out;
    for (const auto& [question, value] : answers.values) out.push_back(answerEntry(question, value));
    for (const auto& [item, reason] : answers.na) out.push_back(naEntry(item, reason));
    for (const auto& [item, text] : answers.notes) out.push_back(noteEntry(item, text));
    for (const auto& [fact, value] : answers.facts) out.push_back(factEntry(fact, value));
    return out;
}

std::map<std::string, int> photosPerItem(const std::vector<Photo>& photos) {
    std::map<std::string, int> out;
    for (const auto& photo : photos) ++out[photo.item];
    return out;
}

Result<checklist::SessionOptions> sessionOptions(const TabletStore& store, const InspectionDraft& draft) {
    checklist::SessionOptions out;
    out.trail = draft.trail;
    if (!draft.rechecks) return out;
    const auto payload = store.payload(*draft.rechecks);
    if (!payload) return fail(payload.error());
    const auto body = records::readVersion(payload->type, payload->body);
    if (!body) return fail(body.error());
    out.previous = body->answers;
    out.recheck = true;
    return out;
}

Result<InspectionDraft> loadDraft(const TabletStore& store, const std::string& id) {
    const auto row = store.draft(id);
    if (!row) return fail(ErrorKind::notFound, "no_draft", "this draft is not here any more; it was signed or deleted");
    const auto entries = store.entries(id);
    if (!entries) return fail(entries.error());
    InspectionDraft out;
    out.row = *row;
    out.started = {row->created, store.now().offset};
    // Marks need the photos that they are over.
    for (const bool marks : {false, true}) {
        for (const auto& entry : *entries) {
            if ((entry.kind == "marks") != marks) continue;
            if (auto taken = take(out, entry); !taken) return fail(taken.error());
        }
    }
    // It is filled in the zone in which it was begun.
    out.answers.local = checklist::LocalDay{out.started.offset, {}};
    return out;
}

Result<InspectionDraft> openDraft(TabletStore& store, const std::string& id) {
    auto draft = loadDraft(store, id);
    if (!draft) return draft;
    const auto known = draft->trail.entries().size();
    draft->trail = trailLeadingTo(std::move(draft->trail), draft->answers, photosPerItem(draft->photos), store.now());
    if (const auto rows = trailRows(draft->trail, known); !rows.empty()) {
        if (auto done = store.putEntries(id, rows); !done) return fail(done.error());
    }
    return draft;
}

Result<Photo> importPhoto(TabletStore& store, const std::string& item, ByteView content, const std::string& caption,
                          const PhotoMoment& moment) {
    const auto judged = JudgedPicture::of(Bytes(content.begin(), content.end()));
    if (!judged) return fail(judged.error());
    return sealPhoto(store, item, *judged, caption, moment);
}

Result<Photo> sealPhoto(TabletStore& store, const std::string& item, const JudgedPicture& picture,
                        const std::string& caption, const PhotoMoment& moment) {
    const auto file = store.sealPicture(picture);
    if (!file) return fail(file.error());
    Photo out{file->sha256, file->size, file->type, item, caption, moment.at.value_or(store.now())};
    out.origin = record::PhotoOrigin{moment.way, out.added, {}, {}, {}, {}, {}};
    const auto& facts = picture.facts();
    if (facts.present) {
        out.origin->camera = record::CameraSaid{facts.taken, facts.offset, {}};
        if (facts.place) out.origin->camera->place = record::PhotoSpot{facts.place->latitude, facts.place->longitude};
    }
    if (moment.where) out.takeInAt(*moment.where);
    return out;
}

void Photo::takeInAt(const records::Whereabouts& place) {
    where = place;
    if (!origin) return;
    origin->place.reset();
    origin->noPlace.clear();
    if (const auto* fix = std::get_if<domain::Place>(&place))
        origin->place = record::PhotoSpot{fix->latitude, fix->longitude, fix->accuracy};
    else
        origin->noPlace = domain::noPlaceName(std::get<domain::NoPlace>(place));
}

record::FileRef Photo::ref() const {
    record::FileRef out{sha256, size, type, "evidence", item};
    out.photo = origin;
    // Where the tablet was, the record's own member says (records/inspection/places.h).
    if (where && out.photo) {
        out.photo->place.reset();
        out.photo->noPlace.clear();
    }
    return out;
}

Result<Photo> addPhoto(TabletStore& store, const std::string& draft, const std::string& item, ByteView content,
                       const std::string& caption) {
    auto photo = importPhoto(store, item, content, caption);
    if (!photo) return photo;
    if (auto done = store.putEntries(draft, {photoEntry(*photo)}); !done) return fail(done.error());
    return photo;
}

Result<void> removePhoto(TabletStore& store, const std::string& draft, const Photo& photo) {
    return store.putEntries(draft, {photoGone(photo)});
}

}  // namespace plumb::store
