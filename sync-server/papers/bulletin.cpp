#include "sync-server/papers/bulletin.h"

#include <map>

#include "shared/base/encoding.h"
#include "shared/crypto/partial_hash.h"
#include "shared/domain/regions.h"
#include "shared/records/inspection/body.h"
#include "shared/records/reference/programme.h"
#include "sync-server/log/proofs.h"
#include "sync-server/projections/checklists/checklist_rows.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/projections/line_at.h"
#include "sync-server/projections/publications/publications.h"
#include "sync-server/projections/published/published_rows.h"
#include "sync-server/projections/sites/site_line.h"

namespace plumb::server {
namespace {

constexpr std::size_t kFingerprintDigits = 32;
constexpr std::uint64_t kNewest = std::uint64_t{1} << 62;
constexpr std::string_view kLeafPrefix("\0", 1);  // RFC 6962, §2.1

class Teller {
  public:
    explicit Teller(const BulletinSources& sources) : m_sources(sources), m_reader(sources.reader) {}

    // None where no signed head holds its newest line yet.
    std::optional<BulletinEntry> entry(const records::PublicationRow& row) {
        const auto line = m_reader.entryByHash(row.hash);
        if (!line || line->index >= m_sources.head->size) return std::nullopt;
        BulletinEntry out;
        out.says = records::publicEntry(row, untold(row));
        out.fingerprint = row.hash.hex().substr(0, kFingerprintDigits);
        out.index = line->index;
        const auto& result = out.says.result;
        if (!result.checklist.empty()) addChecklist(out, result);
        return out;
    }

    ProgrammeName programme(const std::string& id) {
        ProgrammeName out{id, {}};
        for (const auto& entry : Publications(m_reader).of("programme.published", id)) {
            const auto said = records::readProgramme(payloadAt(entry.index, m_reader).body);
            if (said) out.title = said->title;  // the newest holds
        }
        if (out.title.empty() && id != kNoProgramme) out.title.add("zh", id);
        if (out.title.empty()) out.title = {"其他", "Others"};
        return out;
    }

  private:
    // Everybody who has to do with it, and where the site lies more finely than by its county.
    std::vector<std::string> untold(const records::PublicationRow& row) {
        std::vector<std::string> out = inspectorsOf(row.region);
        const auto add = [&](std::string text) {
            if (!text.empty()) out.push_back(std::move(text));
        };
        add(m_sources.trust.personName(row.kid));
        if (const auto site = publishedSite(m_reader, row.site)) {
            add(site->contact);
            const auto* county = domain::builtinRegions().resolve(row.region.substr(0, 6));
            if (!county || !site->address.ends_with(county->name)) add(site->address);
        }
        const auto inspection = InspectionRows(m_reader).find(row.inspection);
        if (!inspection) return out;
        add(m_sources.trust.personName(inspection->kid));
        const auto version = payloadAt(*inspection->newest, m_reader);
        if (const auto body = records::readVersion(version.type, version.body)) {
            for (auto& name : records::personsIn(*body)) add(std::move(name));
        }
        return out;
    }

    const std::vector<std::string>& inspectorsOf(const std::string& region) {
        const auto [at, fresh] = m_inspectors.try_emplace(region);
        if (fresh) {
            for (auto& person : m_sources.trust.inspectorsOf(region)) at->second.push_back(std::move(person.name));
        }
        return at->second;
    }

    void addChecklist(BulletinEntry& to, const records::PublishedResult& result) {
        const auto row = ChecklistRows(m_reader).find(result.checklist, result.version);
        if (!row) return;
        const auto document = m_sources.room.checklists().find(row->sha256);
        if (!document) return;
        to.checklist = (*document)->title;
        if (const auto* grade = (*document)->grade(result.grade)) to.grade = grade->label;
    }

