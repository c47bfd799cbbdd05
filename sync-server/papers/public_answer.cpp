#include "sync-server/papers/public_answer.h"

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "shared/record/payload.h"
#include "shared/records/document/issued.h"
#include "shared/records/inspection/body.h"
#include "shared/records/inspection/summary.h"
#include "shared/records/planning/check.h"
#include "shared/records/planning/draw_lines.h"
#include "shared/records/publication/published.h"
#include "shared/records/rectification/act.h"
#include "sync-server/log/past_head.h"
#include "sync-server/log/proofs.h"
#include "sync-server/projections/cases/case_rows.h"
#include "sync-server/projections/checklists/checklist_rows.h"
#include "sync-server/projections/documents/document_rows.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/projections/line_at.h"
#include "sync-server/projections/published/published_rows.h"
#include "sync-server/projections/tasks/task_rows.h"

namespace plumb::server {
namespace {

constexpr std::size_t kDigits = 32;
constexpr std::size_t kMostPapersTold = 100;
constexpr std::size_t kMostActs = 1000;  // of one case that are looked through

std::string instantText(TimePoint at) {
    return formatInstant({at, std::chrono::minutes{0}});
}

class PublicAnswer {
  public:
    PublicAnswer(const PublicSources& sources, Entry entry)
        : m_sources(sources), m_reader(sources.reader), m_entry(std::move(entry)) {}

    json::object whole() {
        auto out = proof();
        const auto payload = payloadAt(m_entry.index, m_reader);
        // Of other lines, invitations for instance, nothing is stated.
        if (records::isVersion(payload.type))
            addVersion(out, payload);
        else if (const auto kind = records::actKindOf(payload.type))
            addAct(out, payload, *kind);
        else if (const auto* paper = planningKind(payload.type))
            addPlanning(out, payload, paper);
        else
            return out;
        addIssued(out, payload);
        return out;
    }

  private:
    json::object proof() {
        const auto first = pastHead(m_entry.index + 1, m_reader, m_sources.signer);
        const auto nodes = nodesOf(m_reader);
        const auto& head = *m_sources.head;
        return {{"hash", m_entry.hash.hex()},
                {"index", m_entry.index},
                {"leaf", toBase64(nodes({0, m_entry.index}).view())},
                {"log_key", m_sources.signer.verifierKey()},
                {"first",
                 {{"checkpoint", first->note},
                  {"inclusion", hashesToJson(crypto::inclusionProof(m_entry.index, first->size, nodes))}}},
                {"newest",
                 {{"checkpoint", head.note},
                  {"consistency", consistencyOf(first->size, head.size, nodes).value_or(json::array{})}}}};
    }

    void addVersion(json::object& to, const record::Payload& payload) {
        const auto body = records::readVersion(payload.type, payload.body);
        if (!body) return;
        auto says = common(payload, payload.type.starts_with("assessment.") ? "assessment" : "inspection");
        const auto id = body->of.empty() ? payload.id : body->of;
        const auto row = InspectionRows(m_reader).find(id);
        const bool newest = row && row->hash == m_entry.hash;
        const bool cosigned = newest && row->cosigned;
        // Whoever is named in the team and did not sign, did not sign.
        says["signers"] = 1 + (cosigned ? 1 : 0) + (body->party && body->party->hasSigned() ? 1 : 0);
        if (newest && row->status == records::InspectionStatus::incomplete) says["waits"] = true;
        // Whoever is shown such a paper as if it held is told so.
        if (body->test) says["test"] = true;
        says["amends"] = !body->of.empty();
        addChecklist(says, *body);
        const auto signature = body->party ? body->party->signature : std::nullopt;
        std::uint64_t photos = 0, files = 0;
        for (const auto& file : payload.files) {
            if (file.sha256 == signature || (file.role != "evidence" && file.role != "document")) continue;
            ++(file.type.starts_with("image/") && file.role == "evidence" ? photos : files);
        }
        says["photos"] = photos;
        says["files"] = files;
        to["says"] = std::move(says);

        json::array since;
        if (row && *row->newest > m_entry.index && *row->newest < m_sources.head->size)
            since.push_back(event("amended", *row->newest, row->hash.hex()));
        to["since"] = std::move(since);
    }

    void addAct(json::object& to, const record::Payload& payload, records::ActKind kind) {
        const auto act = records::readAct(kind, payload.body);
        if (!act) return;
        auto says = common(payload, kind == records::ActKind::ordered ? "order" : "act");
        says["signers"] = 1 + (act->delivery && act->delivery->signature ? 1 : 0);
        says["findings"] = act->entries.size();
        to["says"] = std::move(says);
        json::array since;
        if (kind == records::ActKind::ordered) addWithdrawals(since, payload.id, act->of);
        to["since"] = std::move(since);
    }

    // Of the records of planning and publication that have papers; null for all others.
    static const char* planningKind(std::string_view type) {
        if (type == records::kCheckApproved || type == records::kCheckRefused) return "check";
        if (type == records::kTaskAssigned) return "task";
        if (type == records::kDrawRevealed) return "draw";
        if (type == records::kPublicationMade || type == records::kPublicationCorrected) return "publication";
        return nullptr;
    }

