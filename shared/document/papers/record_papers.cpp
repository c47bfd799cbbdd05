#include "shared/document/papers/record_papers.h"

#include <algorithm>

#include "shared/base/civil_date.h"
#include "shared/document/papers/act_facts.h"
#include "shared/document/papers/archive_facts.h"
#include "shared/document/papers/order_facts.h"
#include "shared/document/papers/publication_facts.h"
#include "shared/document/papers/verify_address.h"
#include "shared/records/evidence/signed_place.h"
#include "shared/records/inspection/summary.h"
#include "shared/records/inspection/test_mode.h"

namespace plumb::document {
namespace {

using records::ActKind;

Error noPaper(const std::string& paper, const std::string& language, const std::vector<std::string>& there) {
    std::string known;
    for (const auto& name : there) known += (known.empty() ? "" : ", ") + name;
    return {ErrorKind::notFound, "no_paper",
            known.empty()
                ? "there are no papers of such a record"
                : "of this record there is no paper \"" + paper + "\" in \"" + language + "\"; there are " + known};
}

class Printing {
  public:
    Printing(PaperSource& source, const PaperOrder& order) : m_source(source), m_order(order) {}

    Result<Pdf> print() {
        const auto first = m_source.line(m_order.record);
        if (!first) return fail(first.error());
        PrintJob job;
        if (auto chosen = chooseLayouts(job, first->payload.type); !chosen) return fail(chosen.error());
        const auto code = isRating() ? m_source.visitCode(first->payload) : std::string();
        if (isRating() && code.empty())
            return fail(ErrorKind::notFound, "no_paper", "the code of this visit is on the device that signed it");
        job.watermark = m_order.watermark;
        const auto printed =
            records::isSubmission(first->payload.type) ? m_source.newestVersion(m_order.record) : first;
        if (!printed) return fail(printed.error());
        job.at = printed->payload.at;
        auto facts = factsOf(*printed);
        if (!facts) return fail(facts.error());
        if (records::isSubmission(first->payload.type) && records::isTest(printed->payload.body)) asTest(job);
        if (m_order.draft) asDraft(job, *facts);
        if (isRating()) {
            (*facts)["rate_code"] = code;
            (*facts)["rate_page"] = m_order.ratePage;
            (*facts)["rate_address"] = m_order.ratePage + "#" + code;
        }
        return document::print(job, *facts, [this](std::string_view hex) {
            const auto hash = Sha256::fromHex(hex);
            return hash ? m_source.file(*hash) : std::string();
        });
    }

  private:
    [[nodiscard]] bool isRating() const {
        return m_order.papers == std::vector{std::string(kVisitRating)} && !m_order.ratePage.empty();
    }

    Result<json::object> factsOf(const PaperLine& line) {
        const auto& type = line.payload.type;
        if (type == records::kCheckApproved || type == records::kCheckRefused) return ofCheck(line);
        if (type == records::kTaskAssigned) return ofTask(line);
        if (type == records::kDrawRevealed) return ofDraw(line);
        if (type == records::kPublicationMade || type == records::kPublicationCorrected) return ofPublication(line);
        const auto kind = records::actKindOf(type);
        if (!kind) return ofInspection(line);
        return *kind == ActKind::archived ? ofArchive(line) : ofAct(line, *kind);
    }

    // Whoever is handed the paper sees what it is, whatever else was asked to stand across it.
    void asTest(PrintJob& job) {
        const bool chinese = m_order.language == "zh";
        job.watermark = chinese ? "试用记录，无效" : "TEST, NOT VALID";
        job.foot = chinese ? "试用记录：只为试用检查表而作，不计入任何统计，没有任何效力"
                           : "Test: made to try a checklist; it counts for nothing and is of no effect";
        m_test = true;
    }

    // Nothing that looks like a proof stands on what nobody has signed.
    void asDraft(PrintJob& job, json::object& facts) const {
        const bool chinese = m_order.language == "zh";
        if (!m_test) job.watermark = chinese ? "草稿" : "DRAFT";
        job.foot = chinese ? "草稿：还没有签名，不是记录，没有任何效力；签名以前内容随时会变"
                           : "Draft: not signed, no record, of no effect; it may change until it is signed";
        facts["number"] = chinese ? "草稿" : "draft";
        for (const auto* name : {"code", "fingerprint"}) facts[name] = "";
        facts["log"] = nullptr;
        facts["signers"] = json::array();
        facts["waits"] = false;
    }