    const BulletinSources& m_sources;
    StoreReader& m_reader;
    std::map<std::string, std::vector<std::string>> m_inspectors;
};

// The line is hashed from the block on in which its author's key has ended: header, signature, payload follow each
// other, and a signature is longer than a block. Empty where the key would show.
json::object proofOf(std::uint64_t index, const BulletinSources& sources) {
    const auto line = lineAt(index, sources.reader);
    const std::string leaf = std::string(kLeafPrefix) + line.text();
    const auto payloadAt = leaf.size() - line.payload().size();
    const auto before = payloadAt / crypto::kHashBlock * crypto::kHashBlock;
    if (before < kLeafPrefix.size() + line.protectedHeader().size()) return {};
    std::string state;
    for (const auto word : crypto::hashStateAfter(std::string_view(leaf).substr(0, before))) {
        for (int shift = 24; shift >= 0; shift -= 8) state += static_cast<char>((word >> shift) & 0xFF);
    }
    const auto& head = *sources.head;
    const auto nodes = nodesOf(sources.reader);
    const ByteView stateBytes(reinterpret_cast<const std::uint8_t*>(state.data()), state.size());
    return {{"index", index},
            {"state", toHex(stateBytes)},
            {"before", before},
            {"rest", leaf.substr(before)},
            {"inclusion", inclusionOf(index, head.size, nodes).value_or(json::array{})},
            {"checkpoint", head.note},
            {"log_key", sources.signer.verifierKey()}};
}

}  // namespace

std::vector<ProgrammeName> bulletinProgrammes(std::string_view after, const BulletinSources& sources) {
    Teller teller(sources);
    std::vector<ProgrammeName> out;
    for (const auto& id : PublishedRows(sources.reader).programmes(after, kMostProgrammes))
        out.push_back(teller.programme(id));
    return out;
}

Result<BulletinPage> bulletinOf(std::string_view programme, std::uint64_t before, const BulletinSources& sources) {
    auto rows = PublishedRows(sources.reader).ofProgramme(programme, before, kBulletinPage + 1);
    const bool known = !rows.empty() || !PublishedRows(sources.reader).ofProgramme(programme, kNewest, 1).empty();
    if (!known) return fail(ErrorKind::notFound, "programme_unknown", "nothing was published of this programme");
    Teller teller(sources);
    BulletinPage out{teller.programme(std::string(programme)), {}, {}};
    if (rows.size() > kBulletinPage) {
        rows.pop_back();
        out.next = rows.back().index;
    }
    for (const auto& one : rows) {
        if (auto entry = teller.entry(one.row)) out.entries.push_back(std::move(*entry));
    }
    return out;
}

Result<ProvedEntry> bulletinEntry(std::string_view inspection, const BulletinSources& sources) {
    PublishedRows rows(sources.reader);
    Teller teller(sources);
    const auto row = rows.find(inspection);
    auto entry = row ? teller.entry(*row) : std::nullopt;
    if (!entry) return fail(ErrorKind::notFound, "publication_unknown", "no result was published under this address");
    ProvedEntry out{teller.programme(rows.programmeOf(inspection)), std::move(*entry), {}};
    if (out.entry.says.lineIsPublic) out.proof = proofOf(out.entry.index, sources);
    return out;
}

json::object toJson(const ProgrammeName& programme) {
    return {{"id", programme.id}, {"title", programme.title.toJson()}};
}

json::object toJson(const BulletinEntry& entry) {
    const auto& says = entry.says;
    json::object out{{"inspection", says.inspection},
                     {"state", records::publicationStateName(says.state)},
                     {"name", says.name},
                     {"county", says.county},
                     {"first", dayText(says.first)},
                     {"changed", dayText(says.changed)},
                     {"version", says.version},
                     {"index", entry.index},
                     {"fingerprint", entry.fingerprint}};
    if (says.state == records::PublicationState::published) {
        const records::Publication shown{says.inspection, {}, says.result, {}, {}, {}};
        out["result"] = records::toBody(shown).at("result");
    }
    if (!entry.checklist.empty()) out["checklist_title"] = entry.checklist.toJson();
    if (!entry.grade.empty()) out["grade_label"] = entry.grade.toJson();
    if (!says.where.empty()) out["where"] = says.where;
    if (!says.reason.empty()) out["reason"] = says.reason;
    if (says.heldBack) out["held_back"] = true;
    return out;
}

}  // namespace plumb::server
