#include "shared/store/reference.h"

#include <algorithm>
#include <map>

#include "shared/records/reference/checklist_publication.h"
#include "shared/store/attached_content.h"

namespace plumb::store {
namespace {

// The payloads of one reference type in log order, own ones that wait last. What was pulled was believed as of its
// place in the log when it came, what waits here when it was signed.
Result<std::vector<record::Payload>> published(const TabletStore& store, const std::string& type) {
    RecordFilter filter;
    filter.type = type;
    filter.newestFirst = false;
    std::vector<record::Payload> out;
    for (const auto& row : store.records(filter)) {
        if (row.state == RecordState::refused) continue;
        const auto line = store.line(row.hash);
        if (!line) return fail(line.error());
        auto payload = record::parsePayload(line->payload());
        if (payload) out.push_back(std::move(*payload));
    }
    return out;
}

records::ChecklistPublication asPublished(const PublishedChecklist& list) {
    return {list.id,      list.version,   {},         list.sha256, list.programmes,
            list.sectors, list.withdrawn, list.kinds, list.test};
}

}  // namespace

Fit fitOf(const PublishedChecklist& checklist, const Site& site, const std::string& kind) {
    return records::fitOf(asPublished(checklist), {site.programme, site.sector, kind});
}

bool isForKind(const PublishedChecklist& checklist, std::string_view kind) {
    return records::isForKind(asPublished(checklist), kind);
}

Result<std::vector<Site>> sitesOf(const TabletStore& store) {
    const auto payloads = published(store, "site.published");
    if (!payloads) return fail(payloads.error());
    std::map<std::string, Site> newest;
    for (const auto& payload : *payloads) {
        if (auto site = records::readSite(payload.body)) newest[site->id] = *site;
    }
    std::vector<Site> out;
    for (auto& [id, site] : newest) out.push_back(std::move(site));
    std::sort(out.begin(), out.end(),
              [](const Site& a, const Site& b) { return std::tie(a.name, a.id) < std::tie(b.name, b.id); });
    return out;
}

Result<Site> siteById(const TabletStore& store, const std::string& id) {
    const auto rows = store.sitePublications(id);
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        if (row->state == RecordState::refused) continue;
        const auto payload = store.payload(row->hash);
        if (!payload) return fail(payload.error());
        if (auto site = records::readSite(payload->body)) return site;
    }
    return fail(ErrorKind::notFound, "no_site",
                "no site \"" + id + "\" is known on this device; sync first, or ask the administrator to publish it");
}

std::optional<PublishedChecklist> publishedChecklist(const record::Payload& payload) {
    auto read = records::readChecklistPublication(payload.body);
    if (!read) return std::nullopt;
    PublishedChecklist out{std::move(read->id),
                           std::move(read->version),
                           read->title.in("zh"),
                           read->title.in("en"),
                           read->sha256,
                           {},
                           false,
                           std::move(read->programmes),
                           std::move(read->sectors),
                           std::move(read->withdrawn),
                           std::move(read->kinds),
                           read->test};
    for (const auto& file : payload.files) {
        if (file.role == "attachment") out.attachments.push_back(file.sha256);
    }
    return out;
}

bool isHere(const PublishedChecklist& checklist, const FileVault& vault) {
    return vault.has(checklist.sha256) &&
           std::ranges::all_of(checklist.attachments, [&](const auto& hash) { return vault.has(hash); });
}

Result<std::vector<PublishedChecklist>> checklistsOf(TabletStore& store) {
    const auto payloads = published(store, "checklist.published");
    if (!payloads) return fail(payloads.error());
    std::vector<PublishedChecklist> out;
    for (auto payload = payloads->rbegin(); payload != payloads->rend(); ++payload) {
        auto entry = publishedChecklist(*payload);
        if (!entry || std::any_of(out.begin(), out.end(), [&](const auto& c) { return c.sha256 == entry->sha256; }))
            continue;
        entry->here = isHere(*entry, store.vault());
        out.push_back(std::move(*entry));
    }
    return out;
}

Result<PublishedChecklist> checklistById(TabletStore& store, const std::string& id, bool test) {
    auto all = checklistsOf(store);
    if (!all) return fail(all.error());
    const auto begins = [&](const PublishedChecklist& one) { return one.withdrawn.empty() && (test || !one.test); };
    const PublishedChecklist* found = nullptr;
    for (const auto& entry : *all) {
        if (entry.id + "@" + entry.version == id) return entry;
        if (entry.id == id && (found == nullptr || (!begins(*found) && begins(entry)))) found = &entry;
    }
    if (found != nullptr) return *found;
    return fail(
        ErrorKind::notFound, "no_checklist",
        "no checklist \"" + id + "\" is known on this device; sync first, or ask the administrator to publish it");
}

Result<PublishedChecklist> standingChecklist(TabletStore& store, const std::string& id,
                                             const records::CheckAsked& asked) {
    auto found = checklistById(store, id, asked.test);
    if (!found) return found;
    if (auto may = records::mayGoBy(asPublished(*found), asked); !may) return fail(may.error());
    return found;
}

std::string withdrawnWord(const std::vector<PublishedChecklist>& newestFirst, std::string_view id) {
    std::string out;
    for (const auto& one : newestFirst) {
        if (one.id != id || one.test) continue;
        if (one.withdrawn.empty()) return {};
        if (out.empty()) out = one.withdrawn;
    }
    return out;
}

Result<std::shared_ptr<const checklist::Checklist>> loadDocument(TabletStore& store, const Sha256& sha256) {
    const auto bytes = store.vault().get(sha256);
    if (!bytes)
        return fail(ErrorKind::notFound, "no_checklist",
                    "the checklist's document is not on this device yet; sync once");
    // What is sealed is unsealed into memory for as long as the checklist is in use.
    struct Held {
        std::map<Sha256, AttachedContent> contents;
        std::shared_ptr<const checklist::Checklist> checklist;
    };
    const auto held = std::make_shared<Held>();
    std::string lacking;
    auto loaded = checklist::loadChecklist(
        asText(*bytes), [&](const std::string& name, const Sha256& hash) -> std::optional<std::string> {
            const auto content = store.vault().get(hash);
            if (!content) {
                lacking += (lacking.empty() ? "" : ", ") + name;
                return std::nullopt;
            }
            return held->contents.try_emplace(hash, AttachedContent(name, *content)).first->second.path();
        });
    if (!lacking.empty())
        return fail(ErrorKind::notFound, "no_checklist",
                    "files of the checklist are not on this device yet (" + lacking + "); sync once");
    if (!loaded) return fail(loaded.error());
    held->checklist = std::move(*loaded);
    return std::shared_ptr<const checklist::Checklist>(held, held->checklist.get());
}

}  // namespace plumb::store