    Result<void> chooseLayouts(PrintJob& job, std::string_view type) const {
        const auto there = papersOf(type);
        const auto& asked = m_order.papers.empty() ? there : m_order.papers;
        if (there.empty()) return fail(noPaper("", m_order.language, there));
        for (const auto& paper : asked) {
            const bool known = std::find(there.begin(), there.end(), paper) != there.end() ||
                               (isRating() && type == "inspection.submitted");
            const auto* layout = known && m_order.ownLayout ? m_order.ownLayout(paper, m_order.language) : nullptr;
            if (known && !layout) layout = builtinLayout(paper, m_order.language);
            if (!layout) return fail(noPaper(paper, m_order.language, there));
            job.layouts.push_back(layout);
        }
        return {};
    }

    [[nodiscard]] RecordSource recordOf(const PaperLine& line) {
        RecordSource out{line.payload, line.hash, line.kid, line.author};
        out.site = m_source.site(line.payload.site);
        out.office = m_order.office;
        out.index = line.index;
        out.certificate = line.certificate;
        if (!m_order.page.address.empty())
            out.code = verifyAddress(m_order.page.address, line.hash, line.leaf, m_order.page.logKey);
        return out;
    }

    Result<json::object> ofInspection(const PaperLine& line) {
        const auto body = records::readVersion(line.payload.type, line.payload.body);
        if (!body) return fail(body.error());
        const auto checklist = m_source.checklist(body->checklist.sha256);
        if (!checklist) return fail(checklist.error());
        InspectionSource source{recordOf(line), *body, **checklist};
        if (const auto second = body->signers > 1 ? m_source.cosignature(m_order.record) : std::nullopt) {
            source.cosigner = second->author;
            source.cosignerCertificate = second->certificate;
            source.cosignedAt = second->payload.at;
            source.cosignedWhere = records::signedPlace(second->payload);
        }
        for (const auto& later : m_source.deliveries(m_order.record))
            if (auto said = records::readResultDelivery(later.payload.body))
                source.deliveries.push_back(std::move(*said));
        source.photo = [this](const Sha256& hash) { return photoNote(hash); };
        return inspectionFacts(source, m_order.language);
    }

    struct Inspected {
        std::string number;
        std::shared_ptr<const checklist::Checklist> checklist;
    };
    Result<Inspected> inspected(const std::string& id) {
        const auto submission = m_source.line(id);
        if (!submission) return fail(submission.error());
        const auto newest = m_source.newestVersion(submission->payload.id);
        if (!newest) return fail(newest.error());
        const auto body = records::readVersion(newest->payload.type, newest->payload.body);
        if (!body) return fail(body.error());
        auto checklist = m_source.checklist(body->checklist.sha256);
        if (!checklist) return fail(checklist.error());
        return Inspected{recordNumber(submission->payload, submission->kid), std::move(*checklist)};
    }

    Result<json::object> ofAct(const PaperLine& line, ActKind kind) {
        const auto act = records::readAct(kind, line.payload.body);
        if (!act) return fail(act.error());
        const auto of = inspected(act->of);
        if (!of) return fail(of.error());
        // An order is its own; any other act names the one that it is about.
        const auto order = kind == ActKind::ordered ? Result<PaperLine>(line) : m_source.line(act->order);
        if (!order) return fail(order.error());
        const auto ordered = records::readAct(ActKind::ordered, order->payload.body);
        if (!ordered) return fail(ordered.error());
        ActSource source{recordOf(line),
                         *act,
                         *of->checklist,
                         of->number,
                         recordNumber(order->payload, order->kid),
                         dayText(dayOf(order->payload.at)),
                         *ordered};
        if (const auto recheck = act->inspection.empty() ? std::nullopt : found(act->inspection))
            source.recheck = recordNumber(recheck->payload, recheck->kid);
        source.photo = [this](const Sha256& hash) { return photoNote(hash); };
        auto out = actFacts(source);
        if (kind != ActKind::ordered) return out;
        // What the order's own paper says stands; the proof of its delivery finds the rest.
        auto whole = orderFacts({recordOf(line), *act, *of->checklist, of->number});
        for (auto& member : out) {
            if (!whole.contains(member.key())) whole[member.key()] = std::move(member.value());
        }
        return whole;
    }

    Result<json::object> ofArchive(const PaperLine& line) {
        const auto act = records::readAct(ActKind::archived, line.payload.body);
        if (!act) return fail(act.error());
        const auto lines = m_source.caseLines(act->of);
        if (!lines) return fail(lines.error());
        std::vector<FiledLine> filed;
        // As it was filed: what came into the case later is no part of it.
        for (const auto& one : *lines) {
            // What was published of it is the public's, and no part of the case.
            if (!records::publishedBy(one.payload).empty()) continue;
            filed.push_back({one.payload, one.hash, one.kid, one.author});
            if (one.hash == line.hash) break;
        }
        const auto number = lines->empty() ? std::string() : recordNumber(lines->front().payload, lines->front().kid);
        return archiveFacts(recordOf(line), filed, number, act->term);
    }

