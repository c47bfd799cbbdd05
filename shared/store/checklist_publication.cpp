#include "shared/store/checklist_publication.h"

#include <array>
#include <map>
#include <set>

#include "shared/checklist/load/loader.h"
#include "shared/checklist/model/attachments.h"
#include "shared/crypto/hash.h"
#include "shared/records/reference/checklist_publication.h"
#include "shared/store/attached_content.h"

namespace plumb::store {
namespace {

std::string typeOf(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kTypes{
        {{".csv", "text/csv"},
         {".xml", "application/xml"},
         {".geojson", "application/geo+json"},
         {".jpg", "image/jpeg"},
         {".jpeg", "image/jpeg"},
         {".png", "image/png"},
         {".webp", "image/webp"},
         {".svg", "image/svg+xml"},
         {".mp3", "audio/mpeg"},
         {".m4a", "audio/mp4"},
         {".wav", "audio/wav"},
         {".mp4", "video/mp4"}}};
    std::string small(name);
    for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    for (const auto& [end, type] : kTypes) {
        if (small.ends_with(end)) return std::string(type);
    }
    return "application/octet-stream";
}

struct Collected {
    std::map<std::string, Bytes> contents;
    std::map<std::string, Sha256> hashes;
};

Result<Collected> collect(const checklist::Checklist& document, const AttachmentReader& read) {
    Collected out;
    std::string lacking;
    std::size_t size = 0;
    const auto files = checklist::namedFiles(document);
    if (files.size() > checklist::kMostAttachments)
        return fail(ErrorKind::tooLarge, "attachments_too_large",
                    "the checklist needs " + std::to_string(files.size()) + " files, at most " +
                        std::to_string(checklist::kMostAttachments) + " can go with it");
    for (const auto& [name, by] : files) {
        auto content = read(name);
        if (!content) return fail(content.error());
        if (!*content) {
            lacking += (lacking.empty() ? "" : ", ") + name + " (" + by + ")";
            continue;
        }
        size += (*content)->size();
        if (size > checklist::kMaxAttachedBytes)
            return fail(ErrorKind::tooLarge, "attachments_too_large",
                        "the files of a checklist have at most " +
                            std::to_string(checklist::kMaxAttachedBytes / (1024 * 1024)) + " MiB together; with " +
                            name + " these have more");
        const auto hash = crypto::sha256(**content);
        const auto stated = document.attachments.find(name);
        if (stated != document.attachments.end() && stated->second != hash)
            return fail(ErrorKind::conflict, "attachment_differs",
                        name + " is not the file that the document names: its hash is " + hash.hex() +
                            "; take the right file, or leave \"attachments\" out of the document");
        out.hashes.emplace(name, hash);
        out.contents.emplace(name, std::move(**content));
    }
    if (!lacking.empty())
        return fail(ErrorKind::notFound, "no_attachment",
                    "the checklist needs files that are not beside it: " + lacking);
    return out;
}

}  // namespace

Result<NewRecord> publicationOf(TabletStore& store, std::string_view document, const AttachmentReader& read) {
    const auto outline = checklist::loadChecklist(document);
    if (!outline) return fail(outline.error());
    const auto files = collect(**outline, read);
    if (!files) return fail(files.error());
    std::string text(document);
    if (!files->hashes.empty() && (*outline)->attachments.empty())
        text = checklist::withAttachments(document, files->hashes);

    // As the tablets will read it: a list that lacks a column is found here and not in the field.
    std::map<std::string, AttachedContent> unsealed;
    for (const auto& [name, content] : files->contents) unsealed.emplace(name, AttachedContent(name, content));
    const auto whole =
        checklist::loadChecklist(text, [&](const std::string& name, const Sha256& hash) -> std::optional<std::string> {
            const auto known = files->hashes.find(name);
            if (known == files->hashes.end() || known->second != hash) return std::nullopt;
            return unsealed.at(name).path();
        });
    if (!whole) return fail(whole.error());

    const auto stored = store.importFile(asBytes(text), "application/json");
    if (!stored) return fail(stored.error());
    NewRecord record;
    record.type = "checklist.published";
    record.files.push_back({stored->sha256, stored->size, stored->type, "checklist", {}});
    std::set<Sha256> named;  // two names may have one content
    for (const auto& [name, content] : files->contents) {
        const auto file = store.importFile(content, typeOf(name));
        if (!file) return fail(file.error());
        if (named.insert(file->sha256).second)
            record.files.push_back({file->sha256, file->size, file->type, "attachment", {}});
    }
    record.body = records::toBody(records::ChecklistPublication{
        (*whole)->id, (*whole)->version, (*whole)->title, stored->sha256, (*whole)->programmes, (*whole)->sectors});
    return record;
}

}  // namespace plumb::store
