#include "shared/store/derived/fold.h"

#include "shared/store/derived/assessment_fold.h"
#include "shared/store/derived/case_fold.h"
#include "shared/store/derived/found_text.h"
#include "shared/store/derived/inspection_columns.h"
#include "shared/store/derived/keys.h"
#include "shared/store/derived/line_payload.h"
#include "shared/store/derived/task_fold.h"
#include "shared/store/derived/thread_fold.h"
#include "shared/store/reference.h"

namespace plumb::store {
namespace {

// What the server refused is kept; it counts for nothing. A submission is shown all the same, as refused.
bool isListed(const RecordRow& row) {
    return row.doubt.empty() && (row.state != RecordState::refused || records::isSubmission(row.type));
}

bool changesInspection(const RecordRow& row) {
    return records::isVersion(row.type) || records::isReview(row.type) || records::isCosignature(row.type);
}

const std::string& inspectionOf(const RecordRow& row) {
    return records::isSubmission(row.type) ? row.id : row.about;
}

void foldInto(std::optional<FoldedInspection>& to, const RecordRow& row, const record::Payload& payload) {
    std::optional<records::InspectionSummary> says;
    if (records::isVersion(payload.type)) {
        if (auto read = records::readSummary(payload.body)) says = std::move(*read);
    }
    std::optional<records::InspectionRow> folded;
    if (to) folded = std::move(to->row);
    const bool changed =
        records::foldInspection(folded, {payload, row.hash, row.kid, row.logIndex}, says ? &*says : nullptr);
    if (!folded) return;
    if (!to) {
        to.emplace();
        to->own = row.own;
        to->rank = rankOf(row);
    }
    to->row = std::move(*folded);
    to->through = std::max(to->through, rankOf(row));
    if (!changed) return;
    if (says) addFoundText(to->text, payload);
    if (to->row.decided == row.hash || (to->row.agreed && to->row.agreed->line == row.hash)) {
        to->comment = textOr(payload.body, "comment");
        to->reviewed = payload.at.utc;
    }
}

}  // namespace

Folder::Folder(Database& tables, const TabletStore& store)
    : m_tables(tables),
      m_store(store),
      m_cases(std::make_unique<CaseFolder>(tables, store, [this](const std::string& id) { return inspection(id); })),
      m_assessments(std::make_unique<AssessmentFolder>(tables, store)),
      m_tasks(std::make_unique<TaskFolder>(tables, store)),
      m_threads(std::make_unique<ThreadFolder>(tables, store)) {}

Folder::~Folder() = default;

void Folder::take(const TabletStore::StoredLine& line) {
    const auto& row = line.row;
    if (!isListed(row)) return;
    if (row.type == "site.published") return takeSite(row);
    if (row.type == "checklist.published") return takePublication(row);
    LinePayload read(m_store, line);
    if (changesInspection(row)) takeInspection(read, inspectionOf(row));
    m_cases->take(read);
    m_assessments->take(read);
    m_tasks->take(read);
    m_threads->take(row);
}

void Folder::retake(const TabletStore::StoredLine& line) {
    const auto& row = line.row;
    if (row.type == "site.published") return remakeSite(row.site);
    if (row.type == "checklist.published") return takePublication(row);
    LinePayload read(m_store, line);
    if (changesInspection(row)) remakeInspection(inspectionOf(row));
    m_cases->retake(row);
    m_assessments->retake(read);
    m_tasks->take(read);
    m_threads->take(row);
}

void Folder::takeSite(const RecordRow& row) {
    const auto get = m_tables.kept("SELECT rank FROM site WHERE id = ?");
    get->bind(1, row.site);
    // The newest publication in the log's order holds, not the one that came last.
    if (get->executeStep() && !get->getColumn(0).isNull() && get->getColumn(0).getInt64() > rankOf(row)) return;
    remakeSite(row.site);
}

void Folder::remakeSite(const std::string& id) {
    const auto rows = m_store.sitePublications(id);
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        if (!isListed(*row)) continue;
        const auto payload = m_store.payload(row->hash);
        const auto site = payload ? records::readSite(payload->body) : Result<Site>(fail(payload.error()));
        if (!site) continue;
        const auto key = siteKey(m_tables, id);
        const auto write = m_tables.kept(
            "UPDATE site SET rank = ?, name = ?, code = ?, region = ?, address = ?, programme = ?, sector = ?, contact "
            "= ?, latitude = ?, longitude = ?, products = ?, scale = ?, scale_unit = ?, level = ?, boundary = ? WHERE "
            "key = ?");
        int at = 0;
        write->bind(++at, rankOf(*row));
        for (const auto* text :
             {&site->name, &site->code, &site->region, &site->address, &site->programme, &site->sector, &site->contact})
            write->bind(++at, *text);
        for (const auto& degrees : {site->latitude, site->longitude}) {
            ++at;
            if (degrees) write->bind(at, *degrees);
        }
        write->bind(++at, toText(json::array(site->products.begin(), site->products.end())));
        ++at;
        if (site->scale) write->bind(at, site->scale->value);
        write->bind(++at, site->scale ? site->scale->unit : std::string());
        write->bind(++at, site->level);
        write->bind(++at, site->boundary.empty() ? std::string() : toText(records::boundaryJson(site->boundary)));
        write->bind(++at, key);
        write->exec();
        return;
    }
    const auto none = m_tables.kept(
        "UPDATE site SET rank = NULL, name = '', code = '', region = '', address = '', programme = '', sector = '', "
        "contact = '', latitude = NULL, longitude = NULL, products = '[]', scale = NULL, scale_unit = '', level = '', "
        "boundary = '' WHERE id = ?");
    none->bind(1, id);
    none->exec();
}

