#include "shared/store/assessment_items.h"

#include <algorithm>
#include <tuple>

#include "shared/checklist/model/answer_key.h"
#include "shared/records/inspection/body.h"
#include "shared/store/folded_rows.h"

namespace plumb::store {
namespace {

bool fileComesBefore(const record::FileRef& a, const record::FileRef& b) {
    return std::tie(a.role, a.sha256) < std::tie(b.role, b.sha256);
}

// The item that an answer belongs to; "" where this version of the checklist has no such question.
std::string itemOf(const checklist::Checklist& document, const std::string& question) {
    const auto key = checklist::parseKey(document, question);
    return key ? document.items[document.questions[key->question].item].id : std::string();
}

// `files`: photos and documents, each of its item.
Items itemsOf(const checklist::Checklist& document, const checklist::Answers& answers,
              const std::vector<record::FileRef>& files) {
    Items out;
    for (const auto& [question, value] : answers.values) {
        const auto item = itemOf(document, question);
        if (!item.empty() && !value.empty()) out[item].answers.answers[question] = value;
    }
    for (const auto& [item, reason] : answers.na) out[item].answers.na = reason;
    for (const auto& [item, note] : answers.notes) out[item].answers.note = note;
    for (const auto& file : files) out[file.item].files.push_back(file);
    for (auto& [item, content] : out) std::sort(content.files.begin(), content.files.end(), fileComesBefore);
    return out;
}

}  // namespace

std::string contentText(const ItemContent& content) {
    json::array files;
    for (const auto& file : content.files)
        files.push_back(json::object{{"sha256", file.sha256.hex()}, {"role", file.role}});
    return toText(json::object{{"item", records::toJson(content.answers)}, {"files", std::move(files)}});
}

ItemContent OpenedAssessment::item(const std::string& id) const {
    const auto found = items.find(id);
    return found == items.end() ? ItemContent{} : found->second;
}

std::string OpenedAssessment::base(const std::string& id) const {
    const auto known = draft.base.find(id);
    return known == draft.base.end() ? contentText({}) : known->second;
}

bool OpenedAssessment::isBase(const std::string& id, const ItemContent& content) const {
    return base(id) == contentText(content);
}

bool operator==(const ItemContent& a, const ItemContent& b) {
    return contentText(a) == contentText(b);
}

DraftEntry baseEntry(const std::string& item, const ItemContent& content) {
    return {"base", item, contentText(content)};
}

Result<OpenedAssessment> openAssessment(TabletStore& store, const std::string& id) {
    auto draft = loadDraft(store, id);
    if (!draft) return fail(draft.error());
    if (draft->row.round.empty()) return fail(ErrorKind::malformed, "bad_value", "this draft is no self-assessment");
    const auto document = loadDocument(store, draft->row.checklist);
    if (!document) return fail(document.error());
    OpenedAssessment out{std::move(*draft), *document, {}};
    std::vector<record::FileRef> files;
    for (const auto& photo : out.draft.photos)
        files.push_back({photo.sha256, photo.size, photo.type, "evidence", photo.item, {}, photo.origin});
    for (const auto& file : out.draft.documents) files.push_back(file.ref());
    out.items = itemsOf(*out.checklist, out.draft.answers, files);
    return out;
}

Result<void> setFirstBase(TabletStore& store, OpenedAssessment& opened) {
    const auto& draft = opened.draft;
    if (draft.row.amends.empty() || !draft.base.empty()) return {};
    const auto row = rowFor(store, opened);
    if (!row || !row->submitted) return {};
    const auto version = store.payload(row->submitted->newest);
    if (!version) return fail(version.error());
    const auto said = records::readVersion(version->type, version->body);
    if (!said) return fail(said.error());
    auto files = version->files;
    std::erase_if(files, [&](const auto& file) {
        const bool attached = file.role == "evidence" || file.role == kDocumentRole;
        return !attached || file.item.empty();
    });
    std::vector<DraftEntry> entries;
    for (const auto& [item, content] : itemsOf(*opened.checklist, said->answers, files)) {
        entries.push_back(baseEntry(item, content));
        opened.draft.base[item] = entries.back().value;
    }
    return store.putEntries(draft.row.id, entries);
}

std::optional<records::AssessmentRow> rowFor(const TabletStore& store, const OpenedAssessment& opened) {
    return assessmentAt(store, opened.draft.row.site, opened.draft.row.round, opened.checklist->id);
}

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
    std::sort(out.files.begin(), out.files.end(), fileComesBefore);
    return out;
}

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

}  // namespace plumb::store
