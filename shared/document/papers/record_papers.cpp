#include "shared/document/papers/record_papers.h"

#include <algorithm>

#include "shared/document/papers/order_facts.h"
#include "shared/document/papers/verify_address.h"
#include "shared/records/inspection/summary.h"

namespace plumb::document {
namespace {

bool isOrder(std::string_view type) {
    return records::actKindOf(type) == records::ActKind::ordered;
}

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
        job.watermark = m_order.watermark;
        const bool order = isOrder(first->payload.type);
        const auto newest = order ? first : m_source.newestVersion(m_order.record);
        if (!newest) return fail(newest.error());
        job.at = newest->payload.at;
        const auto facts = order ? ofOrder(*newest) : ofInspection(*newest);
        if (!facts) return fail(facts.error());
        return document::print(job, *facts, [this](std::string_view hex) {
            const auto hash = Sha256::fromHex(hex);
            return hash ? m_source.file(*hash) : std::string();
        });
    }

  private:
    Result<void> chooseLayouts(PrintJob& job, std::string_view type) const {
        const auto there = papersOf(type);
        const auto& asked = m_order.papers.empty() ? there : m_order.papers;
        if (there.empty()) return fail(noPaper("", m_order.language, there));
        for (const auto& paper : asked) {
            const bool known = std::find(there.begin(), there.end(), paper) != there.end();
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
        }
        for (const auto& later : m_source.deliveries(m_order.record))
            if (auto said = records::readResultDelivery(later.payload.body))
                source.deliveries.push_back(std::move(*said));
        source.photo = [this](const Sha256& hash) {
            const auto content = m_source.file(hash);
            return content.empty() ? PhotoNote{} : m_source.photo(content);
        };
        return inspectionFacts(source, m_order.language);
    }

    Result<json::object> ofOrder(const PaperLine& line) {
        const auto act = records::readAct(records::ActKind::ordered, line.payload.body);
        if (!act) return fail(act.error());
        const auto submission = m_source.line(textOr(line.payload.body, "of"));
        if (!submission) return fail(submission.error());
        const auto newest = m_source.newestVersion(submission->payload.id);
        if (!newest) return fail(newest.error());
        const auto body = records::readVersion(newest->payload.type, newest->payload.body);
        if (!body) return fail(body.error());
        const auto checklist = m_source.checklist(body->checklist.sha256);
        if (!checklist) return fail(checklist.error());
        return orderFacts({recordOf(line), *act, **checklist, recordNumber(submission->payload, submission->kid)});
    }

    PaperSource& m_source;
    const PaperOrder& m_order;
};

}  // namespace

std::vector<std::string> papersOf(std::string_view type) {
    if (records::isSubmission(type)) return {"inspection_record", "score_sheet", "evidence_sheet"};
    if (isOrder(type)) return {"rectification_order"};
    return {};
}

Result<Pdf> printRecord(PaperSource& source, const PaperOrder& order) {
    return Printing(source, order).print();
}

}  // namespace plumb::document
