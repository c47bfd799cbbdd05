#include "sync-server/ingest/checklists.h"

#include "sync-server/projections/checklists/checklist_rows.h"
#include "sync-server/projections/checklists/checklists_projection.h"

namespace plumb::server {

void Checklists::reload(StoreReader& reader) {
    const auto rows = ChecklistRows(reader).all();
    const std::lock_guard lock(m_mutex);
    std::map<Sha256, std::shared_ptr<const checklist::Checklist>> next;
    for (const auto& row : rows) {
        const auto kept = m_published.find(row.sha256);
        next.emplace(row.sha256, kept == m_published.end() ? nullptr : kept->second);
    }
    m_published = std::move(next);
}

void Checklists::appended(const LoggedLine& line) {
    const auto sha256 = publishedChecklist(line.payload);
    if (!sha256) return;
    const std::lock_guard lock(m_mutex);
    m_published.try_emplace(*sha256);
}

Result<std::shared_ptr<const checklist::Checklist>> Checklists::find(const Sha256& sha256) {
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_published.find(sha256);
        if (found == m_published.end()) {
            return fail(ErrorKind::notFound, "checklist_unknown",
                        "no checklist with this hash is published here; publish it first, then send the line again");
        }
        if (found->second) return found->second;
    }
    auto loaded = read(sha256);
    if (!loaded)
        return fail(ErrorKind::notFound, "checklist_unknown",
                    "the published checklist cannot be read: " + loaded.error().detail);
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_published.find(sha256); found != m_published.end()) found->second = *loaded;
    return loaded;
}

Result<std::shared_ptr<const checklist::Checklist>> Checklists::read(const Sha256& sha256) const {
    const auto text = m_blobs.read(sha256, checklist::kMaxDocumentBytes);
    if (!text) {
        if (m_blobs.sizeOf(sha256))
            return fail(ErrorKind::tooLarge, "bad_checklist", "the checklist's document is larger than 8 MiB");
        return fail(ErrorKind::notFound, "file_missing",
                    "the checklist's document " + sha256.hex() + " is not here; upload it, then send the line again");
    }
    std::string lacking;
    auto loaded =
        checklist::loadChecklist(*text, [&](const std::string& name, const Sha256& hash) -> std::optional<std::string> {
            if (const auto path = m_blobs.localCopy(hash)) return path->string();
            lacking += (lacking.empty() ? "" : ", ") + name + " (" + hash.hex() + ")";
            return std::nullopt;
        });
    if (!lacking.empty())
        return fail(ErrorKind::notFound, "file_missing",
                    "files of the checklist are not here: " + lacking + "; upload them, then send the line again");
    if (!loaded) return fail(ErrorKind::malformed, "bad_checklist", loaded.error().detail);
    return loaded;
}

}  // namespace plumb::server