    void addPlanning(json::object& to, const record::Payload& payload, const char* kind) {
        auto says = common(payload, kind);
        says["signers"] = 1;
        to["says"] = std::move(says);
        json::array since;
        if (const auto task = records::taskOf(payload); payload.type == records::kTaskAssigned) {
            const auto row = TaskRows(m_reader).find(task);
            if (row && row->row.hash != m_entry.hash) addEvent(since, "amended", row->row.hash);
            const auto over = row ? m_reader.firstOfRecord(row->row.cancelled) : std::nullopt;
            if (over) addEvent(since, "cancelled", over->hash);
        }
        if (const auto inspection = records::publishedBy(payload); !inspection.empty()) {
            const auto row = PublishedRows(m_reader).find(inspection);
            const bool over = row && row->state == records::PublicationState::withdrawn;
            if (row && row->hash != m_entry.hash) addEvent(since, over ? "unpublished" : "amended", row->hash);
        }
        to["since"] = std::move(since);
    }

    // Of a line that the published head proves.
    void addEvent(json::array& to, std::string_view what, const Sha256& hash) {
        const auto entry = m_reader.entryByHash(hash);
        if (!entry || entry->index >= m_sources.head->size) return;
        to.push_back(event(what, entry->index, what == "amended" ? hash.hex() : std::string()));
    }

    // What took an order back, in whole or in part, or moved its days.
    void addWithdrawals(json::array& to, const std::string& order, const std::string& inspection) {
        for (const auto& entry : CaseRows(m_reader).acts(inspection, m_sources.head->size, kMostActs)) {
            const auto kind = records::actKindOf(entry.type);
            const bool tells = kind == records::ActKind::withdrawn || kind == records::ActKind::extended;
            if (!tells || textOr(payloadAt(entry.index, m_reader).body, "order") != order) continue;
            to.push_back(event(kind == records::ActKind::withdrawn ? "withdrawn" : "extended", entry.index, ""));
        }
    }

    // The signed papers that say this very line.
    void addIssued(json::object& to, const record::Payload& payload) {
        const auto of = textOr(payload.body, "of");
        const auto record = records::isAmendment(payload.type) ? of : payload.id;
        json::array out;
        for (const auto& entry : DocumentRows(m_reader).of(record, m_sources.head->size, kMostPapersTold)) {
            const auto issued = payloadAt(entry.index, m_reader);
            const auto said = records::readIssued(issued.body);
            if (!said || said->hash != m_entry.hash) continue;
            out.push_back({{"paper", said->paper},
                           {"language", said->language},
                           {"at", formatInstant(issued.at)},
                           {"pdf", said->pdf.hex()}});
        }
        if (!out.empty()) to["issued"] = std::move(out);
    }

    json::object common(const record::Payload& payload, std::string_view kind) {
        json::object out{{"kind", kind}, {"at", formatInstant(payload.at)}, {"after", nullptr}};
        const auto& seen = payload.seen;
        if (seen && seen->size > 0 && seen->size <= m_entry.index &&
            crypto::rootOf(seen->size, nodesOf(m_reader)) == seen->root) {
            if (const auto after = m_reader.receivedAt(seen->size - 1)) out["after"] = instantText(*after);
        }
        return out;
    }

    void addChecklist(json::object& to, const records::InspectionBody& body) {
        const auto row = ChecklistRows(m_reader).byHash(body.checklist.sha256);
        const auto document = m_sources.room.checklists().find(body.checklist.sha256);
        if (!row || !document) return;
        const auto& title = (*document)->title;
        to["checklist"] = json::object{{"title", {{"zh", title.in("zh")}, {"en", title.in("en")}}},
                                       {"version", body.checklist.version},
                                       {"items", (*document)->items.size()}};
    }

    json::object event(std::string_view what, std::uint64_t index, const std::string& hash) {
        json::object out{{"what", what}, {"at", instantText(m_reader.receivedAt(index).value_or(TimePoint{}))}};
        if (!hash.empty()) out["fingerprint"] = hash.substr(0, kDigits);
        return out;
    }

    const PublicSources& m_sources;
    StoreReader& m_reader;
    Entry m_entry;
};

}  // namespace

Result<json::object> describePublicly(std::string_view fingerprint, const PublicSources& sources) {
    const auto lowest = Sha256::fromHex(std::string(fingerprint) + std::string(kDigits, '0'));
    if (fingerprint.size() != kDigits || !lowest)
        return fail(ErrorKind::malformed, "bad_fingerprint", "a fingerprint has 32 digits, 0-9 and a-f");
    const auto entry = sources.reader.entryFrom(*lowest);
    if (!entry || entry->index >= sources.head->size || !entry->hash.hex().starts_with(fingerprint))
        return fail(ErrorKind::notFound, "fingerprint_unknown", "the log holds no line with this fingerprint");
    return PublicAnswer(sources, *entry).whole();
}

Result<json::object> describePaperPublicly(std::string_view pdf, const PublicSources& sources) {
    const auto hash = Sha256::fromHex(std::string(pdf));
    if (!hash) return fail(ErrorKind::malformed, "bad_fingerprint", "a SHA-256 has 64 digits, 0-9 and a-f");
    const auto entry = DocumentRows(sources.reader).byPdf(*hash, sources.head->size);
    if (!entry) return fail(ErrorKind::notFound, "paper_unknown", "the log holds no record that names this file");
    const auto payload = payloadAt(entry->index, sources.reader);
    const auto said = records::readIssued(payload.body);
    if (!said) throw DamagedLine(entry->index);
    const auto version = sources.reader.entryByHash(said->hash);
    json::object out{{"fingerprint", said->hash.hex().substr(0, kDigits)},
                     {"issued", entry->index},
                     {"paper", said->paper},
                     {"language", said->language},
                     {"at", formatInstant(payload.at)},
                     {"by", crypto::sha256(entry->author).hex()}};
    if (version) out["index"] = version->index;
    return out;
}

}  // namespace plumb::server
