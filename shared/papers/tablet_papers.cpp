#include "shared/papers/tablet_papers.h"

#include "shared/crypto/merkle.h"
#include "shared/records/planning/persons.h"
#include "shared/store/folded_rows.h"
#include "shared/store/inspection_history.h"
#include "shared/store/photo_metadata.h"
#include "shared/store/reference.h"
#include "shared/store/visit_code.h"

namespace plumb::papers {

Result<document::PaperLine> TabletPapers::read(const store::RecordRow& row) {
    const auto line = m_store.line(row.hash);
    if (!line) return fail(line.error());
    auto payload = m_store.payload(row.hash);
    if (!payload) return fail(payload.error());
    const auto book = m_store.trust();
    const auto* author = book ? book->member(row.kid) : nullptr;
    document::PaperLine out{std::move(*payload), row.hash, crypto::leafHash(asBytes(line->text())), row.kid,
                            author ? author->personName : row.kid};
    if (author && author->certificate) out.certificate = author->certificate->number;
    // What was pulled was believed, which needs its proof (believe.h).
    if (row.logIndex && (row.provedSize || row.state == store::RecordState::pulled)) out.index = row.logIndex;
    return out;
}

Result<document::PaperLine> TabletPapers::line(const std::string& id) {
    const auto row = m_store.recordById(id);
    if (!row) return fail(ErrorKind::notFound, "no_record", "the record " + id + " is not on this device; sync first");
    return read(*row);
}

Result<document::PaperLine> TabletPapers::newestVersion(const std::string& id) {
    const auto history = store::historyOf(m_store, id);
    if (!history) return fail(history.error());
    return read(history->newest());
}

std::optional<document::PaperLine> TabletPapers::cosignature(const std::string& id) {
    const auto history = store::historyOf(m_store, id);
    if (!history || !history->history.cosigned) return std::nullopt;
    auto line = read(history->rows[*history->history.cosigned]);
    if (!line) return std::nullopt;
    return std::move(*line);
}

Result<std::vector<document::PaperLine>> TabletPapers::caseLines(const std::string& inspection) {
    std::vector<document::PaperLine> out;
    for (const auto& stored : m_store.linesOf(inspection)) {
        if (!store::counts(stored.row)) continue;
        auto line = read(stored.row);
        if (!line) return fail(line.error());
        out.push_back(std::move(*line));
    }
    return out;
}

std::vector<document::PaperLine> TabletPapers::deliveries(const std::string& id) {
    std::vector<document::PaperLine> out;
    const auto history = store::historyOf(m_store, id);
    if (!history) return out;
    for (const auto at : history->history.delivered) {
        if (textOr(history->lines[at].payload.body, "hash") != history->newest().hash.hex()) continue;
        if (auto line = read(history->rows[at])) out.push_back(std::move(*line));
    }
    return out;
}

Result<std::shared_ptr<const checklist::Checklist>> TabletPapers::checklist(const Sha256& sha256) {
    return store::loadDocument(m_store, sha256);
}

std::optional<records::Site> TabletPapers::site(const std::string& id) {
    auto site = store::siteById(m_store, id);
    if (!site) return std::nullopt;
    return std::move(*site);
}

document::PaperPerson TabletPapers::person(const std::string& id) {
    const auto book = m_store.trust();
    const auto* member = book ? records::memberOf(*book, id) : nullptr;
    if (!member) return {id, {}};
    return {member->personName, member->certificate ? member->certificate->number : std::string()};
}

std::string TabletPapers::checklistTitle(const std::string& id, const std::string& language) {
    const auto published = store::checklistById(m_store, id);
    if (!published) return {};
    return language == "en" && !published->titleEn.empty() ? published->titleEn : published->titleZh;
}

std::string TabletPapers::file(const Sha256& sha256) {
    const auto content = m_store.vault().get(sha256);
    return content ? std::string(asText(*content)) : std::string();
}

document::PhotoNote TabletPapers::photo(const std::string& content) {
    const auto said = store::photoFacts(asBytes(content));
    return {said.taken, said.place ? document::placeText(said.place->latitude, said.place->longitude) : std::string()};
}

std::string TabletPapers::visitCode(const record::Payload& submission) {
    return store::visitCodeOf(m_store, submission);
}

std::string ratePageOf(const store::TabletStore& store) {
    const auto profile = store.profile();
    return profile && !profile->server.empty() ? profile->server + "/rate" : std::string();
}

document::PublicPage publicPageOf(const store::TabletStore& store) {
    const auto profile = store.profile();
    if (!profile || profile->server.empty()) return {};
    return {profile->server + "/verify/", profile->logKey};
}

}  // namespace plumb::papers