void Folder::takePublication(const RecordRow& row) {
    const auto drop = m_tables.kept("DELETE FROM publication WHERE hash = ?");
    bindBlob(*drop, 1, row.hash.view());
    drop->exec();
    if (!isListed(row)) return;
    const auto payload = m_store.payload(row.hash);
    const auto list = payload ? publishedChecklist(*payload) : std::nullopt;
    if (!list) return;
    const auto write = m_tables.kept("INSERT INTO publication VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Bytes attachments;
    for (const auto& one : list->attachments) attachments.insert(attachments.end(), one.bytes.begin(), one.bytes.end());
    const auto textsOf = [](const std::vector<std::string>& texts) {
        return toText(json::array(texts.begin(), texts.end()));
    };
    bindBlob(*write, 1, row.hash.view());
    write->bind(2, rankOf(row));
    write->bind(3, list->id);
    write->bind(4, list->version);
    write->bind(5, list->titleZh);
    write->bind(6, list->titleEn);
    bindBlob(*write, 7, list->sha256.view());
    bindBlob(*write, 8, attachments);
    write->bind(9, textsOf(list->programmes));
    write->bind(10, textsOf(list->sectors));
    write->bind(11, list->withdrawn);
    write->bind(12, textsOf(list->kinds));
    write->bind(13, list->test ? 1 : 0);
    write->exec();
}

void Folder::takeInspection(LinePayload& line, const std::string& id) {
    if (id.empty() || m_remade.contains(id)) return;
    const auto& row = line.row();
    auto folded = inspection(id);
    const bool submission = records::isSubmission(row.type);
    // One that nobody knows the submission of waits for it.
    if (!folded && !submission) return;
    const bool isNext = submission ? !folded && !m_store.isSpokenOfBefore(id, row.number)
                                   : row.logIndex && rankOf(row) > folded->through;
    if (!isNext) return remakeInspection(id);
    const auto* payload = line.get();
    if (!payload) return;
    foldInto(folded, row, *payload);
    if (folded) put(*folded);
}

void Folder::remakeInspection(const std::string& id) {
    if (id.empty() || !m_remade.insert(id).second) return;
    std::optional<FoldedInspection> folded;
    for (const auto& line : m_store.linesOf(id)) {
        if (!isListed(line.row) || !changesInspection(line.row) || inspectionOf(line.row) != id) continue;
        if (const auto payload = m_store.payload(line)) foldInto(folded, line.row, *payload);
    }
    remove(id);
    if (folded) put(*folded);
}

std::optional<FoldedInspection> Folder::inspection(const std::string& id) {
    static const std::string text = std::string(kInspectionSelect) + " WHERE inspection.id = ?";
    const auto get = m_tables.kept(text);
    bindId(*get, 1, id);
    if (!get->executeStep()) return std::nullopt;
    return inspectionOf(*get);
}

void Folder::remove(const std::string& id) {
    const auto list =
        m_tables.kept("DELETE FROM listed WHERE rank = (SELECT rank FROM inspection WHERE inspection.id = ?)");
    bindId(*list, 1, id);
    list->exec();
    const auto row = m_tables.kept("DELETE FROM inspection WHERE id = ?");
    bindId(*row, 1, id);
    row->exec();
}

void Folder::put(const FoldedInspection& folded) {
    const InspectionKeys keys{siteKey(m_tables, folded.row.site), documentKey(m_tables, folded.row.says.checklist),
                              authorKey(m_tables, folded.row.kid)};
    const auto row = m_tables.kept(kInspectionPut);
    bindInspection(*row, folded, keys);
    const auto key = row->executeStep() ? row->getColumn(0).getInt64() : 0;
    const auto list = m_tables.kept("INSERT OR REPLACE INTO listed VALUES(?, ?, ?, ?, ?, ?, ?)");
    list->bind(1, folded.rank);
    list->bind(2, key);
    list->bind(3, keys.site);
    list->bind(4, keys.document);
    list->bind(5, folded.own ? 1 : 0);
    list->bind(6, folded.row.says.test ? 1 : 0);
    list->bind(7, folded.text);
    list->exec();
}

}  // namespace plumb::store
