#include "tools/plumb/filling.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "shared/checklist/score/score.h"
#include "shared/store/draft_audit_trail.h"
#include "shared/store/durable_file.h"
#include "shared/store/image_type.h"

namespace plumb::cli {
namespace {

Result<checklist::Answers> readAnswers(const std::string& file) {
    if (file.empty()) return checklist::Answers{};
    const auto content = store::readWhole(file, 1 << 20);
    if (!content) return fail(content.error());
    const auto value = parseJson(asText(*content));
    if (!value) return fail(ErrorKind::malformed, "bad_answers", file + ": " + value.error().detail);
    if (!value->is_object())
        return fail(ErrorKind::malformed, "bad_answers", file + ": must be a JSON object with \"answers\"");
    auto answers = checklist::Answers::fromJson(value->get_object());
    if (!answers) return fail(answers.error().kind, answers.error().code, file + ": " + answers.error().detail);
    return answers;
}

using Values = std::map<std::string, std::string>;

void overlay(Values& below, const Values& above) {
    for (const auto& [name, value] : above) below[name] = value;
}

Result<void> takeFile(store::TabletStore& store, const checklist::Checklist& document, const std::string& option,
                      store::InspectionDraft& draft) {
    const auto named = itemAnd("--file", option, "bad_file");
    if (!named) return fail(named.error());
    if (!document.item(named->first))
        return fail(ErrorKind::notFound, "unknown_item", "the checklist has no item \"" + named->first + "\"");
    auto file = importItemFile(store, option);
    if (!file) return fail(file.error());
    if (!store::isPhotoType(file->type)) {
        if (std::find(draft.documents.begin(), draft.documents.end(), *file) == draft.documents.end())
            draft.documents.push_back(std::move(*file));
        return {};
    }
    store::Photo photo{file->sha256, file->size, file->type, file->item, {}, store.now()};
    auto& photos = draft.photos;
    if (std::none_of(photos.begin(), photos.end(), [&](const auto& one) { return store::samePhoto(one, photo); }))
        photos.push_back(std::move(photo));
    return {};
}

}  // namespace

Result<std::pair<std::string, std::string>> itemAnd(const std::string& option, const std::string& text,
                                                    const char* code) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
        return fail(ErrorKind::malformed, code,
                    option + " takes ITEM=" + (option == "--file" ? "PATH" : "TEXT") + ", not \"" + text + "\"");
    return std::pair(text.substr(0, equals), text.substr(equals + 1));
}

std::string mediaTypeOf(const std::string& path) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kTypes{
        {{".pdf", "application/pdf"},
         {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
         {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
         {".doc", "application/msword"},
         {".xls", "application/vnd.ms-excel"},
         {".txt", "text/plain"},
         {".csv", "text/csv"},
         {".jpg", "image/jpeg"},
         {".jpeg", "image/jpeg"},
         {".png", "image/png"},
         {".webp", "image/webp"},
         {".m4a", "audio/mp4"}}};
    std::string extension = std::filesystem::path(path).extension().string();
    for (auto& letter : extension) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    for (const auto& [name, type] : kTypes) {
        if (name == extension) return std::string(type);
    }
    return "application/octet-stream";
}

Result<store::AttachedFile> importItemFile(store::TabletStore& store, const std::string& file) {
    const auto named = itemAnd("--file", file, "bad_file");
    if (!named) return fail(named.error());
    const auto& [item, path] = *named;
    const auto content = store::readWhole(path, store::kMaxFileBytes);
    if (!content) return fail(content.error());
    const auto picture = store::imageInfo(*content);
    auto imported = store::importAttached(store, item, *content, picture ? picture->type : mediaTypeOf(path),
                                          std::filesystem::path(path).filename().string());
    if (!imported) return fail(imported.error().kind, imported.error().code, path + ": " + imported.error().detail);
    return imported;
}

Result<void> fillDraft(store::TabletStore& store, const store::DraftRow& draft, const Filling& filling) {
    const auto answers = readAnswers(filling.answers);
    if (!answers) return fail(answers.error());
    const auto document = store::loadDocument(store, draft.checklist);
    if (!document) return fail(document.error());
    if (const auto score = checklist::scoreAnswers(**document, *answers, checklist::Explained::no); !score)
        return fail(score.error().kind, score.error().code, filling.answers + ": " + score.error().detail);
    auto filled = store::loadDraft(store, draft.id);
    if (!filled) return fail(filled.error());
    for (const auto& file : filling.files) {
        if (auto taken = takeFile(store, **document, file, *filled); !taken) return taken;
    }
    overlay(filled->answers.values, answers->values);
    overlay(filled->answers.na, answers->na);
    overlay(filled->answers.notes, answers->notes);
    overlay(filled->answers.facts, answers->facts);
    // The trail says what the files say, as one run at this moment.
    const auto known = filled->trail.entries().size();
    auto rows = store::answerEntries(filled->answers);
    // Answers that say in which zone they were given are signed in it; an amendment stays in that of its record.
    if (answers->local && !filling.keepZone)
        rows.push_back(store::startedEntry(checklist::inZone(filled->started, answers->local->zone)));
    for (const auto& photo : filled->photos) rows.push_back(store::photoEntry(photo));
    for (const auto& file : filled->documents) rows.push_back(store::documentEntry(file));
    const auto trail = store::trailLeadingTo(std::move(filled->trail), filled->answers,
                                             store::photosPerItem(filled->photos), store.now());
    for (auto& row : store::trailRows(trail, known)) rows.push_back(std::move(row));
    return store.putEntries(draft.id, rows);
}

}  // namespace plumb::cli