    PaperNames names() {
        return {[this](const std::string& id) { return m_source.person(id); },
                [this](const std::string& id) { return m_source.checklistTitle(id, m_order.language); },
                [this](const std::string& id) { return m_source.site(id); }};
    }
    static PaperReference referenceTo(const PaperLine& line) {
        return {recordNumber(line.payload, line.kid), line.payload.at};
    }

    Result<json::object> ofCheck(const PaperLine& line) {
        const auto said = line.payload.type == records::kCheckApproved ? records::readApproval(line.payload.body)
                                                                       : records::readCheckRefusal(line.payload.body);
        if (!said) return fail(said.error());
        const auto proposal = m_source.line(said->of);
        if (!proposal) return fail(proposal.error());
        const auto check = records::readCheck(proposal->payload.body);
        if (!check) return fail(check.error());
        return checkFacts(recordOf(line), *said, referenceTo(*proposal), *check, names());
    }

    Result<json::object> ofTask(const PaperLine& line) {
        const auto task = records::readTask(line.payload.body);
        if (!task) return fail(task.error());
        std::optional<PaperReference> reference;
        if (!task->check.empty()) {
            const auto check = m_source.line(task->check);
            if (!check) return fail(check.error());
            reference = referenceTo(*check);
        }
        return taskFacts(recordOf(line), *task, reference, names());
    }

    Result<json::object> ofDraw(const PaperLine& line) {
        const auto revealed = records::readDrawRevealed(line.payload.body);
        if (!revealed) return fail(revealed.error());
        const auto commitment = m_source.line(revealed->of);
        if (!commitment) return fail(commitment.error());
        const auto committed = records::readDrawCommitted(commitment->payload.body);
        if (!committed) return fail(committed.error());
        return drawFacts(recordOf(line), *revealed, referenceTo(*commitment), *committed, names());
    }

    Result<json::object> ofPublication(const PaperLine& line) {
        const auto said = line.payload.type == records::kPublicationMade ? records::readPublication(line.payload.body)
                                                                         : records::readCorrection(line.payload.body);
        if (!said) return fail(said.error());
        const auto of = inspected(said->of);
        if (!of) return fail(of.error());
        const auto* grade = of->checklist->grade(said->result.grade);
        return publicationFacts(recordOf(line), *said, of->number,
                                m_source.checklistTitle(said->result.checklist, m_order.language),
                                grade ? grade->label.in(m_order.language) : std::string());
    }

    std::optional<PaperLine> found(const std::string& id) {
        auto line = m_source.line(id);
        return line ? std::optional(std::move(*line)) : std::nullopt;
    }

    PhotoNote photoNote(const Sha256& hash) {
        const auto content = m_source.file(hash);
        return content.empty() ? PhotoNote{} : m_source.photo(content);
    }

    PaperSource& m_source;
    const PaperOrder& m_order;
    bool m_test = false;  // of a record that was made in test mode
};

}  // namespace

std::vector<std::string> papersOf(std::string_view type) {
    if (records::isSubmission(type)) return {"inspection_record", "score_sheet", "evidence_sheet"};
    if (type == records::kCheckApproved) return {"check_approval", "check_notice"};
    if (type == records::kCheckRefused) return {"check_approval"};
    if (type == records::kTaskAssigned) return {"task_letter"};
    if (type == records::kDrawRevealed) return {"draw_result"};
    if (type == records::kPublicationMade || type == records::kPublicationCorrected) return {"publication_table"};
    const auto kind = records::actKindOf(type);
    if (!kind) return {};
    switch (*kind) {
        case ActKind::ordered:
            return {"rectification_order", "delivery_proof"};
        case ActKind::delivered:
            return {"delivery_proof"};
        case ActKind::reported:
            return {"rectification_report"};
        case ActKind::verified:
        case ActKind::rejected:
            return {"recheck_opinion"};
        case ActKind::archived:
            return {"archive_index"};
        case ActKind::objected:
        case ActKind::extensionRequested:
        case ActKind::extended:
        case ActKind::extensionRefused:
        case ActKind::withdrawn:
        case ActKind::handedOver:
        case ActKind::ended:
            return {};
    }
    return {};
}

Result<Pdf> printRecord(PaperSource& source, const PaperOrder& order) {
    return Printing(source, order).print();
}

}  // namespace plumb::document
